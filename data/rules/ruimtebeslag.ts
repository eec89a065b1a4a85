// Land take of energy infrastructure: 35 sizes with their source, and how to find the range that fits. Sizes differ
// by a factor of two at one voltage, so the answer is always a range with its sources, or null with the reason.
// Only rows of soort "wettelijk" come from law; stations are project sizes and rules of thumb.
import { z } from 'zod';
import type { AreaRange } from '../document.ts';
import json from '../seed/ruimtebeslag.json' with { type: 'json' };
import { soortenAanleg, soortenRuimtebeslag } from '../vocabulary.ts';
import type { Energiedrager, SoortAanleg, TypeInfraGroep } from '../vocabulary.ts';
import { findTypeInfra } from './type-infra.ts';

export const ruimtebeslagRij = z.strictObject({
  id: z.string().regex(/^RB-\d{2}$/),
  object: z.string(),
  categorie: z.enum(['station', 'ms-ruimte', 'conversie', 'lijn', 'kabel', 'leiding', 'opslag']),
  min: z.number().nullable(),
  max: z.number().nullable(),
  eenheid: z.string().nullable(),
  soort: z.string(),
  /** Full width, both sides together. */
  strookBreedteM: z.number().nullable(),
  /** Our own grouping of comparable sizes; null = not a size of land taken by an object. */
  klasse: z.string().nullable(),
  beslag: z.enum(soortenRuimtebeslag).nullable(),
  aanleg: z.enum(soortenAanleg).nullable(),
  jaar: z.number().int().nullable(),
  geverifieerd: z.boolean(),
  bronnen: z.array(z.string()),
  toelichting: z.string().nullable(),
});
export type RuimtebeslagRij = z.infer<typeof ruimtebeslagRij>;

export const ruimtebeslagRijen = json as RuimtebeslagRij[];

export interface RuimtebeslagVraag {
  groep: TypeInfraGroep;
  spanningenKv: readonly number[];
  energiedrager: Energiedrager;
  soortAanleg: SoortAanleg | null;
  /** The words of the source, for what voltage and group do not say. */
  typeInfra: string | null;
  /** Length of a line or pipe in metres; null when not known. */
  lengteM: number | null;
  drukBar?: number;
}

export interface RuimtebeslagUitkomst {
  bereik: AreaRange | null;
  /** Width of the strip a line or pipe takes, both sides together; null for objects and when no width is known. */
  strookM: { min: number; max: number } | null;
  /** Ids of the rows the range rests on. */
  rijen: string[];
  /** Why there is no range; null when there is one. */
  reden: string | null;
  toelichting: string | null;
}

/** The range of land an object of this kind takes, in m², with sources; bereik is null with a reason when no size is
 *  known, when the text stands for several objects, or when a strip has no length yet. Never a bare number. */
export function findRuimtebeslagRange(vraag: RuimtebeslagVraag): RuimtebeslagUitkomst {
  if (findTypeInfra(vraag.typeInfra).meervoud)
    return none('Staat voor meer objecten; het aantal is niet bekend.');
  if (vraag.groep === 'leiding') return findStrook(vraag);
  if (vraag.groep === 'verbinding') return noneFrom('RB-20');
  if (vraag.groep === 'kabel') return noneFrom('RB-21');
  if (vraag.groep !== 'station') return none('Voor dit type infra is geen maat bekend.');
  const klasse = findStationKlasse(vraag);
  if (klasse === null) return none('Het spanningsniveau is niet bekend, dus ook de maat niet.');
  if (vraag.soortAanleg === null) return none('Of het nieuw is of een uitbreiding, is niet bekend.');
  const rijen = ruimtebeslagRijen.filter(
    (rij) => rij.klasse === klasse && rij.aanleg === vraag.soortAanleg && rij.min !== null,
  );
  if (rijen.length === 0)
    return none(
      vraag.soortAanleg === 'uitbreiding'
        ? 'Voor een uitbreiding van dit soort station is geen maat bekend; de maat van een nieuw station geldt er niet voor.'
        : 'Voor dit soort station is geen maat bekend.',
    );
  return toUitkomst(rijen);
}

/** The question for a whole project, from its own facts. */
export function toRuimtebeslagVraag(
  project: { typeInfra: string | null; energiedrager: Energiedrager; soortAanleg: SoortAanleg | null },
  lengteM: number | null,
): RuimtebeslagVraag {
  const { groep, spanningenKv } = findTypeInfra(project.typeInfra);
  return { ...project, groep, spanningenKv, lengteM };
}

function findStationKlasse({ spanningenKv, typeInfra }: RuimtebeslagVraag): string | null {
  if (spanningenKv.length) return `hs-${Math.max(...spanningenKv)}`;
  if (findTypeInfra(typeInfra).soortObject === 'ms-station') return 'ms-station';
  return typeInfra === 'regionaal elektriciteitsstation' ? 'regionaal' : null;
}

function toUitkomst(alle: RuimtebeslagRij[]): RuimtebeslagUitkomst {
  // A size that was seen in a source goes before background knowledge; the two are never mixed.
  const gezien = alle.filter((rij) => rij.geverifieerd);
  const rijen = gezien.length ? gezien : alle;
  return {
    bereik: {
      minM2: Math.min(...rijen.flatMap((rij) => rij.min ?? [])),
      maxM2: Math.max(...rijen.flatMap((rij) => rij.max ?? [])),
      soort: 'direct',
      geverifieerd: gezien.length > 0,
      bronnen: listBronnen(rijen),
    },
    strookM: null,
    rijen: rijen.map((rij) => rij.id),
    reden: null,
    toelichting:
      'Projectmaten en vuistregels van hele stations en van TenneT-delen; een regionaal deel kan erbij komen.' +
      (gezien.length ? '' : ' Uit achtergrondkennis: niet gebruiken zonder controle.'),
  };
}

/** The rows on the strip along a pipe; which one fits hangs on what flows through it, and for gas on the pressure. */
function listStrookRijen({ energiedrager, drukBar }: RuimtebeslagVraag): string[] {
  if (energiedrager === 'warmte') return ['RB-22'];
  if (energiedrager === 'waterstof') return ['RB-23'];
  if (energiedrager === 'CO2') return ['RB-29'];
  if (energiedrager !== 'aardgas') return [];
  if (drukBar === undefined) return ['RB-27', 'RB-28'];
  if (drukBar > 40) return ['RB-27'];
  return drukBar >= 16 ? ['RB-28'] : [];
}

function findStrook(vraag: RuimtebeslagVraag): RuimtebeslagUitkomst {
  const ids = listStrookRijen(vraag);
  const rijen = ruimtebeslagRijen.filter((rij) => ids.includes(rij.id));
  const breedtes = rijen.flatMap((rij) => rij.strookBreedteM ?? []);
  const [rij] = rijen;
  if (!rij) return none('Voor deze leiding is geen strook bekend.');
  if (breedtes.length === 0) return noneFrom(rij.id);
  const strookM = { min: Math.min(...breedtes), max: Math.max(...breedtes) };
  const bereik: AreaRange | null =
    vraag.lengteM === null
      ? null
      : {
          minM2: strookM.min * vraag.lengteM,
          maxM2: strookM.max * vraag.lengteM,
          soort: 'indirect',
          geverifieerd: rijen.every((one) => one.geverifieerd),
          bronnen: listBronnen(rijen),
        };
  return {
    bereik,
    strookM,
    rijen: ids,
    reden: bereik ? null : 'De lengte is niet bekend; alleen de breedte van de strook.',
    toelichting: rij.toelichting,
  };
}

function listBronnen(rijen: RuimtebeslagRij[]): string[] {
  return [...new Set(rijen.flatMap((rij) => rij.bronnen))];
}

function none(reden: string): RuimtebeslagUitkomst {
  return { bereik: null, strookM: null, rijen: [], reden, toelichting: null };
}

/** No range, in the words of the row that says so. */
function noneFrom(id: string): RuimtebeslagUitkomst {
  const rij = ruimtebeslagRijen.find((one) => one.id === id);
  return { ...none(rij?.toelichting ?? 'Geen maat bekend.'), rijen: [id] };
}
