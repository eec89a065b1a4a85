// The domain files the seed was carried over from, in the words the seed uses for their documents.
import { existsSync, readFileSync } from 'node:fs';

const domain = (file: string) => new URL(`../../shared/domain/${file}.json`, import.meta.url);
/** Whether the domain files lie beside the repository. */
export const hasDomain = existsSync(domain('projecten'));
export type Row = Record<string, unknown>;
/** A domain file as it is; empty when there is none. */
export const read = (file: string): Record<string, Row[]> & { _meta: Row } =>
  hasDomain ? JSON.parse(readFileSync(domain(file), 'utf8')) : ({ _meta: {} } as never);
/** One table of a domain file; empty when there is none. */
export const rows = (file: string, table: string): Row[] => read(file)[table] ?? [];

/** Our names for the documents and files the domain facts refer to. */
const reworded: [RegExp, string][] = [
  [/seed 000 en 002/g, 'handreiking startnotitie en handreiking plan van aanpak 2e ronde'],
  [/seed 000 \(handreiking startnotitie\)|seed 000(?!,)/g, 'handreiking startnotitie'],
  [/seed 000, 002/g, 'handreiking startnotitie; handreiking plan van aanpak 2e ronde (18-10-2023)'],
  [/seed 001, 004/g, 'pMIEK-uitvoeringsaanpak (najaar 2023); ISA consultatieversie (29-09-2025)'],
  [/seed 001( \(pMIEK-uitvoeringsaanpak\))?/g, 'pMIEK-uitvoeringsaanpak (najaar 2023)'],
  [
    /seed 002( \(handreiking plan van aanpak 2e ronde, 18-10-2023\))?/g,
    'handreiking plan van aanpak 2e ronde (18-10-2023)',
  ],
  [
    /seed 003( \(memo provincie Utrecht, P-MIEK 2\.0\))?/g,
    'memo provincie Utrecht, P-MIEK 2.0 (januari 2025)',
  ],
  [/seed 004( \(ISA consultatieversie 29-09-2025\))?/g, 'ISA consultatieversie (29-09-2025)'],
  [/FID-kenmerk van de seed/g, 'FID-kenmerk van de pMIEK-uitvoeringsaanpak'],
  [/volgen de seeds/g, 'volgen de handreikingen'],
  [/^zie res_regios\.json \(/g, 'RES-indeling ('],
  [/zie bevoegd_gezag\.json BG-31/g, 'zie regel BG-31'],
  [/projecten\.json DR-04/g, 'project DR-04'],
];

/** A value of a domain file with our document names and camelCase keys. */
export function inOurWords(value: unknown): unknown {
  if (typeof value === 'string') return reworded.reduce((text, [from, to]) => text.replace(from, to), value);
  if (Array.isArray(value)) return value.map(inOurWords);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [toCamel(key), inOurWords(one)]));
  return value;
}

function toCamel(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
