import { energiedragers, fases, liggingen, typeInfraGroepen } from '../../data/vocabulary.ts';
import type { Palette } from './palette.ts';

// Symbols and patterns are named by what they mean and drawn on demand (images-draw.ts), so there is no sprite to
// keep in step. The scheme is in the name because the same meaning has another colour in the dark.

export type SymbolShape = 'rond' | 'vierkant' | 'ruit' | 'driehoek' | 'zeshoek';

/** Energiedrager is a shape, so that colour is never needed to tell it. */
export const shapes: Record<(typeof energiedragers)[number], SymbolShape> = {
  elektriciteit: 'rond',
  warmte: 'vierkant',
  waterstof: 'ruit',
  'groen gas': 'driehoek',
  aardgas: 'driehoek',
  CO2: 'driehoek',
  meerdere: 'zeshoek',
};

export const patternKinds = [
  'schuin',
  'schuin-terug',
  'kruis',
  'stip',
  'liggend',
  'staand',
  'ruit',
  'golf',
] as const;
export type PatternKind = (typeof patternKinds)[number];
export const patternHues = ['natuur', 'plan', 'claim'] as const;
export type PatternHue = (typeof patternHues)[number];
/** How the overlaps of an answer are hatched, on the map and beside their row. */
export const overlapPatterns = {
  natuur: 'schuin',
  plan: 'schuin-terug',
  claim: 'kruis',
} as const satisfies Record<PatternHue, PatternKind>;

export type ProjectSymbol = {
  energiedrager: string;
  fase: string;
  ligging: string;
  groep: string;
};

/** Image id of a project symbol with fixed properties (for the legend and the list). */
export function toSymbolId(palette: Palette, symbol: ProjectSymbol): string {
  return ['symbool', palette.scheme, symbol.energiedrager, symbol.fase, symbol.ligging, symbol.groep].join(
    '|',
  );
}

/** The same id as an expression over the properties of a project on the map. */
export function symbolExpression(palette: Palette): ['concat', ...(string | ['get', string])[]] {
  const get = (name: string): ['get', string] => ['get', name];
  return [
    'concat',
    `symbool|${palette.scheme}|`,
    get('energiedrager'),
    '|',
    get('fase'),
    '|',
    get('ligging'),
    '|',
    get('groep'),
  ];
}

export function toPatternId(palette: Palette, hue: PatternHue, kind: PatternKind): string {
  return `patroon|${palette.scheme}|${hue}|${kind}`;
}

export type ParsedImage =
  | { image: 'symbool'; scheme: Palette['scheme']; symbol: ProjectSymbol }
  | { image: 'patroon'; scheme: Palette['scheme']; hue: PatternHue; kind: PatternKind };

/** What an image id asks for; null when it is not one of ours. */
export function parseImageId(id: string): ParsedImage | null {
  const [image, scheme, ...rest] = id.split('|');
  if (scheme !== 'licht' && scheme !== 'donker') return null;
  if (image === 'patroon') {
    const hue = patternHues.find((each) => each === rest[0]);
    const kind = patternKinds.find((each) => each === rest[1]);
    return hue && kind ? { image, scheme, hue, kind } : null;
  }
  const [energiedrager = '', fase = '', ligging = '', groep = ''] = rest;
  const known =
    (energiedragers as readonly string[]).includes(energiedrager) &&
    [...fases, 'onbekend'].includes(fase) &&
    (liggingen as readonly string[]).includes(ligging) &&
    (typeInfraGroepen as readonly string[]).includes(groep);
  return image === 'symbool' && known
    ? { image, scheme, symbol: { energiedrager, fase, ligging, groep } }
    : null;
}
