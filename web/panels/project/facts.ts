import type { ProjectDetail } from '../../../data/schema/project.ts';
import { toSquareMetres } from '../../../data/document.ts';
import {
  faseHerkomstLabels,
  faseLabels,
  locatieprecisieLabels,
  pmiekBewijsLabels,
  type Locatieprecisie,
} from '../../../data/vocabulary.ts';
import { formatArea, formatLength, formatYears } from '../../format.ts';
import { toCertainty } from '../projects/words.ts';

/** One fact of the register as it is shown; value null is unknown. */
export interface Fact {
  label: string;
  value: string | null;
  note: string | null;
}

/** Register facts that have a place of their own in the panel, or that another fact already tells. */
const told = new Set([
  'ibn',
  'ibnVan',
  'ibnTot',
  'ibnEerder',
  'ibnTegenslag',
  'ibnToelichting',
  'faseBron',
  'faseAfgeleid',
  'locatieprecisie',
  'locatiePlaats',
  'locatieBron',
  'bedientHerkomst',
  'bevoegdGezagBijBron',
  'oppervlakteHa',
  'statusBijBron',
  'energiedragerTekst',
  'lijn',
  'opmerking',
]);

/** The fase, and whether a source says it or it was inferred. */
export function toFaseFact(detail: ProjectDetail): Fact {
  const { fase } = detail;
  return {
    label: 'Fase',
    value: fase && faseLabels[fase],
    note: toFaseNote(detail) ?? 'geen bron noemt een fase',
  };
}

/** How the fase is known; of a project without sources somebody recorded it here. Null without a fase. */
export function toFaseNote({ fase, faseHerkomst, bronnen }: ProjectDetail): string | null {
  if (!fase || !faseHerkomst) return null;
  return faseHerkomst === 'bron' && bronnen.length === 0
    ? 'vastgelegd in de atlas'
    : faseHerkomstLabels[faseHerkomst];
}

/** When it comes into use: range, what was said before, what a setback would mean, and the words of the source. */
export function toIbnFact({ ibnVan, ibnTot, kenmerken }: ProjectDetail): Fact {
  const earlier = readYears(kenmerken['ibnEerder']);
  const setback = kenmerken['ibnTegenslag'];
  const notes = [
    earlier && `eerder genoemd: ${earlier}`,
    typeof setback === 'number' ? `bij tegenslag: ${setback}` : null,
    readText(kenmerken['ibnToelichting']),
  ].filter(Boolean);
  return {
    label: 'Ingebruikname (IBN)',
    value: ibnVan === null && ibnTot === null ? null : formatYears(ibnVan, ibnTot),
    note: notes.join('; ') || null,
  };
}

export function toProofFact({ pmiekBewijs, pmiekRonde }: ProjectDetail): Fact {
  return {
    label: 'pMIEK',
    value: pmiekRonde ? `ronde ${pmiekRonde}` : null,
    note: pmiekBewijs === null ? 'niet openbaar' : pmiekBewijsLabels[pmiekBewijs],
  };
}

/** How sure the place is: exact, search area, or a point with a radius and what that point stands for. */
export function toLocationFact(detail: ProjectDetail): Fact {
  const { ligging, straalM, kenmerken } = detail;
  if (ligging === 'geen')
    return {
      label: 'Ligging',
      value: null,
      note: 'geen bron noemt een plek; het project telt wel mee in zijn provincie',
    };
  const precision = kenmerken['locatieprecisie'];
  const place = readText(kenmerken['locatiePlaats']);
  const standsFor =
    typeof precision === 'string' && precision in locatieprecisieLabels
      ? `het punt is het ${locatieprecisieLabels[precision as Locatieprecisie]}${place ? ` (${place})` : ''}`
      : place;
  const notes = [
    standsFor,
    straalM === null
      ? null
      : `de straal van ${formatLength(straalM)} is een aanname van de atlas, geen meting`,
    kenmerken['locatieBron'] ? `plek volgens ${readText(kenmerken['locatieBron'])}` : null,
  ].filter(Boolean);
  return { label: 'Ligging', value: toCertainty(detail), note: notes.join('; ') || null };
}

/** What else the register holds, in its order; facts without a label of ours keep the name they have there. */
export function listOtherFacts({ kenmerken, aard, typeInfra, concreetheid }: ProjectDetail): Fact[] {
  const areaHa = kenmerken['oppervlakteHa'];
  const line = kenmerken['lijn'];
  const status = readText(kenmerken['statusBijBron']);
  const known: Fact[] = [
    { label: 'Soort infrastructuur', value: typeInfra, note: aard },
    { label: 'Concreetheid', value: concreetheid, note: null },
    {
      label: 'Oppervlakte volgens bron',
      value: typeof areaHa === 'number' ? formatArea(toSquareMetres(areaHa)) : null,
      note: null,
    },
    ...(Array.isArray(line) ? [{ label: 'Tracé', value: line.join(' – '), note: null }] : []),
    { label: 'Status bij bron', value: status && `“${status}”`, note: status && 'in de woorden van de bron' },
    { label: 'Bevoegd gezag volgens bron', value: readText(kenmerken['bevoegdGezagBijBron']), note: null },
  ];
  const further = Object.entries(kenmerken)
    .filter(([key]) => !told.has(key))
    .map(([key, value]) => ({ label: toWords(key), value: toValueText(value), note: null }));
  return [...known, ...further];
}

/** `[text, address]` of a source: an address is a link, anything else is words. */
export function readSource(source: string): { text: string; href: string | null } {
  if (!/^https?:\/\//.test(source)) return { text: source, href: null };
  const [href = source, ...rest] = source.split(' ');
  const host = URL.canParse(href) ? new URL(href).hostname.replace(/^www\./, '') : href;
  return { text: [host, ...rest].join(' '), href };
}

function readText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function readYears(value: unknown): string | null {
  return Array.isArray(value) && value.every((year) => typeof year === 'number')
    ? formatYears(value[0] ?? null, value.at(-1) ?? null)
    : null;
}

/** `aantalTrafos` → `Aantal trafos`. */
function toWords(key: string): string {
  const words = key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function toValueText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'ja' : 'nee';
  if (Array.isArray(value)) return value.map(toValueText).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
