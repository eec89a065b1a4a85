import type { Project } from '../../data/schema/project.ts';
import { toProjectTitle } from '../../data/project-title.ts';
import type { AreaRegister, AreaRegisters } from '../areas/register.ts';
import type { Queryable } from '../db/database.ts';
import type { Reader } from '../db/reader.ts';
import { createKeptRows } from '../questions/kept-rows.ts';
import { projectListSql } from './list-sql.ts';

export interface ProjectList {
  stamp: string;
  projecten: Project[];
}

export interface ProjectRegisters {
  /** A text that changes with every load, every change of a project, component, party or IBN, and every day. */
  getStamp(reader: Reader): Promise<string>;
  /** Every project as lists show it to this reader, in the order of its id, with and without a location. */
  getCurrent(reader: Reader): Promise<ProjectList>;
}

const stampSql = 'select stempel as stamp from atlas.stand_projecten';

/** Lists kept for readers who see something else than everybody sees today. */
const KEPT = 8;

type ProjectRow = Omit<Project, 'titel' | 'gemeenten' | 'resRegios' | 'subregios' | 'isBuitenbeeld'> & {
  gemeenteCodes: string[];
  isBuitenbeeld: boolean;
};

/** Project lists, kept in memory for who sees the same until something changes. */
export function createProjectRegisters(registers: AreaRegisters): ProjectRegisters {
  const everybody = createKeptRows<ProjectList>(1);
  const others = createKeptRows<ProjectList>(KEPT);

  async function getStamp(reader: Reader): Promise<string> {
    const [row] = await reader.query<{ stamp: string }>(stampSql, []);
    return row?.stamp ?? '';
  }

  return {
    getStamp,
    async getCurrent(reader) {
      const stamp = await getStamp(reader);
      const kept = reader.profile === '' ? everybody : others;
      return kept.get(stamp, reader.profile, () => loadProjects(reader, registers, stamp));
    },
  };
}

async function loadProjects(db: Queryable, registers: AreaRegisters, stamp: string): Promise<ProjectList> {
  const register = await registers.getCurrent();
  const rows = await db.query<ProjectRow>(projectListSql, []);
  return { stamp, projecten: rows.map((row) => toProject(register, row)) };
}

/** The row with its areas named. */
function toProject(register: AreaRegister, { gemeenteCodes, isBuitenbeeld, ...row }: ProjectRow): Project {
  const gemeenten = gemeenteCodes.map((code) => ({
    code,
    naam: register.find('gemeente', code)?.naam ?? code,
  }));
  const memberships = gemeenteCodes.flatMap((code) => register.listMemberships(code));
  const codesOf = (soort: string): string[] => [
    ...new Set(memberships.filter((lid) => lid.soort === soort).map((lid) => lid.code)),
  ];
  const places = gemeenten.map((one) => one.naam);
  const provincies = row.provincies.map((code) => register.find('provincie', code)?.naam ?? code);
  return {
    ...row,
    titel: toProjectTitle(row, places.length > 0 ? places : provincies),
    gemeenten,
    resRegios: codesOf('res-regio'),
    subregios: codesOf('subregio'),
    ...(isBuitenbeeld && { isBuitenbeeld }),
  };
}
