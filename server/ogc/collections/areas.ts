import { toHectares } from '../../../data/document.ts';
import { soortGebiedMeervoud, soortenGebied, type SoortGebied } from '../../../data/vocabulary.ts';
import { geometryOf, text, type OgcCollection, type OgcProperty } from '../collection.ts';

const omschrijvingen: Record<SoortGebied, string> = {
  gemeente: 'Gemeenten met hun grens.',
  provincie: 'Provincies, samengevoegd uit hun gemeenten.',
  'res-regio': 'RES-regio’s, samengevoegd uit hun gemeenten.',
  subregio: 'Subregio’s van de energieprogramma’s, samengevoegd uit hun gemeenten.',
  waterschap: 'Waterschappen. Zonder grens waar geen bron die geeft.',
  netbeheerdersgebied: 'Gebieden van de regionale netbeheerders, samengevoegd uit hun gemeenten.',
};

const properties: OgcProperty[] = [
  { name: 'code', sql: 't.code', schema: text('code van het gebied') },
  { name: 'soort', sql: 't.soort', schema: text('soort gebied', { enum: soortenGebied }) },
  { name: 'naam', sql: 't.naam', schema: text('naam') },
  { name: 'indeling', sql: 't.indeling', schema: text('de indeling waar een subregio bij hoort') },
  {
    name: 'provincies',
    schema: { type: 'array', items: { type: 'string' }, description: 'codes van de provincies' },
  },
  {
    name: 'oppervlakteHa',
    schema: {
      type: 'number',
      nullable: true,
      description: 'oppervlakte in hectare; null: geen grens bekend',
    },
  },
  { name: 'geldigVan', sql: 't.geldig_van::text', schema: text('geldig vanaf deze dag', { format: 'date' }) },
  { name: 'geldigTot', sql: 't.geldig_tot::text', schema: text('geldig tot deze dag', { format: 'date' }) },
  { name: 'herkomst', schema: text('officieel, spiegel of schematisch (niet voor besluitvorming)') },
];

const toId = (soort: SoortGebied): string =>
  soortGebiedMeervoud[soort].toLowerCase().replaceAll("'", '').replaceAll('’', '');

/** The collection of one soort of area. */
function areaCollection(soort: SoortGebied): OgcCollection {
  return {
    id: toId(soort),
    titel: soortGebiedMeervoud[soort],
    omschrijving: omschrijvingen[soort],
    listBronnen: (register) => [
      ...new Set(register.gebieden.filter((one) => one.soort === soort).map(({ bron }) => bron)),
    ],
    hasBoundaries: true,
    from: 'atlas.gebied t',
    where: `t.soort = '${soort}'`,
    key: { sql: 't.code', type: 'text' },
    geom: { sql: 't.geom', schema: geometryOf('polygon', 'de grens; null: niet bekend'), isNullable: true },
    properties,
    complete: async ({ registers }) => {
      const register = await registers.getCurrent();
      return (code, own) => {
        const gebied = register.find(soort, code);
        const bron = register.bronnen.find(({ id }) => id === gebied?.bron);
        return {
          ...own,
          provincies: gebied?.provincies ?? [],
          oppervlakteHa: toHectares(gebied?.oppervlakteM2 ?? null),
          herkomst: bron?.herkomst ?? 'onbekend',
        };
      };
    },
    filters: [
      {
        name: 'provincie',
        description: 'alleen gebieden in deze provincie, bijvoorbeeld PV26; meer mag, met komma’s',
        soort: 'provincie',
        toBound: (values, register) =>
          register.gebieden
            .filter((one) => one.soort === soort && one.provincies.some((code) => values.includes(code)))
            .map(({ code }) => code),
        sql: 't.code = any($::text[])',
      },
      { name: 'naam', description: 'de hele naam; meer mag, met komma’s', sql: 't.naam = any($::text[])' },
    ],
    tijd: { van: 't.geldig_van', tot: 't.geldig_tot' },
    isCounted: true,
    tegels: { laag: 'gebieden', lagen: [soort] },
  };
}

export const areaCollections: readonly OgcCollection[] = (
  ['gemeente', 'provincie', 'res-regio', 'subregio', 'waterschap', 'netbeheerdersgebied'] as const
).map(areaCollection);
