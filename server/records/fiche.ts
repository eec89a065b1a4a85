import { checkRecord } from '../../data/rules/checks/index.ts';
import type { Feiten } from '../../data/rules/checks/check.ts';
import { checkFase, type FaseFeiten, type FaseToets } from '../../data/rules/fases.ts';
import { findRecord, projectRecord, records } from '../../data/records/index.ts';
import type { GetoondeBevinding, Registratie } from '../../data/schema/registratie.ts';
import { fases, liggingen, type Fase, type Ligging } from '../../data/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import { toShown } from '../http/problem.ts';
import { listSql, orderOf, selectSql, toRegistratie } from './read.ts';
import { toAddableSql, toSourceSql } from './row-sql.ts';
import { toGetoond } from './save.ts';

/** Something strange about a record of the fiche. */
export type FicheBevinding = GetoondeBevinding & { soort: string; id: string };

/** A project with everything that is said about it, by plural of the kind. */
export interface Fiche {
  project: Registratie;
  [meervoud: string]: Registratie[] | Registratie | FicheBevinding[] | FaseToets[] | string[];
  /** The kinds, by plural, of which who asks may add one. */
  magToevoegen: string[];
  letOp: FicheBevinding[];
  faseToets: FaseToets[];
}

const children = records.filter(({ naam }) => naam !== 'project');

/** One row: `vandaag`, the project, what may be added and its records; parameters: id of the project, SRID. */
export const ficheSql = `select (now() at time zone 'Europe/Amsterdam')::date::text as vandaag,
  (select to_json(p) from (${selectSql(projectRecord, toSourceSql(projectRecord), '$2::int')} where r.id = $1) p) as project,
  (select ${toAddableSql(children)} from ${toSourceSql(projectRecord)} r where r.id = $1) as toevoegen,
  json_build_object(${children
    .map(
      (document) => `'${document.meervoud}', (select coalesce(json_agg(to_json(c)), '[]') from (
        ${listSql(document, toSourceSql(document), '$2::int', 'r.project_id = $1', orderOf(document))}) c)`,
    )
    .join(',\n    ')}) as kinderen`;

type Row = Parameters<typeof toRegistratie>[0];

/** The fiche of a project in one round trip, geometry in `srid`; null when it is not there or may not be seen. */
export async function findFiche(db: Queryable, id: string, srid: number): Promise<Fiche | null> {
  const [row] = await db.query<{
    vandaag: string;
    project: Row | null;
    toevoegen: string[];
    kinderen: Record<string, Row[]>;
  }>(ficheSql, [id, srid]);
  if (!row?.project) return null;
  const project = toRegistratie(row.project);
  const kinderen = Object.fromEntries(
    Object.entries(row.kinderen).map(([meervoud, rows]) => [meervoud, rows.map(toRegistratie)]),
  );
  const faseToets = toFaseToets(project, kinderen);
  return {
    project,
    ...kinderen,
    magToevoegen: row.toevoegen,
    letOp: [
      ...faseToets.flatMap(toFaseBevinding(project)),
      ...listStrange(project, kinderen, row.vandaag),
      ...listLoose(project, kinderen),
    ],
    faseToets,
  };
}

const adopted = ['vastgesteld', 'in werking', 'onherroepelijk'];

/** The facts that the kenmerken of a fase speak of: what the project says, or else what its records show. */
export function toFaseFeiten(project: Registratie, kinderen: Record<string, Registratie[]>): FaseFeiten {
  const said = (veld: string) => (project.gegevens[veld] as boolean | null) ?? null;
  const all = (kind: string) => kinderen[kind] ?? [];
  const isChosen = all('varianten').some(({ gegevens }) => gegevens['isVoorkeur'] === true);
  const isDecided = all('besluiten').some(
    ({ gegevens }) =>
      gegevens['besluit'] === 'projectbesluit' && adopted.includes(String(gegevens['status'])),
  );
  const known = [
    ...all('componenten'),
    ...all('varianten').filter(({ gegevens }) => gegevens['isVoorkeur'] === true),
  ];
  const ligging =
    liggingen.find((one) => known.some(({ gegevens }) => gegevens['ligging'] === one)) ?? 'geen';
  return {
    ligging: ligging satisfies Ligging,
    voorkeursalternatief: said('voorkeursalternatief') ?? (isChosen || null),
    projectbesluit: said('projectbesluit') ?? (isDecided || null),
    technischOntwerp: said('technischOntwerp'),
    investeringsbesluit: said('investeringsbesluit'),
  };
}

/** The kenmerken of its fase held against the data; `[]` for a fase that is not known. */
export function toFaseToets(
  project: Registratie,
  kinderen: Record<string, Registratie[]>,
  fase = project.gegevens['fase'],
): FaseToets[] {
  return isFase(fase) ? checkFase(fase, toFaseFeiten(project, kinderen)) : [];
}

export const isFase = (value: unknown): value is Fase => (fases as readonly unknown[]).includes(value);

const toFaseBevinding =
  (project: Registratie) =>
  ({ kenmerk, uitkomst }: FaseToets): FicheBevinding[] => {
    if (uitkomst !== 'strijdig') return [];
    const fase = String(project.gegevens['fase']);
    return [
      {
        soort: 'project',
        id: project.id,
        veld: 'fase',
        waarde: fase,
        verwacht: toContradiction(fase, kenmerk),
        ernst: 'letOp',
      },
    ];
  };

/** The kenmerk turned into what is seen: "planuitwerking, maar er is nog geen locatie". */
const contradictions: Record<string, string> = {
  'nog geen oplossingsrichting': 'er is al een voorkeursalternatief',
  'nog geen keuze voor modaliteit of energiedrager': 'er is al een voorkeursalternatief',
  'voorkeursalternatief is er': 'er is nog geen voorkeursalternatief',
  'nog geen projectbesluit': 'er is al een projectbesluit',
  'er is een locatie': 'er is nog geen locatie',
  'nog geen technische uitwerking': 'er is al een technische uitwerking',
  'definitief investeringsbesluit genomen': 'er is nog geen definitief investeringsbesluit',
};
function toContradiction(fase: string, kenmerk: string): string {
  return `${fase}, maar ${contradictions[kenmerk] ?? `niet: ${kenmerk}`}`;
}

/** What is strange about the project and each of its records, as they are. */
function listStrange(
  project: Registratie,
  kinderen: Record<string, Registratie[]>,
  vandaag: string,
): FicheBevinding[] {
  return Object.entries({ projecten: [project], ...kinderen }).flatMap(([meervoud, items]) => {
    const document = findRecord(meervoud);
    if (!document) return [];
    return items.flatMap(({ id, gegevens }) => {
      const feiten: Feiten = {
        vandaag,
        project,
        buren: items.filter((other) => other.id !== id),
        organisaties: null,
        gebieden: null,
        projecten: null,
        registraties: null,
      };
      return checkRecord(document, { id, gegevens, vorige: gegevens, reden: null, feiten }).map((found) => ({
        ...toGetoond(found),
        veld: found.veld,
        soort: document.naam,
        id,
      }));
    });
  });
}

/** The records of a fiche by plural of their kind. */
export function listKinderen(fiche: Fiche): Record<string, Registratie[]> {
  return Object.fromEntries(
    children.map(({ meervoud }) => [meervoud, (fiche[meervoud] ?? []) as Registratie[]]),
  );
}

/** Ends that hang loose between records: a question that was not put, a project that lapsed outside every round. */
function listLoose(project: Registratie, kinderen: Record<string, Registratie[]>): FicheBevinding[] {
  const put = new Set((kinderen['energyboardvragen'] ?? []).map(({ gegevens }) => gegevens['monitoringId']));
  const found = (kinderen['monitoring'] ?? [])
    .filter(({ id, gegevens }) => gegevens['vraagEnergyboard'] !== null && !put.has(id))
    .map(({ id, gegevens }): FicheBevinding => ({
      soort: 'monitoring',
      id,
      veld: 'vraagEnergyboard',
      waarde: toShown(gegevens['vraagEnergyboard']),
      verwacht:
        'een vraag aan de energyboard: deze staat alleen in de monitoring en kan niet beantwoord worden',
      ernst: 'letOp',
    }));
  const lapsed = project.gegevens['fase'] === 'vervallen';
  const isSaid = (kinderen['rondestappen'] ?? []).some(({ gegevens }) =>
    ['vervallen', 'samengevoegd', 'gesplitst', 'terug naar pMIEK +1'].includes(String(gegevens['stap'])),
  );
  if (lapsed && !isSaid) {
    const verwacht =
      'een stap in een ronde die zegt waarom, of wie het opvolgt: geen project verdwijnt zonder opvolger of reden';
    found.push({
      soort: 'project',
      id: project.id,
      veld: 'fase',
      waarde: 'vervallen',
      verwacht,
      ernst: 'letOp',
    });
  }
  return found;
}
