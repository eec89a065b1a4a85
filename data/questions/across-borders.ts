import { toProjectTitle } from '../project-title.ts';
import type { GrensoverschrijdendAntwoord } from '../schema/antwoord.ts';
import type { Geometrie } from '../schema/geometrie.ts';
import type { Ligging, TypeInfraGroep } from '../vocabulary.ts';
import { floors } from '../rules/overlap.ts';
import { toCertainty } from './place.ts';
import type { Facts } from './question.ts';
import { listOwnProvincies } from './own-provincies.ts';
import { toAandeel, weighShare, type Deel, type Maat } from './shares.ts';

/** One project as grensoverschrijdend.sql gives it. */
export interface RegisterProject {
  id: string;
  naam: string | null;
  /** Codes the register names; a provincie it serves may be among them. */
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

type Verdict = Pick<Project, 'soort' | 'provincies' | 'toelichting'>;

/** How a project touches more than one provincie, or comes within `nearM` of another; null when it does not. */
export function placeAcrossBorders(row: RegisterProject, facts: Facts, nearM: number): Project | null {
  const project = { ...row, provincies: listOwnProvincies(row.provincies, row.bedient) };
  const grenzen = project.grenzen.filter(({ m }) => m <= nearM);
  if (grenzen.length === 0 && isInOneProvincie(project, facts)) return null;
  const ligging = toCertainty(project.liggingen);
  const afstandTotGrensM = grenzen.length > 0 ? Math.min(...grenzen.map(({ m }) => m)) : null;
  const verdict = judge({ ...project, grenzen }, ligging, afstandTotGrensM, facts);
  if (!verdict) return null;
  const places = project.gemeenten.map((code) => facts.find('gemeente', code)?.naam ?? code);
  const isCut =
    verdict.soort === 'kruist' && verdict.provincies.filter((deel) => weighShare(deel) > 0).length > 1;
  return {
    id: project.id,
    naam: toProjectTitle(project, places),
    ...verdict,
    afstandTotGrensM: isCut ? 0 : afstandTotGrensM,
    ligging,
    ...(project.geometrie && { geometrie: project.geometrie }),
  };
}

/** True for most projects: wherever one looks there is one provincie, and nothing to judge. */
function isInOneProvincie({ delen, provincies, bedient, plaatsen }: RegisterProject, facts: Facts): boolean {
  if (delen.length > 0) return false;
  let first: string | undefined;
  const isOther = (code: string) => code !== (first ??= code);
  if (provincies.some(isOther) || bedient.some(isOther)) return false;
  return !plaatsen.some((code) => provincieOf(code, facts).some(isOther));
}

/** Crossing comes before serving, serving before near. */
function judge(
  project: RegisterProject,
  ligging: Ligging,
  distanceM: number | null,
  facts: Facts,
): Verdict | null {
  const located = listLocated(project, facts);
  // Of a place that is only indicative the register knows the provincie; the circle around it may reach further.
  const isBelieved = ligging === 'indicatief' && project.provincies.length > 0;
  const lies = isBelieved ? located.filter((deel) => project.provincies.includes(deel.code)) : located;
  const reached = located.filter((deel) => !lies.includes(deel));
  const elsewhere = (codes: readonly string[]): ProvincieDeel[] =>
    [...new Set(codes)]
      .filter((code) => !lies.some((deel) => deel.code === code))
      .map((code) => ({ code, naam: nameOf(code, facts), aandeel: null, herkomst: 'register' }));
  const registered = elsewhere(project.provincies);
  const served = elsewhere(project.bedient);

  if (ligging === 'geen' || ligging === 'indicatief') {
    const all = [...lies, ...registered];
    const why = ligging === 'geen' ? 'de ligging is niet bekend' : 'de kaart toont een indicatieve plek';
    if (all.length > 1) {
      return {
        soort: 'kruist',
        provincies: all,
        toelichting: `Volgens het register in ${names(all)}; ${why}.`,
      };
    }
  } else if (lies.length > 1) {
    return { soort: 'kruist', provincies: lies, toelichting: `Ligt in ${names(lies)}.` };
  }
  const here = lies.length > 0 ? lies : registered;
  const others = elsewhere([...project.bedient, ...project.provincies]).filter(
    (deel) => !here.some((one) => one.code === deel.code),
  );
  if (here.length > 0 && others.length > 0) {
    const how =
      served.length > 0 ? `bedient ook ${names(served)}` : `het register noemt ook ${names(registered)}`;
    return {
      soort: 'bedient',
      provincies: [...here, ...others],
      toelichting: `Ligt in ${names(here)}; ${how}.`,
    };
  }
  if (reached.length > 0) {
    return {
      soort: 'nabij',
      provincies: [...here, ...reached],
      toelichting: `Ligt volgens het register in ${names(here)}; de indicatieve plek reikt mogelijk tot in ${names(reached)}.`,
    };
  }
  const near = elsewhere(project.grenzen.flatMap(({ a, b }) => [a, b])).map((deel): ProvincieDeel => ({
    ...deel,
    aandeel: 0,
    herkomst: 'ligging',
  }));
  if (distanceM === null || near.length === 0) return null;
  return {
    soort: 'nabij',
    provincies: [...here, ...near],
    // From the edge of the circle around an indicative place: nearer it cannot be.
    toelichting:
      ligging === 'indicatief'
        ? `Ligt in ${names(here)}; de plek is indicatief, op ten minste ${Math.round(distanceM)} m van ${names(near)}.`
        : `Ligt in ${names(here)}, op ${Math.round(distanceM)} m van ${names(near)}.`,
  };
}

const names = (delen: readonly ProvincieDeel[]): string =>
  new Intl.ListFormat('nl', { type: 'conjunction' }).format(delen.map((deel) => deel.naam));

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
      ...toAandeel(sum, maat),
      ...(maat.m2 > 0 && { oppervlakteM2: sum.m2 }),
      ...(maat.m > 0 && { lengteM: sum.m }),
      herkomst: 'ligging',
    }))
    .sort((a, b) => weighShare(b) - weighShare(a) || a.code.localeCompare(b.code));
}

const nameOf = (code: string, facts: Facts): string => facts.find('provincie', code)?.naam ?? code;

const provincieOf = (gemeenteCode: string, facts: Facts): string[] =>
  facts
    .listMemberships(gemeenteCode)
    .filter((lid) => lid.soort === 'provincie' && !lid.deel)
    .map((lid) => lid.code);
