import { findRecord } from '../../data/records/index.ts';
import type { GetoondeBevinding } from '../../data/schema/registratie.ts';

/** What a check says, and of which kind of record. */
export interface PlacingFinding extends GetoondeBevinding {
  meervoud: string;
}

/** The field of a finding, without the way to it. */
export function toFieldName({ veld }: Pick<GetoondeBevinding, 'veld'>): string {
  return veld.replace(/^gegevens\./, '');
}

/** What its form calls the field a finding is about, and the value there; null where there is nothing to show. */
export function toFindingWords(finding: PlacingFinding): { label: string; waarde: string | null } {
  const name = toFieldName(finding);
  const field = findRecord(finding.meervoud)?.velden.find(({ naam }) => naam === name);
  const plain = finding.waarde.replace(/^[[{](.*)[\]}]$/s, '$1').trim();
  return {
    label: field?.label ?? name,
    waarde: plain === '' ? null : (field?.keuzeLabels?.[plain] ?? plain),
  };
}
