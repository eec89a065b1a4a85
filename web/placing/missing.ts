import { toFieldName, type PlacingFinding } from './finding-words.ts';

/** What a new project still needs before it can be saved: in words, by its field. */
export type Missing = Readonly<Record<string, string>>;

export function toMissing(naam: string, provincies: readonly string[]): Missing {
  return {
    ...(naam.trim() === '' && { naam: 'een naam (stap Wat)' }),
    ...(provincies.length === 0 && { provincies: 'een provincie (stap Wat), of een plek (stap Waar)' }),
  };
}

/** What the checks say of what is there; what was not filled in yet is asked for where it is saved. */
export function listFindings(found: readonly PlacingFinding[], missing: Missing): PlacingFinding[] {
  return found.filter((finding) => finding.meervoud !== 'projecten' || !(toFieldName(finding) in missing));
}

/** What the checks say is wrong, by field. */
export function toFaults(findings: readonly PlacingFinding[]): Record<string, string> {
  const wrong = findings.filter(({ ernst }) => ernst === 'fout');
  return Object.fromEntries(wrong.map((finding) => [toFieldName(finding), finding.verwacht]));
}
