import { toProjectTitle } from '../project-title.ts';
import type { GrensoverschrijdendAntwoord } from '../schema/antwoord.ts';
import type { Geometrie } from '../schema/geometrie.ts';
import type { Ligging, TypeInfraGroep } from '../vocabulary.ts';
import { floors } from '../rules/overlap.ts';
import { toCertainty } from './place.ts';
import type { Facts } from './question.ts';
import { shareOf, type Deel, type Maat } from './shares.ts';

/** One project as grensoverschrijdend.sql gives it. */
export interface RegisterProject {
  id: string;
  naam: string | null;
  /** Codes the register names. */
  provincies: string[];
  gemeenten: string[];
  bedient: string[];
  typeInfra: string | null;
  typeInfraGroep: TypeInfraGroep;
  liggingen: Ligging[];
  /** Gemeenten in which a point of each component lies. */
  plaatsen: string[];
  maat: Maat;
  delen: Deel[];
  grenzen: { a: string; b: string; m: number }[];
  geometrie: Geometrie | null;
}

type Project = GrensoverschrijdendAntwoord['antwoord']['projecten'][number];
type ProvincieDeel = Project['provincies'][number];

/** How a project touches more than one provincie; null when it does not. Crossing comes before serving, serving before near. */
export function placeAcrossBorders(project: RegisterProject, facts: Facts): Project | null {
  const ligging = toCertainty(project.liggingen);
  const located = listLocated(project, facts);
  const within = located.map((deel) => deel.code);
  const elsewhere = (codes: readonly string[]): ProvincieDeel[] =>
    codes
      .filter((code) => !within.includes(code))
      .map((code) => ({ code, naam: nameOf(code, facts), aandeel: null, herkomst: 'register' }));
  const registered = elsewhere(project.provincies);
  const served = elsewhere(project.bedient);
  const near = elsewhere(project.grenzen.flatMap(({ a, b }) => [a, b])).filter(
    (deel, i, all) => all.findIndex((one) => one.code === deel.code) === i,
  );
  const distances = project.grenzen.map((grens) => grens.m);
  const afstandTotGrensM = distances.length > 0 ? Math.min(...distances) : null;
  const make = (soort: Project['soort'], provincies: ProvincieDeel[], toelichting: string): Project => ({
    id: project.id,
    naam: toProjectTitle(
      project,
      project.gemeenten.map((code) => facts.find('gemeente', code)?.naam ?? code),
    ),
    soort,
    provincies,
    afstandTotGrensM: soort === 'kruist' && located.length > 1 ? 0 : afstandTotGrensM,
    ligging,
    toelichting,
    ...(project.geometrie && { geometrie: project.geometrie }),
  });
  const names = (delen: readonly ProvincieDeel[]): string => delen.map((deel) => deel.naam).join(' en ');

  if (located.length > 1) {
    const maybe = ligging === 'indicatief' ? 'Ligt mogelijk in' : 'Ligt in';
    return make('kruist', located, `${maybe} ${names(located)}.`);
  }
  // A point that stands for a place does not contradict the register; an exact place does.
  if ((ligging === 'geen' || ligging === 'indicatief') && located.length + registered.length > 1) {
    const why =
      ligging === 'geen' ? 'de ligging is niet bekend' : 'de kaart toont alleen een indicatief punt';
    return make(
      'kruist',
      [...located, ...registered],
      `Volgens het register in ${names([...located, ...registered])}; ${why}.`,
    );
  }
  const others = [...served, ...registered.filter((deel) => !served.some((one) => one.code === deel.code))];
  if (located.length > 0 && others.length > 0) {
    const how =
      served.length > 0 ? `bedient ook ${names(served)}` : `het register noemt ook ${names(registered)}`;
    return make('bedient', [...located, ...others], `Ligt in ${names(located)}; ${how}.`);
  }
  if (afstandTotGrensM !== null && near.length > 0) {
    const neighbours = near.map((deel): ProvincieDeel => ({ ...deel, aandeel: 0, herkomst: 'ligging' }));
    return make(
      'nabij',
      [...located, ...neighbours],
      `Ligt in ${names(located)}, op ${Math.round(afstandTotGrensM)} m van ${names(neighbours)}.`,
    );
  }
  return null;
}

/** The provincies a project lies in by its location, the largest share first; parts below the floor do not count. */
function listLocated(project: RegisterProject, facts: Facts): ProvincieDeel[] {
  if (project.delen.length === 0) {
    const codes = [...new Set(project.plaatsen.flatMap((code) => provincieOf(code, facts)))];
    return codes.map((code) => ({
      code,
      naam: nameOf(code, facts),
      aandeel: codes.length === 1 ? 1 : null,
      herkomst: 'ligging',
    }));
  }
  const sums = new Map<string, Maat>();
  for (const deel of project.delen) {
    for (const code of provincieOf(deel.code, facts)) {
      const sum = sums.get(code) ?? { m2: 0, m: 0, punten: 0 };
      sums.set(code, { m2: sum.m2 + deel.m2, m: sum.m + deel.m, punten: sum.punten + deel.punten });
    }
  }
  const { maat } = project;
  return [...sums]
    .filter(([, sum]) => sum.m2 > floors.m2 || sum.m > floors.m || sum.punten > 0)
    .map(([code, sum]): ProvincieDeel => ({
      code,
      naam: nameOf(code, facts),
      aandeel: shareOf(sum, maat),
      ...(maat.m2 > 0 && { oppervlakteM2: sum.m2 }),
      ...(maat.m > 0 && { lengteM: sum.m }),
      herkomst: 'ligging',
    }))
    .sort((a, b) => (b.aandeel ?? 0) - (a.aandeel ?? 0) || a.code.localeCompare(b.code));
}

const nameOf = (code: string, facts: Facts): string => facts.find('provincie', code)?.naam ?? code;

const provincieOf = (gemeenteCode: string, facts: Facts): string[] =>
  facts
    .listMemberships(gemeenteCode)
    .filter((lid) => lid.soort === 'provincie' && !lid.deel)
    .map((lid) => lid.code);
