// Ruimtelijke plannen as the API of the Kadaster lists them, with the GML of each plan at another host.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { describeCoverage } from '../data/questions/coverage.ts';
import type { Facts } from '../data/questions/question.ts';
import { plannen as document } from '../data/sources/plannen.ts';
import { readConfig } from '../server/config.ts';
import { loadAll, type LoadOptions } from '../server/load/load.ts';
import { listPlans } from '../server/load/plan-api.ts';
import { toGmlUrl } from '../server/load/plan-gml.ts';
import { describeOnBothEngines } from './engines.ts';
import { makeMirror, type TestMirror } from './mirror.ts';

const KEY = 'geheim-l7f8';
const PATH = '/ruimtelijke-plannen/api/opvragen/v4';

/** A square plan in Utrecht, `side` metres wide, as an IMRO2012 file. */
const toImro = (id: string, side: number) => {
  const [, code, name, versie] = /^NL\.IMRO\.(\d{4})\.(.+)-(.+)$/.exec(id)!;
  const [x, y] = [135_000, 455_000];
  return `<?xml version="1.0" encoding="UTF-8"?>
<imro:FeatureCollectionIMRO xmlns:imro="http://www.geonovum.nl/imro/2012/1.1" xmlns:gml="http://www.opengis.net/gml/3.2">
<imro:featureMember><imro:Bestemmingsplangebied gml:id="plan">
  <imro:identificatie><imro:NEN3610ID><imro:namespace>NL.IMRO</imro:namespace>
    <imro:lokaalID>${code}.${name}</imro:lokaalID><imro:versie>${versie}</imro:versie></imro:NEN3610ID></imro:identificatie>
  <imro:typePlan>bestemmingsplan</imro:typePlan>
  <imro:overheidsCode>${code}</imro:overheidsCode>
  <imro:naam>Plan ${name}</imro:naam>
  <imro:planstatusInfo><imro:PlanstatusEnDatum><imro:planstatus>vastgesteld</imro:planstatus>
    <imro:datum>2022-03-01</imro:datum></imro:PlanstatusEnDatum></imro:planstatusInfo>
  <imro:geometrie><gml:Polygon srsName="urn:ogc:def:crs:EPSG::28992"><gml:exterior><gml:LinearRing><gml:posList>
    ${x} ${y} ${x + side} ${y} ${x + side} ${y + side} ${x} ${y + side} ${x} ${y}
  </gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></imro:geometrie>
</imro:Bestemmingsplangebied></imro:featureMember>
</imro:FeatureCollectionIMRO>`;
};

/** What the API says of a plan, as far as the test changes it. */
interface Listed {
  id: string;
  code: string;
  more?: Record<string, unknown>;
}

const idOf = (code: string, nr: number) => `NL.IMRO.${code}.BP${nr}-VG01`;
/** Five plans of Utrecht of 10, 20 … 50 m wide, and one of the provincie of 60 m. */
const goodPlans: Listed[] = [
  ...[1, 2, 3, 4, 5].map((nr) => ({ id: idOf('0344', nr), code: '0344' })),
  { id: idOf('9926', 6), code: '9926' },
];
const goodFiles = (): Map<string, string | Buffer> =>
  new Map(goodPlans.map(({ id }, index) => [`/${id}.gml`, toImro(id, (index + 1) * 10)]));

type Answer = (request: IncomingMessage, url: URL, answer: ServerResponse) => boolean | void;
interface Host {
  url: string;
  server: Server;
  asked: { path: string; key: string | string[] | undefined; ifNoneMatch: string | undefined }[];
  /** Answers itself and gives true, or leaves the answer to the host. */
  before: Answer;
}

async function startHost(respond: Answer): Promise<Host> {
  const host = { asked: [] as Host['asked'], before: () => undefined } as unknown as Host;
  host.server = createServer((request, answer) => {
    const url = new URL(request.url!, host.url);
    const key = request.headers['x-api-key'];
    // What only looks whether the host is there does not count.
    if (key !== undefined || url.pathname.endsWith('.gml'))
      host.asked.push({
        path: url.pathname + url.search,
        key,
        ifNoneMatch: request.headers['if-none-match'],
      });
    if (!host.before(request, url, answer)) respond(request, url, answer);
  });
  await new Promise<void>((resolve) => host.server.listen(0, '127.0.0.1', resolve));
  host.url = `http://127.0.0.1:${(host.server.address() as AddressInfo).port}`;
  return host;
}

let plans: Listed[];
let files: Map<string, string | Buffer>;
let perPage: number;
let etags: boolean;
let nextOf: (page: number, code: string) => string | undefined;
let api: Host;
let gml: Host;
const apiUrl = () => api.url + PATH;

const listPage: Answer = (request, url, answer) => {
  const send = (status: number, body: unknown) =>
    void answer.writeHead(status, { 'content-type': 'application/hal+json' }).end(JSON.stringify(body));
  if (request.headers['x-api-key'] !== KEY) return send(401, { title: 'Missing API Key' });
  const code = url.searchParams.get('beleidsmatigVerantwoordelijkeOverheid.code')!;
  if (url.pathname !== `${PATH}/plannen` || url.searchParams.get('regelStatus') !== 'geldend,in ontwikkeling')
    return send(400, {});
  const page = Number(url.searchParams.get('page') ?? 1);
  const own = plans.filter((plan) => plan.code === code);
  const after = new URL(url);
  after.searchParams.set('page', String(page + 1));
  const next = nextOf(page, code) ?? (page * perPage < own.length ? after.href : undefined);
  send(200, {
    _embedded: {
      plannen: own.slice((page - 1) * perPage, page * perPage).map(({ id, more }) => ({
        id,
        type: 'bestemmingsplan',
        naam: `Plan ${id}`,
        beleidsmatigVerantwoordelijkeOverheid: { type: 'overheid', code, naam: 'Utrecht' },
        planstatusInfo: { planstatus: 'vastgesteld', datum: '2022-03-01' },
        regelStatus: 'geldend',
        isHistorisch: false,
        isTamPlan: false,
        verwijzingNaarGml: `${gml.url}/${id}.gml`,
        ...more,
      })),
    },
    _links: { self: { href: url.href }, ...(next && { next: { href: next } }) },
  });
};

const sendFile: Answer = (request, url, answer) => {
  const body = files.get(url.pathname);
  if (body === undefined) return void answer.writeHead(404).end();
  const etag = `"${createHash('sha256').update(body).digest('hex')}"`;
  if (etags && request.headers['if-none-match'] === etag) return void answer.writeHead(304).end();
  answer.writeHead(200, etags ? { etag } : {}).end(body);
};

const refuseWith =
  (status: number, headers: Record<string, string> = {}, when = (_: URL) => true): Answer =>
  (_, url, answer) => {
    if (!when(url)) return false;
    answer.writeHead(status, headers).end();
    return true;
  };

beforeAll(async () => {
  api = await startHost(listPage);
  gml = await startHost(sendFile);
});
afterAll(() => {
  api.server.close();
  gml.server.close();
});
beforeEach(() => {
  plans = goodPlans;
  files = goodFiles();
  perPage = 2;
  etags = true;
  nextOf = () => undefined;
  for (const host of [api, gml]) Object.assign(host, { asked: [], before: () => undefined });
});

describe('the list of plans', () => {
  const list = (more: object = {}) =>
    listPlans(apiUrl(), { key: KEY, overheden: ['0344', '9926'] }, { pauseMs: 1, tries: 2, ...more });
  const change = (id: string, more: Record<string, unknown>) =>
    (plans = plans.map((plan) => (plan.id === id ? { ...plan, more } : plan)));

  it('is followed to its end for every overheid, without what no longer holds', async () => {
    change(idOf('0344', 2), { isHistorisch: true });
    change(idOf('0344', 3), { verwijderdOp: '2024-05-01T10:00:00Z' });
    change(idOf('0344', 4), { regelStatus: 'vervallen' });
    change(idOf('0344', 5), { regelStatus: 'in ontwikkeling', verwijzingNaarGml: '' });
    const { plannen, waarschuwingen } = await list();
    expect(plannen).toEqual([
      { id: idOf('0344', 1), gml: `${gml.url}/${idOf('0344', 1)}.gml` },
      { id: idOf('0344', 5), gml: null },
      { id: idOf('9926', 6), gml: `${gml.url}/${idOf('9926', 6)}.gml` },
    ]);
    expect(waarschuwingen).toEqual([
      'Weggelaten plannen, omdat ze historisch, verwijderd of niet geldend zijn: 3.',
    ]);
    // Five plans are three pages of two, and the provincie has one.
    expect(api.asked).toHaveLength(4);
    expect(api.asked[0]!.path).toBe(
      `${PATH}/plannen?beleidsmatigVerantwoordelijkeOverheid.code=0344&regelStatus=geldend,in%20ontwikkeling&pageSize=20`,
    );
  });

  it('says of whom there is nothing', async () => {
    plans = plans.filter(({ code }) => code === '0344');
    expect((await list()).waarschuwingen).toEqual(['De dienst noemt geen enkel plan van overheid 9926.']);
  });

  it.each<[string, () => void, RegExp]>([
    [
      'without end',
      () =>
        (nextOf = (page) =>
          `${apiUrl()}/plannen?page=${page + 1}`.replace('?', `?${api.asked[0]!.path.split('?')[1]}&`)),
      /na 4 pagina's nog geen einde/,
    ],
    [
      'in a circle',
      () => (nextOf = () => api.url + api.asked[0]!.path),
      /verwijst naar een pagina die al gelezen is/,
    ],
    [
      'that leads to another server',
      () => (nextOf = () => `${gml.url}${PATH}/plannen?page=2`),
      /buiten de dienst/,
    ],
    [
      'that leads out of the API',
      () => (nextOf = () => `${PATH}/../v3/plannen`),
      /buiten de dienst; dat wordt niet gevolgd/,
    ],
    [
      'that names a plan twice',
      () => (plans = [...plans, plans[0]!]),
      /noemt plan NL\.IMRO\.0344\.BP1-VG01 twee keer/,
    ],
    [
      'with plans of another',
      () => change(idOf('0344', 3), { beleidsmatigVerantwoordelijkeOverheid: { code: '0363' } }),
      /geeft plan NL\.IMRO\.0344\.BP3-VG01 van overheid 0363; gevraagd is 0344/,
    ],
    [
      'with an id that is none',
      () => change(idOf('0344', 1), { id: '12' }),
      /geen lijst van plannen \(_embedded\.plannen\.0\.id: /,
    ],
    [
      'that is no list',
      () =>
        (api.before = (_, __, answer) => {
          answer.end('{}');
          return true;
        }),
      /geen lijst van plannen/,
    ],
    ['that is not there', () => (api.before = refuseWith(404)), /antwoordt met 404/],
    [
      'of a service out of order',
      () => (api.before = refuseWith(500, { 'retry-after': '0' })),
      /antwoordt met 500, ook na 2 keer/,
    ],
  ])('is refused %s', async (_, spoil, message) => {
    spoil();
    await expect(list({ mostPages: 4 })).rejects.toThrow(message);
    expect(gml.asked).toEqual([]);
  });

  it('is not had with a key that is not accepted, and that is told without the key', async () => {
    const asking = listPlans(apiUrl(), { key: 'een-ander', overheden: ['0344'] });
    await expect(asking).rejects.toThrow(
      `${new URL(api.url).host} aanvaardt de sleutel in PLANNEN_API_KEY niet (401).`,
    );
    expect(api.asked).toHaveLength(1);
  });

  it('does not take the key along to where a redirect leads', async () => {
    api.before = refuseWith(302, { location: `${gml.url}/elders.gml` });
    await expect(list()).rejects.toThrow(/antwoordt met 302/);
    expect(gml.asked).toEqual([]);
  });
});

it.each([
  [
    'officieel',
    /alleen de plannen van enkele overheden zijn geladen, en geen plannen onder de Omgevingswet\. Geen treffer/,
  ],
  ['spiegel', /alleen losse plannen zijn geladen/],
])('no answer takes plans of %s for all plans', (herkomst, sentence) => {
  const bron = { id: 'plannen', herkomst } as Facts['bronnen'][number];
  expect(describeCoverage([], [], { bronnen: [bron] } as unknown as Facts)).toEqual([
    expect.stringMatching(sentence),
  ]);
});

describe('the address of a GML', () => {
  it.each([
    [
      'http://www.ruimtelijkeplannen.nl/documents/a.gml',
      'https://api',
      'https://www.ruimtelijkeplannen.nl/documents/a.gml',
    ],
    ['https://host:8443/a.gml', 'https://api', 'https://host:8443/a.gml'],
    ['http://localhost:81/a.gml', 'http://localhost:80', 'http://localhost:81/a.gml'],
  ])('%s of %s is %s', (link, from, expected) => expect(toGmlUrl(link, from)).toBe(expected));

  it.each(['ftp://host/a.gml', 'a.gml', 'file:///a.gml'])('%s is refused', (link) =>
    expect(() => toGmlUrl(link, 'https://api')).toThrow(
      `De dienst noemt "${link}" als GML; verwacht is een adres met https.`,
    ),
  );
});

describeOnBothEngines('plans from the API', (open) => {
  let dataDir: string;
  let mirror: TestMirror;
  beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'pmiek-plannen-'))));
  beforeAll(() => {
    mirror = makeMirror();
    mirror.put('plannen-imro', [], { map: '.', formaat: 'IMRO2012 GML' });
    mirror.putText('NL.IMRO.0344.Spiegel-VG01.gml', toImro('NL.IMRO.0344.Spiegel-VG01', 7));
  });
  afterAll(() => mirror.remove());

  const load = async (more: Partial<LoadOptions> = {}, settings: object | null = {}) => {
    const lezers = { ...document.lezers, officieel: { ...document.lezers.officieel!, url: apiUrl() } };
    const config = {
      dataDir,
      port: 0,
      dataMirror: mirror.folder,
      ...(settings && {
        readerSettings: { PLANNEN_API_KEY: KEY, PLANNEN_OVERHEDEN: '0344,9926', ...settings },
      }),
    };
    const report = await loadAll(open(), {
      config,
      sources: [{ ...document, lezers }],
      ververs: true,
      ...more,
    });
    return report.datasets[0]!;
  };
  const stored = async () =>
    (
      await open().query<{ id: string; m2: number }>(
        `select p.id, round(ST_Area(v.geom))::float8 as m2 from atlas.plan p
         join atlas.planvlak v on v.plan_id = p.id order by p.id collate "C"`,
      )
    ).map(({ id, m2 }) => [id, m2]);
  const good = goodPlans.map(({ id }, index) => [id, ((index + 1) * 10) ** 2]);
  const gmlAsked = () => gml.asked.map(({ path }) => path).sort();

  it('come in place of those of the mirror once there is a key that is accepted', async () => {
    expect(await load({ ververs: false }, null)).toMatchObject({
      uitkomst: 'geladen',
      herkomst: 'spiegel',
      aantal: 1,
    });
    const asked = await load({ only: ['plannen'], bron: 'officieel' }, null);
    expect(asked.reden).toBe(
      'De bron "officieel" is niet ingesteld. Zet in PLANNEN_API_KEY de sleutel voor de API "Ruimtelijke plannen opvragen", en in PLANNEN_OVERHEDEN de codes van de overheden waarvan de plannen worden opgehaald, zoals 0344,9926 (docs/operations.md).',
    );
    expect(api.asked).toEqual([]);

    const rejected = await load({}, { PLANNEN_API_KEY: 'verlopen' });
    expect(rejected).toMatchObject({ uitkomst: 'ongewijzigd', herkomst: 'spiegel' });
    expect(rejected.waarschuwingen).toEqual([
      `officieel: ${new URL(api.url).host} aanvaardt de sleutel in PLANNEN_API_KEY niet (401).`,
    ]);
    expect(await stored()).toEqual([['NL.IMRO.0344.Spiegel-VG01', 49]]);

    plans = [...plans, { id: idOf('0344', 9), code: '0344', more: { isHistorisch: true } }];
    const seen: string[] = [];
    const report = await load({
      onProgress: ({ fase, gedaan, totaal }) => fase === 'lezen' && seen.push(`${gedaan}/${totaal}`),
    });
    expect(report).toMatchObject({
      uitkomst: 'geladen',
      herkomst: 'officieel',
      aantal: 6,
      geweigerdeOnderdelen: [],
    });
    expect(report.waarschuwingen).toEqual([
      'Weggelaten plannen, omdat ze historisch, verwijderd of niet geldend zijn: 1.',
    ]);
    expect(await stored()).toEqual(good);
    expect(seen).toEqual(expect.arrayContaining(['1/6', '6/6', '5/6']));

    // The key goes to the API and nowhere else.
    expect(new Set(api.asked.map(({ key }) => key))).toEqual(new Set(['verlopen', KEY]));
    expect(gmlAsked()).toEqual([...files.keys()].sort());
    expect(gml.asked.every(({ key }) => key === undefined)).toBe(true);
    const kept = readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    expect(kept).toHaveLength(12);
    const [bron] = await open().query<Record<string, unknown>>(
      `select adres, uitgever, licentie, dekking, toelichting from atlas.databron where id = 'plannen'`,
    );
    expect(bron).toMatchObject({
      adres: `${apiUrl()}/plannen, overheden 0344, 9926`,
      uitgever: 'gemeenten, provincies en Rijk (bronhouders)',
      licentie: 'onbekend',
      dekking: [],
      toelichting: expect.stringMatching(
        /Plannen onder de Omgevingswet .* staan er niet in\..* Overheden: 0344, 9926\. Opgehaald op \d{4}-\d\d-\d\d\.$/,
      ),
    });
    expect([...kept, JSON.stringify([bron, report])].join('\n')).not.toContain(KEY);
  });

  it('cost only questions while nothing changed, in whatever order they are listed', async () => {
    await load();
    gml.asked = [];
    plans = [...goodPlans].reverse();
    expect(await load()).toMatchObject({ uitkomst: 'ongewijzigd', herkomst: 'officieel' });
    expect(gml.asked).toHaveLength(6);
    expect(gml.asked.every(({ ifNoneMatch }) => ifNoneMatch !== undefined)).toBe(true);

    files.set(`/${idOf('9926', 6)}.gml`, toImro(idOf('9926', 6), 61));
    expect(await load()).toMatchObject({ uitkomst: 'geladen', aantal: 6 });
    expect((await stored()).at(-1)).toEqual([idOf('9926', 6), 3721]);
    plans = goodPlans.slice(0, 5);
    expect(await load()).toMatchObject({ uitkomst: 'geladen', aantal: 5 });
  });

  it('are left out one by one, with the reason', async () => {
    files.delete(`/${idOf('0344', 1)}.gml`);
    files.set(`/${idOf('0344', 2)}.gml`, toImro(idOf('0344', 7), 20));
    files.set(`/${idOf('0344', 3)}.gml`, '<html>Onderhoud</html>');
    files.set(`/${idOf('0344', 5)}.gml`, '<imro:FeatureCollectionIMRO xmlns:imro="x">');
    plans = goodPlans.map((plan) =>
      plan.id === idOf('0344', 4) ? { ...plan, more: { verwijzingNaarGml: null } } : plan,
    );
    // A plan whose only surface is of a kind that nobody keeps.
    plans = [...plans, { id: idOf('9926', 8), code: '9926' }];
    const kaders = toImro(idOf('9926', 8), 10).replaceAll('Bestemmingsplangebied', 'Plancontour');
    files.set(`/${idOf('9926', 8)}.gml`, kaders);
    // Two files in Latin-1, of which one says so.
    plans = [...plans, { id: idOf('9926', 7), code: '9926' }];
    const latin1 = (id: string, stated: string) =>
      Buffer.from(toImro(id, 60).replace('UTF-8', stated).replace('Plan BP', 'Café BP'), 'latin1');
    files.set(`/${idOf('9926', 6)}.gml`, latin1(idOf('9926', 6), 'ISO-8859-1'));
    files.set(`/${idOf('9926', 7)}.gml`, latin1(idOf('9926', 7), 'UTF-8'));
    const report = await load();
    expect(report).toMatchObject({ uitkomst: 'geladen', herkomst: 'officieel', aantal: 1 });
    expect(
      Object.fromEntries(report.geweigerdeOnderdelen.map(({ onderdeel, reden }) => [onderdeel, reden])),
    ).toEqual({
      [idOf('0344', 1)]: `${new URL(gml.url).host} antwoordt met 404 op /${idOf('0344', 1)}.gml.`,
      [idOf('0344', 2)]: `De GML is van plan ${idOf('0344', 7)}; de dienst noemt hem bij ${idOf('0344', 2)}.`,
      [idOf('0344', 3)]: 'Wat de dienst als GML noemt, is geen IMRO-plan.',
      [idOf('0344', 4)]: 'De dienst noemt van dit plan geen GML.',
      [idOf('0344', 5)]: expect.stringMatching(/^Het bestand is geen geldige XML/),
      [idOf('9926', 7)]: 'Het bestand is niet te lezen in de tekencodering UTF-8.',
      [idOf('9926', 8)]: 'Het plan heeft geen enkel vlak dat de atlas kent; wel: Plancontour.',
    });
    expect(await stored()).toEqual([[idOf('9926', 6), 3600]]);
    expect(await open().query('select naam from atlas.plan')).toEqual([{ naam: 'Café BP6' }]);

    // What was no plan is not kept: as soon as it is one, it comes.
    etags = false;
    files = goodFiles();
    plans = goodPlans;
    expect(await load()).toMatchObject({ uitkomst: 'geladen', aantal: 6, geweigerdeOnderdelen: [] });
    expect(await stored()).toEqual(good);
  });

  it.each<[string, () => void, RegExp]>([
    [
      'the list breaks off halfway',
      () =>
        (api.before = refuseWith(503, { 'retry-after': '0' }, (url) => url.searchParams.get('page') === '2')),
      /antwoordt met 503, ook na 5 keer proberen/,
    ],
    [
      'more than a tenth of the files does not come',
      () => (gml.before = refuseWith(503, { 'retry-after': '0' }, (url) => url.pathname.includes('BP4'))),
      /Van 1 van de 6 plannen kwam de GML niet; het laatst: .* antwoordt met 503, ook na 3 keer/,
    ],
    [
      'most files are not where they should be',
      () => (gml.before = refuseWith(404)),
      /Van 6 van de 6 plannen is de GML niet te vinden/,
    ],
    [
      'the host of the files asks for rest',
      () => (gml.before = refuseWith(429, { 'retry-after': '3600' })),
      /vraagt om later terug te komen/,
    ],
    [
      'the host of the files is not there',
      () =>
        (plans = goodPlans.map((plan) => ({
          ...plan,
          more: { verwijzingNaarGml: 'http://127.0.0.1:1/a.gml' },
        }))),
      /127\.0\.0\.1:1 antwoordt niet\.$/,
    ],
  ])('stay as they were when %s', async (_, spoil, reason) => {
    await load();
    spoil();
    const report = await load();
    expect(report).toMatchObject({ uitkomst: 'ongewijzigd', herkomst: 'officieel', aantal: 6 });
    expect(report.waarschuwingen).toEqual([expect.stringMatching(reason)]);
    expect(await stored()).toEqual(good);
  });

  it('stay as they were when the list cannot be right', async () => {
    await load();
    plans = [...goodPlans, goodPlans[0]!];
    expect(await load()).toMatchObject({
      uitkomst: 'geweigerd',
      reden: expect.stringMatching(/twee keer/),
      aantal: 6,
    });
    expect(await stored()).toEqual(good);
  });

  it.each([true, false])('go on where an interrupted load stopped (with ETags: %s)', async (withEtags) => {
    etags = withEtags;
    gml.before = refuseWith(503, { 'retry-after': '3600' }, (url) => url.pathname.includes('BP5'));
    expect((await load({ bron: 'officieel' })).waarschuwingen).toEqual([
      expect.stringMatching(/later terug/),
    ]);
    // One at least is on disk: the first file was asked before the fifth.
    const onDisk = readdirSync(dataDir, { recursive: true }).filter((name) =>
      String(name).endsWith('.body'),
    ).length;
    expect(onDisk).toBeGreaterThan(0);
    Object.assign(gml, { asked: [], before: () => undefined });
    await load();
    expect(await stored()).toEqual(good);
    const fetched = gml.asked.filter(({ ifNoneMatch }) => ifNoneMatch === undefined);
    expect(fetched).toHaveLength(6 - onDisk);
    expect(gml.asked).toHaveLength(withEtags ? 6 : 6 - onDisk);
  });
});

const { dataMirror } = readConfig(process.env);
const folder = join(dataMirror ?? '', '5-ruimtelijke-plannen/imro/Geonovum__imro-dev');

describe.runIf(existsSync(folder))('real plans', () => {
  describeOnBothEngines('from the API', (open) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'pmiek-plannen-'));
    afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

    it('come as they do from the mirror', async () => {
      const ids = ['0202.OGV978-0301', '0202.VBB985-0301', '0000.EZKip18GaswTern-2001'].map(
        (id) => `NL.IMRO.${id}`,
      );
      plans = ids.map((id) => ({ id, code: id.slice(8, 12) }));
      files = new Map(ids.map((id) => [`/${id}.gml`, readFileSync(join(folder, `${id}.gml`), 'utf8')]));
      const lezers = { officieel: { ...document.lezers.officieel!, url: apiUrl() } };
      const config = {
        dataDir,
        port: 0,
        readerSettings: { PLANNEN_API_KEY: KEY, PLANNEN_OVERHEDEN: '0202,0000' },
      };
      const report = await loadAll(open(), { config, sources: [{ ...document, lezers }] });
      expect(report.datasets[0]).toMatchObject({
        uitkomst: 'geladen',
        herkomst: 'officieel',
        aantal: 3,
        geweigerdeOnderdelen: [],
      });
      const rows = await open().query(
        `select p.id, p.soort, p.eigenaar_code as code, count(*)::int as vlakken from atlas.plan p
         join atlas.planvlak v on v.plan_id = p.id group by p.id order by p.id collate "C"`,
      );
      // Ternaard has 9 objects, of which a Figuur and the metadata are not kept.
      expect(rows[0]).toEqual({ id: ids[2], soort: 'inpassingsplan', code: '0000', vlakken: 7 });
      expect(rows.slice(1)).toMatchObject([
        { id: ids[0], soort: 'omgevingsvergunning', code: '0202' },
        { id: ids[1], soort: 'voorbereidingsbesluit', code: '0202' },
      ]);
    });
  });
});
