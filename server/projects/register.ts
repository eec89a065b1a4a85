import type { Project } from '../../data/schema/project.ts';
import { toProjectTitle } from '../../data/project-title.ts';
import { loadStampSql, type AreaRegister, type AreaRegisters } from '../areas/register.ts';
import type { Database } from '../db/database.ts';
import { projectListSql } from './list-sql.ts';

export interface ProjectList {
  stamp: string;
  projecten: Project[];
}

export interface ProjectRegisters {
  /** A text that changes with every load and with every change of a project or component. */
  getStamp(): Promise<string>;
  /** Every project as lists show it, in the order of its id, with and without a location. */
  getCurrent(): Promise<ProjectList>;
}

/** Changes with every load and with every change of a project or component (a change always adds a row). */
const stampSql = `select ${loadStampSql} || '/' ||
  (select coalesce(max(rij), 0) || '-' || count(*) from atlas.project_nu) || '/' ||
  (select coalesce(max(rij), 0) || '-' || count(*) from atlas.component_nu) as stamp`;

type ProjectRow = Omit<Project, 'titel' | 'gemeenten' | 'resRegios' | 'subregios'> & {
  gemeenteCodes: string[];
};

/** Project lists over `db`, kept in memory until something changes. */
export function createProjectRegisters(db: Database, registers: AreaRegisters): ProjectRegisters {
  let known: { stamp: string; list: Promise<ProjectList> } | null = null;

  async function getStamp(): Promise<string> {
    const [row] = await db.query<{ stamp: string }>(stampSql, []);
    return row?.stamp ?? '';
  }

  return {
    getStamp,
    async getCurrent() {
      const stamp = await getStamp();
      if (known?.stamp !== stamp) {
        const list = loadProjects(db, registers, stamp);
        known = { stamp, list };
        // A failed list is told to who asked for it, and not kept.
        list.catch(() => (known = null));
      }
      return known.list;
    },
  };
}

async function loadProjects(db: Database, registers: AreaRegisters, stamp: string): Promise<ProjectList> {
  const register = await registers.getCurrent();
  const rows = await db.query<ProjectRow>(projectListSql, []);
  return { stamp, projecten: rows.map((row) => toProject(register, row)) };
}

/** The row with its areas named. */
function toProject(register: AreaRegister, { gemeenteCodes, ...row }: ProjectRow): Project {
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
  };
}
