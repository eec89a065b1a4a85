// The 112 publicly known projects with every fact and its certainty. Only 14 are proven pMIEK projects,
// 14 probably; the rest is "publiek project, pMIEK-lidmaatschap niet bevestigd". Null is unknown.
import { z } from 'zod';
import {
  concreetheden,
  energiedragers,
  fases,
  locatieprecisies,
  pmiekBewijzen,
  pmiekRondes,
  soortenAanleg,
} from '../vocabulary.ts';
import type { Fase, FaseHerkomst, Ligging, Locatieprecisie } from '../vocabulary.ts';
import { gemeenteCode, gemeenten, provincieCode, provincies } from './gebieden.ts';
import json from './projecten.json' with { type: 'json' };

const jaar = z.number().int().min(2000).max(2100);

export const seedProject = z.strictObject({
  /** UT/GE/… = provincie, XP = over a province border. */
  id: z.string().regex(/^[A-Z]{2}-\d{2}$/),
  naam: z.string().nullable(),
  provincies: z.array(provincieCode).min(1),
  /** The provincies among them it serves without lying there. */
  bedient: z.array(provincieCode).nullable(),
  bedientHerkomst: z.enum(['bron', 'afgeleid']).nullable(),
  gemeenten: z.array(gemeenteCode).nullable(),
  energiedrager: z.enum(energiedragers),
  energiedragerTekst: z.string().nullable(),
  typeInfra: z.string().nullable(),
  soortAanleg: z.enum(soortenAanleg).nullable(),
  netbeheerders: z.array(z.string()).nullable(),
  pmiekRonde: z.enum(pmiekRondes).nullable(),
  pmiekBewijs: z.enum(pmiekBewijzen),
  concreetheid: z.enum(concreetheden).nullable(),
  faseBron: z.enum(fases).nullable(),
  faseAfgeleid: z.enum(fases).nullable(),
  statusBijBron: z.string().nullable(),
  ibn: jaar.nullable(),
  ibnVan: jaar.nullable(),
  ibnTot: jaar.nullable(),
  ibnEerder: z.tuple([jaar, jaar]).nullable(),
  ibnTegenslag: jaar.nullable(),
  ibnToelichting: z.string().nullable(),
  bevoegdGezagBijBron: z.string().nullable(),
  oppervlakteHa: z.number().positive().nullable(),
  lijn: z.array(z.string()).nullable(),
  /** WGS 84, a place centre: to show, never to test a plan against. */
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  locatieprecisie: z.enum(locatieprecisies).nullable(),
  locatiePlaats: z.string().nullable(),
  locatieBron: z.string().nullable(),
  bronnen: z.array(z.string()).min(1),
  bronDatum: z.string().nullable(),
  opmerking: z.string().nullable(),
});
export type SeedProject = z.infer<typeof seedProject>;

export const projecten = json.projecten as SeedProject[];

/** Peildatum of the project facts, and what the fields mean. */
export const projectenPeildatum = json.peildatum;
export const projectenLeeswijzer = json.leeswijzer;

/** Display radius in metres round an indicative point. Our own assumption, not a measured uncertainty:
 *  - plaats: some 2,500 woonplaatsen share 33,500 km² of land, 13.4 km² each, a circle of 2.1 km; 2.5 km
 *    takes in the edge of the place, where stations are built;
 *  - gemeente: 33,500 km² / 342 = 98 km², a circle of 5.6 km; 10 km, because the main town seldom lies in
 *    the middle and gemeenten are stretched.
 *  A project may well lie outside its circle. */
export const straalByPrecisieM: Record<'plaats' | 'gemeente', number> = { plaats: 2_500, gemeente: 10_000 };

/** Ligging of a seed project: 'indicatief' with its display radius in metres, or 'geen' without one. Throws on
 *  a precision the seed does not have. */
export function toLigging(precisie: Locatieprecisie | null): { ligging: Ligging; straalM: number | null } {
  if (precisie === null) return { ligging: 'geen', straalM: null };
  if (precisie !== 'plaats' && precisie !== 'gemeente')
    throw new Error(`No display radius for locatieprecisie '${precisie}'`);
  return { ligging: 'indicatief', straalM: straalByPrecisieM[precisie] };
}

/** Fase with how it is known; both null when neither stated nor inferred. */
export function toFase(p: SeedProject): { fase: Fase | null; faseHerkomst: FaseHerkomst | null } {
  if (p.faseBron) return { fase: p.faseBron, faseHerkomst: 'bron' };
  if (p.faseAfgeleid) return { fase: p.faseAfgeleid, faseHerkomst: 'afgeleid' };
  return { fase: null, faseHerkomst: null };
}

/** IBN as a range of years: the range the text states, else the one year twice; nulls when unknown. */
export function toIbnRange(p: SeedProject): { ibnVan: number | null; ibnTot: number | null } {
  if (p.ibnVan !== null || p.ibnTot !== null) return { ibnVan: p.ibnVan, ibnTot: p.ibnTot };
  return { ibnVan: p.ibn, ibnTot: p.ibn };
}

/** The name, or words for a project whose name is not known. */
export function toTitel(p: SeedProject): string {
  if (p.naam) return p.naam;
  const plaats =
    p.gemeenten?.map((c) => gemeenten.find((g) => g.code === c)?.naam ?? c).join(', ') ??
    p.provincies.map((c) => provincies.find((v) => v.code === c)?.naam ?? c).join(', ');
  return `Project in ${plaats} (naam onbekend)`;
}
