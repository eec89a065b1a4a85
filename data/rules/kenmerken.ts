// Facts about a project that decide which rule on bevoegd gezag fits. All optional: what is left out is
// unknown, and the answer then names it.
import { z } from 'zod';
import { energiedragers } from '../vocabulary.ts';

export const soortenObject = [
  'station',
  'ms-station',
  'verbinding',
  'kabel',
  'leiding',
  'windpark',
  'zonnepark',
  'centrale',
  'batterij',
  'warmtenet',
  'lng-installatie',
  'ondergrondse opslag',
  'mijnbouwwerk',
  'aardwarmte',
] as const;
export type SoortObject = (typeof soortenObject)[number];

export const opwekken = ['wind', 'andere duurzame bron', 'kernenergie', 'niet-duurzaam'] as const;
export type Opwek = (typeof opwekken)[number];

const names = {
  energiedrager: 'energiedrager',
  soortObject: 'soort object',
  spanningKv: 'spanningsniveau',
  opwek: 'of dit opwek is of aansluit',
  vermogenMw: 'vermogen van de opwek',
  landelijkNet: 'of dit bij het landelijke transportnet hoort',
  drukBar: 'druk van de leiding',
  diameterCm: 'diameter van de leiding',
  diepteM: 'diepte',
  grensoverschrijdendNet: 'of het net over de landsgrens gaat',
  unielijst: 'of dit op de Unielijst staat',
  transformatorMva: 'vermogen van buiten opgestelde transformatoren',
  rijksprocedureToegepast: 'of de Minister de rijksprocedure toepast',
  overgedragenAanProvincie: 'of de Minister het project aan gedeputeerde staten heeft overgedragen',
  provinciaalBelang: 'of er een provinciaal belang is',
  nationaalBelang: 'of er een nationaal belang is',
};

export const kenmerken = z.strictObject({
  energiedrager: z
    .enum(energiedragers)
    .optional()
    .meta({ title: names.energiedrager, description: 'energiedrager' }),
  soortObject: z
    .enum(soortenObject)
    .optional()
    .meta({ title: names.soortObject, description: 'soort object' }),
  spanningKv: z
    .number()
    .positive()
    .max(1200)
    .optional()
    .meta({ title: names.spanningKv, description: 'spanningsniveau in kV, het hoogste' }),
  opwek: z.enum(opwekken).optional().meta({
    title: names.opwek,
    description: 'soort opwek, van het object zelf of van de installatie die het aansluit',
  }),
  vermogenMw: z
    .number()
    .positive()
    .max(100_000)
    .optional()
    .meta({ title: names.vermogenMw, description: 'vermogen van de opwek in MW' }),
  transformatorMva: z.number().positive().max(100_000).optional().meta({
    title: names.transformatorMva,
    description: 'samen gelijktijdig in te schakelen vermogen van buiten opgestelde transformatoren in MVA',
  }),
  drukBar: z
    .number()
    .positive()
    .max(1000)
    .optional()
    .meta({ title: names.drukBar, description: 'druk van de leiding in bar' }),
  diameterCm: z
    .number()
    .positive()
    .max(500)
    .optional()
    .meta({ title: names.diameterCm, description: 'uitwendige diameter van de leiding in cm' }),
  diepteM: z
    .number()
    .positive()
    .max(10_000)
    .optional()
    .meta({ title: names.diepteM, description: 'diepte onder maaiveld in m' }),
  landelijkNet: z.boolean().optional().meta({
    title: names.landelijkNet,
    description: 'hoort bij het landelijke gas-, waterstof- of CO2-transportnet',
  }),
  grensoverschrijdendNet: z
    .boolean()
    .optional()
    .meta({ title: names.grensoverschrijdendNet, description: 'hoort bij een net over de landsgrens' }),
  unielijst: z
    .boolean()
    .optional()
    .meta({ title: names.unielijst, description: 'staat op de Unielijst van de Europese Unie' }),
  provinciaalBelang: z.boolean().optional().meta({
    title: names.provinciaalBelang,
    description: 'provinciaal belang dat de gemeente niet doelmatig en doeltreffend kan behartigen',
  }),
  nationaalBelang: z
    .boolean()
    .optional()
    .meta({ title: names.nationaalBelang, description: 'nationaal belang' }),
  rijksprocedureToegepast: z.boolean().optional().meta({
    title: names.rijksprocedureToegepast,
    description: 'of de Minister de projectprocedure (vroeger de rijkscoördinatieregeling) toepast',
  }),
  overgedragenAanProvincie: z.boolean().optional().meta({
    title: names.overgedragenAanProvincie,
    description: 'of de Minister het project met instemming aan gedeputeerde staten heeft overgedragen',
  }),
});
export type Kenmerken = z.infer<typeof kenmerken>;
export type Kenmerk = keyof Kenmerken;

/** How a sentence "… is niet opgegeven" names a missing fact, in the order in which they are asked. */
export const kenmerkLabels: Record<Kenmerk, string> = names;
