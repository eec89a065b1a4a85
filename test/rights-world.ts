// Projects with a secret in every corner, and people who may see more or less of them. Every secret is a word (or a
// coordinate) of its own, so that one look at the bytes of an answer says whether it is told.
import { randomBytes } from 'node:crypto';
import { createApp } from '../server/app.ts';
import { defaultAccess } from '../server/auth/config.ts';
import type { Database } from '../server/db/database.ts';
import { createTileService } from '../server/tiles/service.ts';
import { openTestDatabase, type Engine } from './engines.ts';
import { addPerson, type Person } from './people.ts';
import { loadWorld } from './world.ts';

/** What one may see of a project: 0 what is public, 1 as a party, 2 as its owner or a trusted party. */
export type Level = 0 | 1 | 2;

export interface Viewer {
  naam: string;
  level: Level;
  headers: Record<string, string>;
}

export interface Secret {
  /** Where it stands, for who reads a failure. */
  where: string;
  /** Any of these in an answer tells it. */
  words: string[];
  /** From which level on it may be seen. */
  level: Level;
}

export interface RightsWorld {
  db: Database;
  viewers: Viewer[];
  secrets: Secret[];
  /** Ids by table: project, component and what is said about projects. */
  ids: Record<string, string[]>;
  /** A moment before anything was changed. */
  before: string;
  request(path: string, init?: RequestInit): Promise<Response>;
  remove(): Promise<void>;
}

export const PROJECTS = ['S-0', 'S-1', 'S-2', 'S-3', 'S-4', 'S-5', 'S-6', 'S-7'] as const;
const FUTURE = '2999-01-01';
const PAST = '2020-01-01';
const levels = ['openbaar', 'partijen', 'vertrouwelijk'] as const;

/** The world, with a server that counts no requests. */
export async function openRightsWorld(engine: Engine): Promise<RightsWorld> {
  const database = await openTestDatabase(engine);
  const { db } = database;
  await loadWorld(db);
  const config = { ...database.config, port: 0, access: { ...defaultAccess, rateLimit: 0 } };
  const progress = { bezig: false, dataset: null, fouten: [], rdControle: null };
  const app = createApp({ db, config, tiles: createTileService(db, config), progress });
  const add = (code: string, soort: 'gemeente' | 'provincie' | 'netbeheerder'): Promise<Person> =>
    addPerson(db, { code, naam: `Organisatie ${code}`, soort }, ['coordinator', 'vaststeller']);
  const viewers: Viewer[] = [
    { naam: 'eigenaar', level: 2, headers: { ...(await add('eigen', 'netbeheerder')).headers } },
    { naam: 'niemand', level: 0, headers: {} },
    { naam: 'vertrouwde partij', level: 2, headers: { ...(await add('PV91', 'provincie')).headers } },
    { naam: 'partij', level: 1, headers: { ...(await add('GM9001', 'gemeente')).headers } },
    { naam: 'buitenstaander', level: 0, headers: { ...(await add('buiten', 'netbeheerder')).headers } },
  ];
  const secrets = new Secrets();
  const ids = await fill(db, secrets);
  return {
    db,
    viewers,
    secrets: secrets.list,
    ids,
    before: ids['before']![0]!,
    request: async (path, init) => app.request(path, init),
    remove: database.remove,
  };
}

class Secrets {
  readonly list: Secret[] = [];

  /** A new word that nobody below this level may see. */
  word(where: string, level: Level): string {
    const word = `kiem${randomBytes(5).toString('hex')}`;
    this.list.push({ where, words: [word], level });
    return word;
  }

  add(where: string, words: string[], level: Level): void {
    this.list.push({ where, words, level });
  }
}

interface Row {
  [column: string]: unknown;
}

async function insert(db: Database, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row);
  const values = columns.map((column, i) =>
    column === 'geom' || column === 'punt' ? `ST_GeomFromText($${i + 1}, 28992)` : `$${i + 1}`,
  );
  await db.query(
    `insert into atlas.${table} (${columns.join(', ')}) values (${values.join(', ')})`,
    columns.map((column) => row[column]),
  );
}

const project = (id: string): Row => ({
  id,
  eigenaar: 'eigen',
  provincies: ['PV91'],
  gemeenten: ['GM9001'],
  energiedrager: 'elektriciteit',
  type_infra_groep: 'station',
  pmiek_bewijs: 'bevestigd',
  bron: 'projecten',
});

/** Every field of a project that can hold a word. */
function words(secrets: Secrets, id: string, level: Level): Row {
  const fields = [
    'naam',
    'aanleiding',
    'doel',
    'kansen_knelpunten',
    'type_project',
    'vervolg',
    'locatie',
    'tijdspad',
  ];
  const more = [
    'type_infra',
    'pmiek_nummer',
    'pmiek_ronde',
    'concreetheid',
    'aard',
    'bron_datum',
    'reden',
    'bevoegd_gezag_orgaan',
  ];
  const word = (field: string) => secrets.word(`${id} ${field}`, level);
  return {
    ...Object.fromEntries([...fields, ...more].map((field) => [field, word(field)])),
    netbeheerders: [word('netbeheerders')],
    bronnen: [word('bronnen')],
    ip_nummers: [word('ip_nummers')],
    bedient_provincies: [word('bedient_provincies')],
    kenmerken: JSON.stringify({ bijzonder: word('kenmerken') }),
    herkomst: JSON.stringify({ doel: { bron: word('herkomst') } }),
  };
}

async function fill(db: Database, secrets: Secrets): Promise<Record<string, string[]>> {
  const ids: Record<string, string[]> = { project: [...PROJECTS], component: [] };
  const veldzicht = {
    doel: { niveau: 'partijen' },
    aanleiding: { niveau: 'vertrouwelijk', embargoTot: null },
    kansenKnelpunten: { niveau: 'vertrouwelijk', embargoTot: FUTURE },
    tijdspad: { niveau: 'vertrouwelijk', embargoTot: PAST },
    ibnVan: { niveau: 'partijen' },
    netbeheerders: { niveau: 'partijen' },
  };
  const own = words(secrets, 'S-0', 0);
  await insert(db, 'project', {
    ...project('S-0'),
    ...own,
    doel: secrets.word('S-0 doel', 1),
    aanleiding: secrets.word('S-0 aanleiding', 2),
    kansen_knelpunten: secrets.word('S-0 kansen_knelpunten', 2),
    netbeheerders: [secrets.word('S-0 netbeheerders', 1)],
    kenmerken: JSON.stringify({
      ibnTekst: secrets.word('S-0 kenmerken.ibnTekst', 1),
      netbeheerderTekst: secrets.word('S-0 kenmerken.netbeheerderTekst', 1),
    }),
    // The source of a hidden field, and why a hidden field was changed, say too much as well.
    herkomst: JSON.stringify({ doel: { bron: secrets.word('S-0 herkomst.doel', 1) } }),
    reden: secrets.word('S-0 reden', 2),
    veldzicht: JSON.stringify(veldzicht),
  });
  // What was overwritten above is nowhere.
  const overwritten = ['doel', 'aanleiding', 'kansen_knelpunten', 'reden'].map((field) => own[field]);
  const gone = secrets.list.filter(
    ({ where, words: [word] }) =>
      overwritten.includes(word) ||
      ((own['netbeheerders'] as string[]).includes(word!) && where.startsWith('S-0')),
  );
  for (const one of [
    ...gone,
    ...secrets.list.filter(({ words: [word] }) => `${own['kenmerken']}${own['herkomst']}`.includes(word!)),
  ])
    secrets.list.splice(secrets.list.indexOf(one), 1);

  const guarded: [string, Row, Level][] = [
    ['S-1', { vertrouwelijkheid: 'partijen' }, 1],
    ['S-2', { vertrouwelijkheid: 'vertrouwelijk' }, 2],
    ['S-3', { vertrouwelijkheid: 'vertrouwelijk', buitenbeeld: 'niets' }, 2],
    ['S-4', { vertrouwelijkheid: 'vertrouwelijk', embargo_tot: FUTURE }, 2],
    ['S-5', { vertrouwelijkheid: 'vertrouwelijk', embargo_tot: PAST }, 0],
    ['S-6', { vertrouwelijkheid: 'vertrouwelijk' }, 2],
    ['S-7', {}, 2],
  ];
  for (const [id, row, level] of guarded)
    await insert(db, 'project', { ...project(id), ...words(secrets, id, level), ...row });
  for (const id of PROJECTS) {
    await insert(db, 'partij', {
      id: `${id}-p1`,
      project_id: id,
      eigenaar: 'eigen',
      organisatie: 'GM9001',
      rol: 'betrokken',
    });
    await insert(db, 'partij', {
      id: `${id}-p2`,
      project_id: id,
      eigenaar: 'eigen',
      organisatie: 'PV91',
      rol: 'betrokken',
      vertrouwd: true,
    });
  }

  await fillComponents(db, secrets, ids);
  await fillRecords(db, secrets, ids);

  const [{ moment }] = (await db.query<{ moment: string }>('select clock_timestamp()::text as moment')) as [
    { moment: string },
  ];
  ids['before'] = [new Date(moment).toISOString().replace('Z', '+00:00')];
  // S-6 was confidential and is public now; S-7 was public and is confidential now.
  await replace(db, 'project', 'S-6', { vertrouwelijkheid: 'openbaar', ...words(secrets, 'S-6 nu', 0) });
  await replace(db, 'project', 'S-7', { vertrouwelijkheid: 'vertrouwelijk', ...words(secrets, 'S-7 nu', 2) });
  return ids;
}

/** Closes the known row and adds a version with other values. */
async function replace(db: Database, table: string, id: string, row: Row): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(`update atlas.${table} set bekend_tot = now() where id = $1 and bekend_tot is null`, [id]);
    await insert({ ...db, query: tx.query }, table, { ...project(id), ...row });
  });
}

async function fillComponents(db: Database, secrets: Secrets, ids: Record<string, string[]>): Promise<void> {
  const given: [string, string, Row, Level][] = [
    ['S-0-1', 'S-0', { vertrouwelijkheid: 'partijen', buitenbeeld: 'gemeente' }, 1],
    ['S-0-2', 'S-0', { vertrouwelijkheid: 'vertrouwelijk', buitenbeeld: 'km-cel' }, 2],
    ['S-0-3', 'S-0', { vertrouwelijkheid: 'vertrouwelijk', buitenbeeld: 'niets' }, 2],
    ['S-0-4', 'S-0', { vertrouwelijkheid: 'vertrouwelijk', embargo_tot: PAST }, 0],
    ['S-0-5', 'S-0', { vertrouwelijkheid: 'vertrouwelijk', embargo_tot: FUTURE, buitenbeeld: 'km-cel' }, 2],
    ['S-1-1', 'S-1', {}, 1],
    ['S-2-1', 'S-2', { vertrouwelijkheid: 'partijen', buitenbeeld: 'km-cel' }, 2],
    ['S-3-1', 'S-3', {}, 2],
    ['S-4-1', 'S-4', {}, 2],
    ['S-5-1', 'S-5', {}, 0],
    ['S-7-1', 'S-7', {}, 2],
  ];
  for (const [i, [id, projectId, row, level]] of given.entries()) {
    // No two have the same x or y, nor the same degrees.
    const [x, y] = [101_437.123 + i * 1003.25, 402_411.456 + i * 51.5];
    await insert(db, 'component', {
      id,
      project_id: projectId,
      eigenaar: 'eigen',
      soort: 'station',
      ligging: 'exact',
      geom: `POINT(${x} ${y})`,
      naam: secrets.word(`${id} naam`, level),
      toelichting: secrets.word(`${id} toelichting`, level),
      netbeheerder: secrets.word(`${id} netbeheerder`, level),
      sjabloon: secrets.word(`${id} sjabloon`, level),
      reden: secrets.word(`${id} reden`, level),
      ip_nummers: [secrets.word(`${id} ip_nummers`, level)],
      ...row,
    });
    const [place] = await db.query<{ lng: string; lat: string }>(
      `select round(ST_X(p)::numeric, 7)::text as lng, round(ST_Y(p)::numeric, 7)::text as lat
       from ST_Transform(ST_SetSRID(ST_Point($1::float8, $2::float8), 28992), 4326) p`,
      [x, y],
    );
    // To within a metre.
    secrets.add(
      `${id} plek`,
      [place!.lng.slice(0, 7), place!.lat.slice(0, 8), String(x).slice(0, 8), String(y).slice(0, 8)],
      level,
    );
    ids['component']!.push(id);
  }
}

/** Per table the column that holds a word, and what else a row needs. */
const records: [string, string, Row][] = [
  ['partij', 'toelichting', { organisatie: 'GM9002', rol: 'geraadpleegd' }],
  ['contactpersoon', 'naam', { organisatie: 'eigen', bewaren_tot: FUTURE }],
  ['variant', 'toelichting', { component_id: 'S-0-4', letter: 'A', ligging: 'geen' }],
  ['besluit', 'toelichting', { besluit: 'omgevingsvergunning', bevoegd_gezag: 'gemeente' }],
  ['actie', 'activiteit', { trekkers: ['eigen'], planning_tot: '2026-01-01' }],
  ['monitoring', 'aandachtspunten', { periode: '2026-H2' }],
  ['energyboardvraag', 'vraag', { gesteld_op: '2026-01-01' }],
  ['opmerking', 'tekst', { onderwerp: 'project' }],
  ['betwisting', 'bezwaar', { laag: 'natura2000', object: 'Wiesel', uitkomst: '{}' }],
  ['document', 'titel', { url: 'https://example.org/stuk' }],
  ['koppeling', 'toelichting', { soort: 'investeringsplan', doel: 'IP-1' }],
  [
    'ibn',
    'oorzaak',
    { jaar_van: 2030, jaar_tot: 2031, aard: 'gepland', gezegd_op: '2026-01-01', bron: 'verzonnen' },
  ],
  ['mijlpaal', 'naam', { datum: '2026-01-01', aard: 'gepland' }],
  ['rondestap', 'toelichting', { ronde: '2.0', stap: 'opgenomen' }],
];

export const recordTables = records.map(([table]) => table);

async function fillRecords(db: Database, secrets: Secrets, ids: Record<string, string[]>): Promise<void> {
  const add = async (table: string, column: string, row: Row, id: string, level: Level) => {
    await insert(db, table, {
      id,
      eigenaar: 'eigen',
      [column]: secrets.word(`${table} ${id}`, level),
      reden: secrets.word(`${table} ${id} reden`, level),
      ...row,
    });
    (ids[table] ??= []).push(id);
  };
  for (const [table, column, row] of records) {
    // Personal data is for parties at least; what was said about the IBN of S-0 follows the field IBN.
    const least: Level = table === 'contactpersoon' || table === 'ibn' ? 1 : 0;
    for (const [level, vertrouwelijkheid] of levels.entries()) {
      const seen = Math.max(level, least) as Level;
      await add(table, column, { ...row, project_id: 'S-0', vertrouwelijkheid }, `${table}-${level}`, seen);
    }
    const embargo = { ...row, project_id: 'S-0', vertrouwelijkheid: 'vertrouwelijk' };
    await add(table, column, { ...embargo, embargo_tot: PAST }, `${table}-voorbij`, least);
    await add(table, column, { ...embargo, embargo_tot: FUTURE }, `${table}-komt`, 2);
    // Public by itself, in a project that is not.
    await add(table, column, { ...row, project_id: 'S-1' }, `${table}-s1`, 1);
    await add(table, column, { ...row, project_id: 'S-2' }, `${table}-s2`, 2);
    await add(table, column, { ...row, project_id: 'S-3' }, `${table}-s3`, 2);
    await add(table, column, { ...row, project_id: 'S-7' }, `${table}-s7`, 2);
    if (['variant', 'besluit', 'betwisting', 'koppeling'].includes(table)) {
      // Public by itself, about a component that is not.
      await add(table, column, { ...row, project_id: 'S-0', component_id: 'S-0-2' }, `${table}-plek`, 2);
    }
    // An earlier version that was public, of what is confidential now.
    const id = `${table}-eerder`;
    await add(
      table,
      column,
      { ...row, project_id: 'S-0', bekend_van: '2025-01-01', bekend_tot: '2025-06-01' },
      id,
      2,
    );
    await add(
      table,
      column,
      { ...row, project_id: 'S-0', vertrouwelijkheid: 'vertrouwelijk', bekend_van: '2025-06-01' },
      id,
      2,
    );
  }
  const [table, column] = ['contactpersoon', 'naam'];
  await insert(db, table, {
    id: 'contactpersoon-verlopen',
    project_id: 'S-0',
    eigenaar: 'eigen',
    organisatie: 'eigen',
    bewaren_tot: PAST,
    [column]: 'verlopenpersoon',
  });
  const veld = { onderwerp: 'veld', project_id: 'S-0' };
  await add('opmerking', 'tekst', { ...veld, veld: 'aanleiding' }, 'opmerking-veld', 2);
}
