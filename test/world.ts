// An invented land of squares in RD New whose every area is known by heart. One square is 10 by 10 km:
//
//   y 420 km ┌────────┬────────╦────────┬────────┐
//            │ Eik    │ Ferm   ║ Gors   │ Heem   │   gemeenten GM9005 … GM9008
//       410  ├────────┼────────╬────────┼────────┤
//            │ Aarde  │ Beek   ║ Camp   │ Dorp   │   gemeenten GM9001 … GM9004
//       400  └────────┴────────╩────────┴────────┘
//         x 100      110      120      130      140 km
//               West (PV91)   ║    Oost (PV92)
//
// Each gemeente is stored whole and in four pieces of 5 by 5 km, so that questions cross seams. Nothing lies outside.
import type { Database } from '../server/db/database.ts';

const km = 1000;

/** WKT of a rectangle in RD metres. */
export function toRectangle(minX: number, minY: number, maxX: number, maxY: number): string {
  return `POLYGON((${minX} ${minY},${maxX} ${minY},${maxX} ${maxY},${minX} ${maxY},${minX} ${minY}))`;
}

/** The same rectangle as GeoJSON. */
export function toRectangleGeometry(minX: number, minY: number, maxX: number, maxY: number) {
  return {
    type: 'Polygon' as const,
    coordinates: [
      [
        [minX, minY],
        [maxX, minY],
        [maxX, maxY],
        [minX, maxY],
        [minX, minY],
      ] as [number, number][],
    ],
  };
}

export const gemeenten = ['Aarde', 'Beek', 'Camp', 'Dorp', 'Eik', 'Ferm', 'Gors', 'Heem'].map((naam, i) => ({
  code: `GM900${i + 1}`,
  naam,
  minX: (100 + (i % 4) * 10) * km,
  minY: (i < 4 ? 400 : 410) * km,
}));

const sources = [
  ['gemeenten', 'Gemeenten', 'spiegel'],
  ['provincies', 'Provincies', 'spiegel'],
  ['res-regios', "RES-regio's", 'spiegel'],
  ['subregios', "Subregio's", 'spiegel'],
  ['netbeheerdersgebieden', 'Netbeheerdersgebieden', 'spiegel'],
  ['waterschappen', 'Waterschappen', 'spiegel'],
  ['projecten', 'Projecten', 'schematisch'],
  ['plannen', 'Ruimtelijke plannen', 'spiegel'],
  ['natura2000', 'Natura 2000', 'spiegel'],
  ['nnn', 'NNN', 'spiegel'],
  ['ecologische-verbindingen', 'Ecologische verbindingen', 'spiegel'],
] as const;
/** Loaded for the provincie West only. */
const onlyWest = ['natura2000', 'nnn', 'ecologische-verbindingen'];

/** Areas made of gemeenten: soort, code, naam, indeling, bron, members by first letter. */
const unions = [
  ['provincie', 'PV91', 'West', null, 'provincies', 'ABEF'],
  ['provincie', 'PV92', 'Oost', null, 'provincies', 'CDGH'],
  ['res-regio', 'ES91', 'Kust', null, 'res-regios', 'AE'],
  ['res-regio', 'ES92', 'Midden', null, 'res-regios', 'BF'],
  ['res-regio', 'ES93', 'Achterland', null, 'res-regios', 'CDGH'],
  ['subregio', 'SR-zuidwest', 'Zuidwest', 'Kwarten', 'subregios', 'AB'],
  ['subregio', 'SR-noordwest', 'Noordwest', 'Kwarten', 'subregios', 'EF'],
  ['subregio', 'SR-west', 'Heel West', 'Helften', 'subregios', 'ABEF'],
  ['netbeheerdersgebied', 'NB-noord', 'Noordnet', null, 'netbeheerdersgebieden', 'EFGH'],
  ['netbeheerdersgebied', 'NB-zuid', 'Zuidnet', null, 'netbeheerdersgebieden', 'ABCD'],
] as const;

/** A waterschap over the border between both rows of West, and one that is known by name only. */
export const waterschap = {
  code: 'WS91',
  naam: 'De Vaart',
  minX: 100 * km,
  minY: 405 * km,
  maxX: 120 * km,
  maxY: 415 * km,
};

const pieceSize = 5 * km;

/** Fills a migrated, empty database with the land, its plans, protected areas and projects. */
export async function loadWorld(db: Database): Promise<void> {
  for (const [id, titel, herkomst] of sources) {
    await db.query(
      `insert into atlas.databron (id, titel, herkomst, peildatum, uitgever, licentie, adres, dekking, aantal, controlesom)
       values ($1, $2, $3, '2024-01-01', 'verzonnen', 'CC0-1.0', 'test/world.ts', $4, 1, $1)`,
      [id, titel, herkomst, onlyWest.includes(id) ? ['PV91'] : null],
    );
  }
  await loadAreas(db);
  await loadPlans(db);
  await loadProjects(db);
}

async function loadAreas(db: Database): Promise<void> {
  for (const { code, naam, minX, minY } of gemeenten) {
    const wkt = toRectangle(minX, minY, minX + 10 * km, minY + 10 * km);
    await addArea(db, ['gemeente', code, naam, null, 'gemeenten', {}], wkt);
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const [x, y] = [minX + dx * pieceSize, minY + dy * pieceSize];
      await addPiece(db, 'gemeente', code, toRectangle(x, y, x + pieceSize, y + pieceSize));
    }
  }
  for (const [soort, code, naam, indeling, bron, letters] of unions) {
    const members = gemeenten.filter((one) => letters.includes(one.naam.charAt(0)));
    const minX = Math.min(...members.map((one) => one.minX));
    const minY = Math.min(...members.map((one) => one.minY));
    const maxX = Math.max(...members.map((one) => one.minX)) + 10 * km;
    const maxY = Math.max(...members.map((one) => one.minY)) + 10 * km;
    await addArea(db, [soort, code, naam, indeling, bron, {}], toRectangle(minX, minY, maxX, maxY));
    for (const member of members) {
      // A part of Ferm, known in words only, belongs to the other operator.
      const note =
        soort === 'netbeheerdersgebied' && member.naam === 'Ferm' ? 'deels: Fermse Polder bij Zuidnet' : null;
      await addMember(db, soort, code, member.code, false, note);
    }
  }
  await addMember(db, 'netbeheerdersgebied', 'NB-zuid', 'GM9006', true, 'Fermse Polder');
  const { code, naam, minX, minY, maxX, maxY } = waterschap;
  await addArea(
    db,
    ['waterschap', code, naam, null, 'waterschappen', { provincies: ['PV91'] }],
    toRectangle(minX, minY, maxX, maxY),
  );
  await addPiece(db, 'waterschap', code, toRectangle(minX, minY, maxX, maxY));
  await addArea(
    db,
    ['waterschap', 'WS92', 'Het Hoge', null, 'waterschappen', { provincies: ['PV92'] }],
    null,
  );
  await db.query(
    `insert into atlas.provinciegrens (provincie_a, provincie_b, geom) values
      ('PV91', 'PV92', ST_GeomFromText('MULTILINESTRING((120000 400000,120000 420000))', 28992)),
      ('PV91', null, ST_GeomFromText('MULTILINESTRING((120000 400000,100000 400000,100000 420000,120000 420000))', 28992)),
      ('PV92', null, ST_GeomFromText('MULTILINESTRING((120000 400000,140000 400000,140000 420000,120000 420000))', 28992))`,
    [],
  );
}

async function addArea(
  db: Database,
  [soort, code, naam, indeling, bron, eigenschappen]: readonly [
    string,
    string,
    string,
    string | null,
    string,
    object,
  ],
  wkt: string | null,
): Promise<void> {
  await db.query(
    `insert into atlas.gebied (soort, code, naam, indeling, bron, eigenschappen, geom)
     values ($1, $2, $3, $4, $5, $6, ST_Multi(ST_GeomFromText($7, 28992)))`,
    [soort, code, naam, indeling, bron, JSON.stringify(eigenschappen), wkt],
  );
}

async function addPiece(db: Database, soort: string, code: string, wkt: string): Promise<void> {
  await db.query(
    'insert into atlas.gebied_deel (soort, code, geom) values ($1, $2, ST_GeomFromText($3, 28992))',
    [soort, code, wkt],
  );
}

async function addMember(
  db: Database,
  soort: string,
  code: string,
  gemeenteCode: string,
  deel: boolean,
  toelichting: string | null,
): Promise<void> {
  await db.query(
    'insert into atlas.gebied_lid (soort, code, gemeente_code, deel, toelichting) values ($1, $2, $3, $4, $5)',
    [soort, code, gemeenteCode, deel, toelichting],
  );
}

/**
 * In Aarde, x and y in km from (100, 400):
 *   plan A (vastgesteld)  the square 1–2 × 1–2: west half Bedrijf, east half Groen, along its south edge a strip of 100 m
 *   plan B (ontwerp)      the square 2–3 × 1–2: touches plan A along x = 2
 *   natura2000 Wiesel     the square 4–5 × 1–2, with a hole of 200 × 200 m
 *   nnn                   the square 4–4,5 × 1–2 (the west half of Wiesel)
 *   ecologische verbinding  the line y = 3 from x = 4 to 6
 */
async function loadPlans(db: Database): Promise<void> {
  const plan = (id: string, naam: string, status: string): Promise<unknown> =>
    db.query(
      `insert into atlas.plan (id, naam, soort, status, datum, eigenaar_code, eigenaar_naam, eigenaar_soort, bron)
       values ($1, $2, 'bestemmingsplan', $3, '2020-05-01', '9001', 'gemeente Aarde', 'gemeentelijke overheid', 'plannen')`,
      [id, naam, status],
    );
  const part = (
    planId: string,
    onderdeel: string,
    naam: string,
    hoofdgroep: string | null,
    wkt: string,
  ): Promise<unknown> =>
    db.query(
      `insert into atlas.planvlak (plan_id, onderdeel, naam, hoofdgroep, geom)
       values ($1, $2, $3, $4, ST_Multi(ST_GeomFromText($5, 28992)))`,
      [planId, onderdeel, naam, hoofdgroep, wkt],
    );
  await plan('NL.IMRO.9001.A', 'Plan A', 'vastgesteld');
  await part('NL.IMRO.9001.A', 'plangebied', 'Plan A', null, toRectangle(101_000, 401_000, 102_000, 402_000));
  await part(
    'NL.IMRO.9001.A',
    'enkelbestemming',
    'Bedrijf',
    'bedrijf',
    toRectangle(101_000, 401_000, 101_500, 402_000),
  );
  await part(
    'NL.IMRO.9001.A',
    'enkelbestemming',
    'Groen',
    'groen',
    toRectangle(101_500, 401_000, 102_000, 402_000),
  );
  await part(
    'NL.IMRO.9001.A',
    'dubbelbestemming',
    'Leiding - Gas',
    'leiding',
    toRectangle(101_000, 401_000, 102_000, 401_100),
  );
  await plan('NL.IMRO.9001.B', 'Plan B', 'ontwerp');
  await part('NL.IMRO.9001.B', 'plangebied', 'Plan B', null, toRectangle(102_000, 401_000, 103_000, 402_000));
  await part(
    'NL.IMRO.9001.B',
    'enkelbestemming',
    'Wonen',
    'wonen',
    toRectangle(102_000, 401_000, 103_000, 402_000),
  );
  const hole = '(104400 401400,104400 401600,104600 401600,104600 401400,104400 401400)';
  const wiesel = toRectangle(104_000, 401_000, 105_000, 402_000).replace(/\)$/, `,${hole})`);
  for (const [laag, naam, wkt] of [
    ['natura2000', 'Wiesel', wiesel],
    ['nnn', 'Wieselse Heide', toRectangle(104_000, 401_000, 104_500, 402_000)],
    ['ecologische-verbindingen', 'Egelbaan', 'LINESTRING(104000 403000,106000 403000)'],
  ] as const) {
    await db.query(
      'insert into atlas.beschermd_gebied (laag, bron_id, naam, bron, geom) values ($1, $2, $2, $1, ST_GeomFromText($3, 28992))',
      [laag, naam, wkt],
    );
  }
}

interface WorldProject {
  id: string;
  naam: string | null;
  provincies: string[];
  gemeenten: string[];
  bedient?: string[];
  soort: string;
  typeInfra: string | null;
  aard?: 'nieuw' | 'uitbreiding';
  fase: string | null;
  ligging: 'exact' | 'zoekgebied' | 'indicatief' | 'geen';
  wkt: string | null;
  straalM?: number;
  corridorM?: number;
  kenmerken?: object;
}

/** One project of every kind of location; components have the id of the project with -1. */
export const projects: readonly WorldProject[] = [
  // 200 × 200 m = 4 ha, half on Bedrijf and half on Groen of plan A.
  {
    id: 'W-01',
    naam: 'Station Aarde',
    provincies: ['PV91'],
    gemeenten: ['GM9001'],
    soort: 'station',
    typeInfra: '150 kV-station',
    fase: 'planuitwerking',
    ligging: 'exact',
    wkt: toRectangle(101_400, 401_400, 101_600, 401_600),
  },
  // 30 km along y = 405 km: Aarde 5, Beek 10, Camp 10, Dorp 5; the pieces of each gemeente meet on that very line.
  {
    id: 'W-02',
    naam: 'Kabel Aarde–Dorp',
    provincies: ['PV91', 'PV92'],
    gemeenten: ['GM9001', 'GM9002', 'GM9003', 'GM9004'],
    soort: 'kabel',
    typeInfra: '150 kV-kabel',
    fase: 'verkenning',
    ligging: 'exact',
    wkt: 'LINESTRING(105000 405000,135000 405000)',
    corridorM: 20,
  },
  // Somewhere within 2 km of a point 1 km west of the border.
  {
    id: 'W-03',
    naam: 'Station Grensstreek',
    provincies: ['PV91'],
    gemeenten: ['GM9006'],
    soort: 'station',
    typeInfra: '380/150 kV-station',
    aard: 'nieuw',
    fase: null,
    ligging: 'indicatief',
    wkt: 'POINT(119000 415000)',
    straalM: 2000,
  },
  {
    id: 'W-04',
    naam: null,
    provincies: ['PV91', 'PV92'],
    gemeenten: ['GM9002', 'GM9003'],
    soort: 'onbekend',
    typeInfra: null,
    fase: null,
    ligging: 'geen',
    wkt: null,
  },
  // 2 km from the border, and serving the other side of it.
  {
    id: 'W-05',
    naam: 'Station Zuid',
    provincies: ['PV91'],
    gemeenten: ['GM9002'],
    bedient: ['PV91', 'PV92'],
    soort: 'station',
    typeInfra: '150/20 kV-station',
    fase: 'realisatie',
    ligging: 'exact',
    wkt: 'POINT(118000 402000)',
    kenmerken: { oppervlakteHa: 3 },
  },
  // Covers the east half of W-01 (100 × 200 m = 2 ha).
  {
    id: 'W-06',
    naam: 'Zoekgebied Oost',
    provincies: ['PV91'],
    gemeenten: ['GM9001'],
    soort: 'station',
    typeInfra: '110 kV-station',
    aard: 'nieuw',
    fase: 'verkenning',
    ligging: 'zoekgebied',
    wkt: toRectangle(101_500, 401_300, 101_900, 401_700),
  },
  // Far from any border.
  {
    id: 'W-07',
    naam: 'Station Diep',
    provincies: ['PV92'],
    gemeenten: ['GM9008'],
    soort: 'station',
    typeInfra: 'MS-station',
    aard: 'uitbreiding',
    fase: 'verkenning',
    ligging: 'exact',
    wkt: 'POINT(135000 415000)',
  },
];

async function loadProjects(db: Database): Promise<void> {
  for (const project of projects) {
    await db.query(
      `insert into atlas.project (id, naam, provincies, gemeenten, bedient_provincies, energiedrager, type_infra,
         type_infra_groep, netbeheerders, aard, pmiek_bewijs, fase, fase_herkomst, bronnen, kenmerken, bron)
       values ($1, $2, $3, $4, $5, 'elektriciteit', $6, $7, '{TenneT}', $11, 'bevestigd', $8, $9, '{verzonnen}', $10, 'projecten')`,
      [
        project.id,
        project.naam,
        project.provincies,
        project.gemeenten,
        project.bedient ?? [],
        project.typeInfra,
        project.soort,
        project.fase,
        project.fase && 'bron',
        JSON.stringify(project.kenmerken ?? {}),
        project.aard ?? null,
      ],
    );
    await db.query(
      `insert into atlas.component (id, project_id, naam, soort, netbeheerder, ligging, straal_m, corridor_m, geom)
       values ($1, $2, $3, $4, 'TenneT', $5, $6, $7, ST_GeomFromText($8, 28992))`,
      [
        `${project.id}-1`,
        project.id,
        project.naam,
        project.soort,
        project.ligging,
        project.straalM ?? null,
        project.corridorM ?? null,
        project.wkt,
      ],
    );
  }
}
