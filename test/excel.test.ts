// Lists out as a workbook and back in, through the front door.
import { openXlsx, readXlsx, saveXlsx, type CellValue } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Voorstel } from '../data/schema/excel.ts';
import { actieKoppen, actieRij, date, makeWorkbook, makeZip, minimalParts } from './excel-files.ts';
import { addPerson, type Person } from './people.ts';
import { describeWorld } from './world-app.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describeWorld('Excel', (world) => {
  let provincie: Person;
  let collega: Person;
  let netbeheerder: Person;

  const send = async (
    who: Person,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await world.request(`/api/v1${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...who.headers,
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return {
      status: response.status,
      etag: response.headers.get('ETag') ?? '',
      body: response.status === 204 ? null : await response.json(),
    };
  };
  const makeActie = async (projectId: string, gegevens: Record<string, unknown>) => {
    const { status, body } = await send(provincie, 'POST', `/projecten/${projectId}/acties`, { gegevens });
    expect([status, status === 201 ? '' : body]).toEqual([201, '']);
    return body as { id: string; gegevens: Record<string, unknown>; versie: { rij: number } };
  };
  const readActie = async (id: string) => (await send(provincie, 'GET', `/acties/${id}`)).body;
  const download = async (path: string, who: Person | null = provincie) => {
    const response = await world.request(`/api/v1/excel/${path}`, who ? { headers: who.headers } : {});
    expect([path, response.status]).toEqual([path, 200]);
    return { bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers };
  };
  const upload = async (bytes: Uint8Array, who: Person = provincie, name = 'lijst.xlsx') => {
    const form = new FormData();
    form.append('bestand', new File([new Uint8Array(bytes)], name, { type: XLSX }));
    const response = await world.request('/api/v1/excel/voorstellen', {
      method: 'POST',
      headers: who.headers,
      body: form,
    });
    return {
      status: response.status,
      etag: response.headers.get('ETag') ?? '',
      headers: response.headers,
      body: await response.json(),
    };
  };
  const propose = async (bytes: Uint8Array, who?: Person): Promise<{ voorstel: Voorstel; etag: string }> => {
    const { status, body, etag } = await upload(bytes, who);
    expect([status, status === 201 ? '' : body]).toEqual([201, '']);
    return { voorstel: body, etag };
  };
  const accept = (id: string, etag: string, who: Person = provincie) =>
    send(who, 'POST', `/excel/voorstellen/${id}/aanvaarden`, undefined, { 'If-Match': etag });
  /** What somebody does in Excel: cells of the list sheet, by their address. */
  const edit = async (
    bytes: Uint8Array,
    sheet: string,
    cells: Record<string, CellValue>,
  ): Promise<Uint8Array> => {
    const workbook = await openXlsx(bytes);
    const list = workbook.sheets.find(({ name }) => name === sheet)!;
    for (const [ref, value] of Object.entries(cells)) {
      const [, letter, number] = /^([A-Z])(\d+)$/.exec(ref)!;
      const [row, column] = [Number(number) - 1, letter!.charCodeAt(0) - 65];
      while (list.rows.length <= row) list.rows.push([]);
      list.rows[row]![column] = value;
      list.cells?.delete(`${row},${column}`);
    }
    return saveXlsx(workbook);
  };
  const rowOf = (voorstel: Voorstel, nummer: number) => voorstel.rijen.find((rij) => rij.nummer === nummer)!;
  const countVersions = async (): Promise<number> =>
    (await world.db().query<{ n: number }>('select count(*)::int as n from atlas.actie'))[0]!.n;

  beforeAll(async () => {
    const west = { code: 'PV91', naam: 'West', soort: 'provincie' } as const;
    provincie = await addPerson(world.db(), west, ['coordinator']);
    collega = await addPerson(world.db(), west, ['coordinator']);
    netbeheerder = await addPerson(world.db(), { code: 'stedin', naam: 'Stedin', soort: 'netbeheerder' }, [
      'bewerker',
    ]);
  });

  describe('out', () => {
    it('gives the template with its rows, choices, and what it is', async () => {
      await makeActie('W-05', {
        activiteit: 'Grond kopen',
        trekkers: ['stedin', 'GM9002'],
        resultaat: '=niet een formule',
        planningVan: '2030-01-01',
        planningTot: '2030-12-31',
        status: 'loopt',
        fase: 'realisatie',
      });
      const { bytes, headers } = await download('actielijst.xlsx?project=W-05');
      expect(headers.get('Content-Type')).toBe(XLSX);
      expect(headers.get('Content-Disposition')).toMatch(
        /^attachment; filename="actielijst-W-05-\d{4}-\d\d-\d\d\.xlsx"$/,
      );
      expect(headers.get('Cache-Control')).toContain('no-store');
      const { sheets } = await readXlsx(bytes);
      const list = sheets.find(({ name }) => name === 'Actielijst')!;
      expect(list.rows[0]).toEqual(actieKoppen);
      expect(list.rows[1]!.slice(0, 11)).toEqual([
        'W-05',
        'Station Zuid',
        'Grond kopen',
        'Stedin (stedin); Beek (GM9002)',
        null,
        '=niet een formule',
        null,
        date('2030-01-01'),
        date('2030-12-31'),
        'loopt',
        'Realisatiefase',
      ]);
      expect(list.cells?.get('1,5')?.formula).toBeUndefined();
      const words = new Map(sheets[0]!.rows.map(([head, text]) => [head, String(text)]));
      expect(words.get('Stand van')).toMatch(/^wat bekend was op \d+ \w+ \d{4}/);
      expect(words.get('Gezien door')).toContain('West (PV91)');
      expect(words.get('Keuze')).toBe('project W-05; 1 rijen');
      expect(words.get('Lege cel')).toContain('onbekend');
      expect(words.get('Bronnen')).toContain('Projecten');
    });

    it('says to whom it is open, has every project by name, and refuses lists and filters that are not there', async () => {
      const { bytes } = await download('projecten.xlsx', null);
      const { sheets } = await readXlsx(bytes);
      expect(sheets[0]!.rows.find(([head]) => head === 'Gezien door')![1]).toContain('openbaar');
      expect(
        sheets[1]!.rows
          .slice(1)
          .filter(([id]) => id)
          .map(([id]) => id),
      ).toEqual(['W-02', 'W-01', 'W-07', 'W-03', 'W-05', 'W-06', 'W-04']);
      expect((await world.request('/api/v1/excel/fiches.xlsx')).status).toBe(404);
      expect((await world.request('/api/v1/excel/actielijst.xlsx?provnicie=PV91')).status).toBe(400);
    });
  });

  describe('untouched', () => {
    it.each(['actielijst', 'monitoringslijst', 'projecten'])('%s changes nothing', async (lijst) => {
      await send(provincie, 'POST', '/projecten/W-05/monitoring', {
        gegevens: { periode: '2031-H1', pmiekNummer: '1.2', haalbaarheidIbn: 2031 },
      });
      const { bytes } = await download(`${lijst}.xlsx?provincie=PV91`);
      const { voorstel } = await propose(bytes);
      expect(voorstel.lijst).toBe(lijst);
      expect(voorstel.totaal).toBeGreaterThan(0);
      expect(voorstel.aantallen).toEqual({
        fout: 0,
        conflict: 0,
        gewijzigd: 0,
        nieuw: 0,
        ongewijzigd: voorstel.totaal,
      });
      expect(voorstel.rijen.flatMap(({ opmerkingen }) => opmerkingen)).toEqual([]);
      expect(voorstel).toMatchObject({
        kanAanvaarden: false,
        waaromNiet: expect.stringContaining('niets te wijzigen'),
      });
    });
  });

  describe('two errors and a conflict, mended and accepted', () => {
    it('shows cell, value and what is right; asks who wins; writes all of it at once, once', async () => {
      const een = await makeActie('W-01', {
        activiteit: 'Aanvragen',
        trekkers: ['stedin'],
        resultaat: 'vergunning',
      });
      const twee = await makeActie('W-01', { activiteit: 'Bouwen', trekkers: ['stedin'] });
      const drie = await makeActie('W-01', { activiteit: 'Contract', trekkers: ['GM9001'] });
      const { bytes } = await download('actielijst.xlsx?project=W-01');
      // Rows 2, 3 and 4, ordered by activiteit. Meanwhile a colleague changes the first in two fields.
      const newer = await send(
        collega,
        'PATCH',
        `/acties/${een.id}`,
        { gegevens: { resultaat: 'onherroepelijke vergunning', status: 'loopt' } },
        { 'If-Match': `"${een.versie.rij}"` },
      );
      expect(newer.status).toBe(200);
      const wrong = await edit(bytes, 'Actielijst', {
        F2: 'vergunning verleend',
        I3: '31-12-2031',
        J4: 'bezig',
        G4: 'voorjaar',
      });

      const first = await propose(wrong);
      expect(first.voorstel.aantallen).toEqual({
        fout: 2,
        conflict: 1,
        gewijzigd: 0,
        nieuw: 0,
        ongewijzigd: 0,
      });
      expect(rowOf(first.voorstel, 2)).toMatchObject({
        status: 'conflict',
        titel: 'Aanvragen',
        intussen: { door: 'Test West' },
        conflicten: [
          {
            veld: 'resultaat',
            cel: 'F2',
            basis: 'vergunning',
            hun: 'onherroepelijke vergunning',
            mijn: 'vergunning verleend',
            keuze: null,
          },
        ],
        wijzigingen: [],
      });
      expect(rowOf(first.voorstel, 3).fouten).toEqual([
        {
          cel: 'I3',
          label: 'Klaar op',
          waarde: '31-12-2031',
          verwacht: expect.stringContaining('celopmaak op Datum'),
        },
      ]);
      expect(rowOf(first.voorstel, 4)).toMatchObject({
        fouten: [{ cel: 'J4', waarde: 'bezig', verwacht: 'een van: open, loopt, gereed, vervallen' }],
        wijzigingen: [{ veld: 'planning', van: null, naar: 'voorjaar' }],
      });
      expect(await accept(first.voorstel.voorstelId, first.etag)).toMatchObject({
        status: 409,
        body: { detail: expect.stringContaining('2 rijen zijn fout') },
      });

      const before = await countVersions();
      const mended = await edit(wrong, 'Actielijst', { I3: date('2031-12-31'), J4: 'gereed' });
      const second = await propose(mended);
      expect(second.voorstel.aantallen).toEqual({
        fout: 0,
        conflict: 1,
        gewijzigd: 2,
        nieuw: 0,
        ongewijzigd: 0,
      });
      expect(second.voorstel.waaromNiet).toContain('nog te kiezen');
      expect((await accept(second.voorstel.voorstelId, second.etag)).status).toBe(409);
      const chosen = await send(provincie, 'POST', `/excel/voorstellen/${second.voorstel.voorstelId}`, {
        keuzes: [{ nummer: 2, veld: 'resultaat', keuze: 'mijn' }],
      });
      expect(chosen.body).toMatchObject({ kanAanvaarden: true, aantallen: { conflict: 0, gewijzigd: 3 } });
      expect(await countVersions()).toBe(before);

      expect(
        (await send(provincie, 'POST', `/excel/voorstellen/${second.voorstel.voorstelId}/aanvaarden`)).status,
      ).toBe(428);
      const accepted = await accept(second.voorstel.voorstelId, chosen.etag);
      expect(accepted).toMatchObject({ status: 200, body: { gewijzigd: 3, nieuw: 0 } });
      expect(await countVersions()).toBe(before + 3);
      // The colleague's other change stays; what was not in the file's changes is untouched.
      expect((await readActie(een.id)).gegevens).toMatchObject({
        resultaat: 'vergunning verleend',
        status: 'loopt',
        trekkers: ['stedin'],
      });
      expect(await readActie(twee.id)).toMatchObject({
        gegevens: { planningTot: '2031-12-31' },
        versie: { reden: 'Ingelezen uit Excel: lijst.xlsx', doorOrganisatie: 'PV91' },
      });
      expect((await readActie(drie.id)).gegevens).toMatchObject({ status: 'gereed', planning: 'voorjaar' });
      expect(await accept(second.voorstel.voorstelId, chosen.etag)).toMatchObject({
        status: 409,
        body: { detail: expect.stringContaining('al overgenomen') },
      });
    });

    it('keeps theirs where that is chosen', async () => {
      const actie = await makeActie('W-03', {
        activiteit: 'Zoeken',
        trekkers: ['stedin'],
        planning: 'dit jaar',
      });
      const { bytes } = await download('actielijst.xlsx?project=W-03');
      await send(
        collega,
        'PATCH',
        `/acties/${actie.id}`,
        { gegevens: { planning: 'volgend jaar' } },
        { 'If-Match': `"${actie.versie.rij}"` },
      );
      const { voorstel } = await propose(await edit(bytes, 'Actielijst', { G2: 'nooit' }));
      const chosen = await send(provincie, 'POST', `/excel/voorstellen/${voorstel.voorstelId}`, {
        keuzes: [{ keuze: 'hun' }],
      });
      expect(chosen.body.rijen[0]).toMatchObject({ status: 'ongewijzigd', conflicten: [{ keuze: 'hun' }] });
      expect(chosen.body.kanAanvaarden).toBe(false);
    });

    it('is refused with a fresh preview when the atlas changed since it was looked at', async () => {
      const actie = await makeActie('W-06', { activiteit: 'Meten', trekkers: ['stedin'] });
      const andere = await makeActie('W-06', { activiteit: 'Rekenen', trekkers: ['stedin'] });
      const { bytes } = await download('actielijst.xlsx?project=W-06');
      const { voorstel, etag } = await propose(
        await edit(bytes, 'Actielijst', { G2: 'maandag', G3: 'dinsdag' }),
      );
      expect(voorstel.kanAanvaarden).toBe(true);
      await send(
        collega,
        'PATCH',
        `/acties/${actie.id}`,
        { gegevens: { planning: 'vrijdag' } },
        { 'If-Match': `"${actie.versie.rij}"` },
      );
      const before = await countVersions();
      const refused = await accept(voorstel.voorstelId, etag);
      expect(refused.status).toBe(412);
      expect(refused.body.voorstel.rijen[0]).toMatchObject({
        status: 'conflict',
        conflicten: [{ hun: 'vrijdag', mijn: 'maandag', basis: null }],
      });
      expect(await countVersions()).toBe(before);
      expect((await readActie(andere.id)).gegevens.planning).toBeNull();
      const shown = await send(provincie, 'GET', `/excel/voorstellen/${voorstel.voorstelId}`);
      expect(shown.body).toEqual(refused.body.voorstel);
      expect(shown.etag).toBe(refused.etag);
    });

    it('writes nothing of it when one row is refused at the last moment', async () => {
      const koppen = [
        'Project (nummer in de atlas)',
        'Periode',
        'IBN is',
        'id (niet wijzigen)',
        'versie (niet wijzigen)',
      ];
      const rows: CellValue[][] = [
        ['W-06', '2032-H1', 'haalbaar', null, null],
        ['W-06', '2032-H2', 'haalbaar', null, null],
      ];
      const { voorstel, etag } = await propose(
        await makeWorkbook(rows, { name: 'Monitoringslijst', koppen }),
      );
      expect(voorstel.aantallen).toMatchObject({ nieuw: 2, fout: 0 });
      await send(collega, 'POST', '/projecten/W-06/monitoring', { gegevens: { periode: '2032-H2' } });
      const refused = await accept(voorstel.voorstelId, etag);
      expect(refused.status).toBe(412);
      expect(rowOf(refused.body.voorstel, 3).fouten).toMatchObject([
        { cel: 'B3', waarde: '2032-H2', verwacht: expect.stringContaining('die er nog niet is') },
      ]);
      const { body } = await send(provincie, 'GET', '/projecten/W-06/monitoring');
      expect(body.items.map((item: { gegevens: { periode: string } }) => item.gegevens.periode)).toEqual([
        '2032-H2',
      ]);
    });
  });

  describe('rows', () => {
    it('that are new make records; what is wrong with them is told', async () => {
      const rows = [
        actieRij({ A: 'W-02', C: 'Nieuwe actie', D: 'Stedin; Heem', H: date('2031-01-01') }),
        actieRij({ A: 'W-99', C: 'Onbekend project', D: 'stedin' }),
        actieRij({ B: 'Kabel Aarde–Dorp', C: 'Alleen de naam', D: 'stedin' }),
        actieRij({ A: 'W-02', C: 'Zonder trekker' }),
        actieRij({ A: 'W-02', D: 'stedin' }),
        actieRij({
          A: 'W-02',
          C: 'Eindigt eerder',
          D: 'stedin',
          H: date('2031-02-01'),
          I: date('2031-01-01'),
        }),
        actieRij({ A: 'W-02', B: 'Station Hoog', C: 'Andere naam', D: 'stedin' }),
        actieRij({
          A: 'W-02',
          C: 'Bestaat niet',
          D: 'stedin',
          L: '00000000-0000-4000-8000-000000000000',
          M: 1,
        }),
        actieRij({ A: 'W-02', C: 'x'.repeat(2001), D: 'stedin' }),
        actieRij({ A: 'W-07', C: 'In een andere provincie', D: 'stedin' }),
      ];
      const { voorstel } = await propose(await makeWorkbook(rows));
      expect(rowOf(voorstel, 2)).toMatchObject({ status: 'nieuw', projectId: 'W-02', fouten: [] });
      expect(rowOf(voorstel, 3).fouten).toEqual([
        {
          cel: 'A3',
          label: 'Project (nummer in de atlas)',
          waarde: 'W-99',
          verwacht: expect.stringContaining('nummer van een project'),
        },
      ]);
      expect(rowOf(voorstel, 4).fouten[0]!.verwacht).toContain('"Kabel Aarde–Dorp" is W-02');
      expect(rowOf(voorstel, 5).fouten).toMatchObject([{ cel: 'D5', label: 'Trekker / verantwoordelijke' }]);
      expect(rowOf(voorstel, 6).fouten).toMatchObject([{ cel: 'C6', label: 'Activiteit' }]);
      expect(rowOf(voorstel, 7).fouten).toHaveLength(1);
      expect(rowOf(voorstel, 8)).toMatchObject({
        status: 'nieuw',
        opmerkingen: [expect.stringMatching(/^B8 Projectnaam: in de atlas staat "Kabel Aarde–Dorp"/)],
      });
      expect(rowOf(voorstel, 9).fouten).toMatchObject([
        { label: 'id', verwacht: expect.stringContaining('die in de atlas staat') },
      ]);
      expect(rowOf(voorstel, 10).fouten).toMatchObject([{ cel: 'C10' }]);
      expect(rowOf(voorstel, 11).fouten).toMatchObject([
        { cel: 'A11', waarde: 'W-07', verwacht: expect.stringContaining('waarin uw organisatie') },
      ]);
      const fixed = await propose(await makeWorkbook(rows.slice(0, 1)));
      expect((await accept(fixed.voorstel.voorstelId, fixed.etag)).body).toMatchObject({
        nieuw: 1,
        gewijzigd: 0,
      });
      const { body } = await send(provincie, 'GET', '/projecten/W-02/acties');
      expect(body.items).toMatchObject([
        {
          gegevens: {
            activiteit: 'Nieuwe actie',
            trekkers: ['stedin', 'GM9008'],
            planningVan: '2031-01-01',
            status: 'open',
          },
          versie: { eigenaar: 'PV91' },
        },
      ]);
    });

    it('that are there twice are refused at both places, unless a copy is to be a new row', async () => {
      const actie = await makeActie('W-06', { activiteit: 'Origineel', trekkers: ['stedin'] });
      const row = { A: 'W-06', D: 'stedin', L: actie.id, M: actie.versie.rij };
      const bytes = await makeWorkbook([
        actieRij({ ...row, C: 'Origineel' }),
        actieRij({ ...row, C: 'Kopie', G: 'later' }),
      ]);
      const { voorstel } = await propose(bytes);
      expect(
        voorstel.rijen.map(({ kopie, fouten }) => [kopie, fouten.map(({ cel, waarde }) => [cel, waarde])]),
      ).toEqual([
        ['dubbel', [['L2', `${actie.id}, ook in rij 3`]]],
        ['dubbel', [['L3', `${actie.id}, ook in rij 2`]]],
      ]);
      const path = `/excel/voorstellen/${voorstel.voorstelId}`;
      const chosen = await send(provincie, 'POST', path, { keuzes: [{ nummer: 3, alsNieuw: true }] });
      expect(chosen.body.rijen).toMatchObject([
        { status: 'gewijzigd', kopie: null, fouten: [] },
        { status: 'nieuw', kopie: 'nieuw', projectId: 'W-06', fouten: [] },
      ]);
      const back = await send(provincie, 'POST', path, { keuzes: [{ nummer: 3, alsNieuw: false }] });
      expect(back.body.aantallen.fout).toBe(2);
      const again = await send(provincie, 'POST', path, { keuzes: [{ nummer: 3, alsNieuw: true }] });
      expect((await accept(voorstel.voorstelId, again.etag)).body).toMatchObject({ nieuw: 1 });
      const { body } = await send(provincie, 'GET', '/acties?project=W-06');
      const made = body.items.filter(
        (item: { gegevens: { activiteit: string } }) => item.gegevens.activiteit === 'Kopie',
      );
      expect(made).toMatchObject([{ gegevens: { planning: 'later' } }]);
      expect(made[0].id).not.toBe(actie.id);
    });

    it('that were taken out of the file stay in the atlas', async () => {
      const { body: before } = await send(provincie, 'GET', '/acties?project=W-01');
      const { bytes } = await download('actielijst.xlsx?project=W-01');
      const workbook = await openXlsx(bytes);
      const list = workbook.sheets.find(({ name }) => name === 'Actielijst')!;
      const kept = list.rows[2]!;
      list.rows = [list.rows[0]!, kept.with(6, 'bijgewerkt')];
      const { voorstel, etag } = await propose(await saveXlsx(workbook));
      expect(voorstel.totaal).toBe(1);
      expect((await accept(voorstel.voorstelId, etag)).status).toBe(200);
      expect((await send(provincie, 'GET', '/acties?project=W-01')).body.items).toHaveLength(
        before.items.length,
      );
    });

    it('of a project cannot move to another, and a project is not made here', async () => {
      const { bytes } = await download('projecten.xlsx?project=W-05');
      const { voorstel } = await propose(
        await edit(bytes, 'Projecten', {
          A2: 'W-01',
          B3: 'Nieuw project',
          A3: 'W-50',
          F2: 'Projectfase',
          D2: 'Meer vermogen',
        }),
      );
      expect(rowOf(voorstel, 2).fouten).toMatchObject([
        { cel: 'A2', waarde: 'W-01', verwacht: expect.stringContaining('W-05') },
      ]);
      expect(rowOf(voorstel, 2).opmerkingen[0]).toMatch(
        /^F2 Projectfase: in de atlas staat "Realisatiefase".*op de fiche/,
      );
      expect(rowOf(voorstel, 3).fouten[0]!.verwacht).toContain('Nieuw project');
    });

    it('of a project say where their new values come from', async () => {
      const { bytes } = await download('projecten.xlsx?project=W-05');
      const { voorstel, etag } = await propose(
        await edit(bytes, 'Projecten', { D2: 'Meer vermogen', O2: 2031, R2: 'ja', S2: 'IP-1; IP-2' }),
      );
      expect(rowOf(voorstel, 2).wijzigingen.map(({ veld, naar }) => [veld, naar])).toEqual([
        ['doel', 'Meer vermogen'],
        ['ibnVan', '2031'],
        ['opgenomenInIp', 'ja'],
        ['ipNummers', 'IP-1; IP-2'],
      ]);
      expect((await accept(voorstel.voorstelId, etag)).status).toBe(200);
      const { body } = await send(provincie, 'GET', '/projecten/W-05/fiche');
      expect(body.project.gegevens).toMatchObject({
        doel: 'Meer vermogen',
        ibnVan: 2031,
        opgenomenInIp: true,
        ipNummers: ['IP-1', 'IP-2'],
      });
      expect(body.project.versie.herkomst.doel).toMatchObject({ bron: 'Excel-bestand lijst.xlsx' });
    });
  });

  describe('a proposal', () => {
    it('is of who handed it in and of nobody else, and can be thrown away', async () => {
      const { voorstel, etag } = await propose(
        await makeWorkbook([actieRij({ A: 'W-01', C: 'Mijn', D: 'stedin' })]),
      );
      const path = `/excel/voorstellen/${voorstel.voorstelId}`;
      for (const other of [collega, netbeheerder]) {
        expect((await send(other, 'GET', path)).status).toBe(404);
        expect((await send(other, 'POST', path, { keuzes: [] })).status).toBe(404);
        expect((await accept(voorstel.voorstelId, etag, other)).status).toBe(404);
        expect((await send(other, 'DELETE', path)).status).toBe(404);
      }
      expect((await world.request(`/api/v1${path}`)).status).toBe(401);
      expect((await world.request('/api/v1/excel/voorstellen', { method: 'POST', body: 'x' })).status).toBe(
        401,
      );
      expect((await send(provincie, 'DELETE', path)).status).toBe(204);
      expect((await send(provincie, 'GET', path)).status).toBe(404);
    });

    it('is over after a day, and then thrown away', async () => {
      const { voorstel } = await propose(
        await makeWorkbook([actieRij({ A: 'W-01', C: 'Oud', D: 'stedin' })]),
      );
      await world
        .db()
        .query(`update atlas.excel_voorstel set verloopt_op = now() - interval '1 minute' where id = $1`, [
          voorstel.voorstelId,
        ]);
      expect((await send(provincie, 'GET', `/excel/voorstellen/${voorstel.voorstelId}`)).status).toBe(404);
      await propose(await makeWorkbook([actieRij({ A: 'W-01', C: 'Nieuw', D: 'stedin' })]), collega);
      const [left] = await world
        .db()
        .query<{ n: number }>('select count(*)::int as n from atlas.excel_voorstel where id = $1', [
          voorstel.voorstelId,
        ]);
      expect(left!.n).toBe(0);
    });

    it('of more than can be written in one go says so, and is not accepted', async () => {
      const rows = Array.from({ length: 1001 }, (_, at) =>
        actieRij({ A: 'W-02', C: `Stap ${at}`, D: 'stedin' }),
      );
      const { voorstel, etag } = await propose(await makeWorkbook(rows));
      expect(voorstel).toMatchObject({
        kanAanvaarden: false,
        waaromNiet: expect.stringContaining('1.001 rijen wijzigen; hoogstens 1.000'),
      });
      expect((await accept(voorstel.voorstelId, etag)).status).toBe(409);
    });

    it('is read by page and by status', async () => {
      const rows = Array.from({ length: 250 }, (_, at) =>
        actieRij({ A: at % 50 === 0 ? 'W-99' : 'W-02', C: `Stap ${at}`, D: 'stedin' }),
      );
      const { voorstel } = await propose(await makeWorkbook(rows));
      expect(voorstel).toMatchObject({ totaal: 250, vanaf: 0, aantallen: { fout: 5, nieuw: 245 } });
      expect(voorstel.rijen).toHaveLength(200);
      const path = `/excel/voorstellen/${voorstel.voorstelId}`;
      expect(
        (await send(provincie, 'GET', `${path}?vanaf=200&aantal=20`)).body.rijen.map(
          (rij: { nummer: number }) => rij.nummer,
        ),
      ).toEqual(Array.from({ length: 20 }, (_, at) => 202 + at));
      expect((await send(provincie, 'GET', `${path}?status=fout`)).body).toMatchObject({ totaal: 5 });
      expect((await send(provincie, 'GET', `${path}?status=goed&vanaf=-1`)).body.errors).toHaveLength(2);
    });
  });

  describe('rights', () => {
    const reader = (soort: 'provincie' | 'gemeente', code: string, naam: string, rol: 'lezer' | 'bewerker') =>
      addPerson(world.db(), { code, naam, soort }, [rol]);

    it('who may not write a row is told so, cell by cell, and nothing of the file is written', async () => {
      const lezer = await reader('provincie', 'PV91', 'West', 'lezer');
      await makeActie('W-01', { activiteit: 'Van de provincie', trekkers: ['PV91'] });
      const { bytes } = await download('actielijst.xlsx?project=W-01', lezer);
      const { sheets } = await readXlsx(bytes);
      const at = sheets[1]!.rows.findIndex((row) => row[2] === 'Van de provincie') + 1;
      const changed = await edit(bytes, 'Actielijst', { [`G${at}`]: 'later' });
      for (const who of [lezer, await reader('gemeente', 'GM9001', 'Aarde', 'bewerker')]) {
        const { voorstel, etag } = await propose(changed, who);
        expect(rowOf(voorstel, at).fouten).toEqual([
          {
            cel: `G${at}`,
            label: 'Planning',
            waarde: 'later',
            verwacht: expect.stringContaining('mag deze rij niet wijzigen'),
          },
        ]);
        expect((await accept(voorstel.voorstelId, etag, who)).status).toBe(409);
      }
    });

    it('the gemeente of a project adds its own actions, and who pulls an action changes it', async () => {
      const gemeente = await reader('gemeente', 'GM9001', 'Aarde', 'bewerker');
      const actie = await makeActie('W-01', { activiteit: 'Trekt de gemeente', trekkers: ['GM9001'] });
      const { bytes } = await download('actielijst.xlsx?project=W-01', gemeente);
      const { sheets } = await readXlsx(bytes);
      const at = sheets[1]!.rows.findIndex((row) => row[2] === 'Trekt de gemeente') + 1;
      const last = sheets[1]!.rows.filter(([id]) => id).length + 1;
      const changed = await edit(bytes, 'Actielijst', {
        [`J${at}`]: 'loopt',
        [`A${last}`]: 'W-01',
        [`C${last}`]: 'Raad informeren',
        [`D${last}`]: 'Aarde',
      });
      const { voorstel, etag } = await propose(changed, gemeente);
      expect(voorstel.aantallen).toMatchObject({ gewijzigd: 1, nieuw: 1, fout: 0 });
      expect((await accept(voorstel.voorstelId, etag, gemeente)).status).toBe(200);
      expect(await readActie(actie.id)).toMatchObject({
        gegevens: { status: 'loopt' },
        versie: { eigenaar: 'PV91', doorOrganisatie: 'GM9001' },
      });
    });

    it('what may not be seen is in no workbook, and its rows do not exist', async () => {
      const geheim = await send(provincie, 'POST', '/projecten/W-01/acties', {
        gegevens: { activiteit: 'Geheim overleg', trekkers: ['PV91'] },
        vertrouwelijkheid: 'vertrouwelijk',
      });
      expect(geheim.status).toBe(201);
      const { bytes } = await download('actielijst.xlsx?project=W-01', null);
      const words = JSON.stringify((await readXlsx(bytes)).sheets);
      expect(words).toContain('Van de provincie');
      expect(words).not.toContain('Geheim overleg');
      const { id, versie } = geheim.body;
      const row = actieRij({ A: 'W-01', C: 'Geraden', D: 'stedin', L: id, M: versie.rij });
      const { voorstel } = await propose(await makeWorkbook([row]), netbeheerder);
      expect(rowOf(voorstel, 2)).toMatchObject({ status: 'fout', fouten: [{ label: 'id', waarde: id }] });
      expect(JSON.stringify(voorstel)).not.toContain('Geheim');
    });

    it('a list as of an earlier day says so, and holds what was known then', async () => {
      const { bytes } = await download('actielijst.xlsx?project=W-01&bekendOp=2020-01-01');
      const { sheets } = await readXlsx(bytes);
      expect(sheets[1]!.rows.slice(1).every(([id]) => !id)).toBe(true);
      expect(String(sheets[0]!.rows.find(([head]) => head === 'Stand van')![1])).toMatch(
        /^wat bekend was op 1 januari 2020.*teruggekeken/,
      );
    });
  });

  describe('files that are not read', () => {
    it.each<[string, () => Promise<Uint8Array>, number, RegExp]>([
      ['text', async () => Buffer.from('a;b'), 415, /geen Excel-werkmap/],
      [
        'macros, called .xlsx',
        async () => makeZip({ ...minimalParts, 'xl/vbaProject.bin': 'x' }),
        415,
        /macro/,
      ],
      ['too large', async () => new Uint8Array(10 * 2 ** 20 + 1), 413, /10 MB/],
      [
        'a zip bomb',
        async () => makeZip({ ...minimalParts, 'xl/worksheets/sheet1.xml': Buffer.alloc(130 * 2 ** 20) }),
        413,
        /uitgepakt/,
      ],
      ['another workbook', () => makeWorkbook([], { name: 'Blad1' }), 400, /geen blad/],
    ])('%s: a problem that says why, and nothing is kept', async (_name, make, status, words) => {
      const { status: got, body, headers } = await upload(await make());
      expect(got).toBe(status);
      expect(headers.get('Content-Type')).toBe('application/problem+json');
      expect(body.detail).toMatch(words);
      expect(body.errors).toMatchObject([{ veld: 'bestand' }]);
    });

    it('a form without a file, and reading while looking back', async () => {
      const form = new FormData();
      form.append('bestand', 'tekst');
      const empty = await world.request('/api/v1/excel/voorstellen', {
        method: 'POST',
        headers: provincie.headers,
        body: form,
      });
      expect([empty.status, (await empty.json()).errors[0].veld]).toEqual([400, 'bestand']);
      const back = await world.request('/api/v1/excel/voorstellen?bekendOp=2024-01-01', {
        method: 'POST',
        headers: provincie.headers,
        body: 'x',
      });
      expect(back.status).toBe(400);
    });

    it('the bare file is read as well as a form, and keeps its name', async () => {
      const response = await world.request('/api/v1/excel/voorstellen?bestand=..%2Facties.xlsx', {
        method: 'POST',
        headers: { ...provincie.headers, 'Content-Type': XLSX },
        body: new Uint8Array(await makeWorkbook([actieRij({ A: 'W-01', C: 'Bloot', D: 'stedin' })])),
      });
      expect(await response.json()).toMatchObject({ bestand: 'acties.xlsx', aantallen: { nieuw: 1 } });
      expect(response.headers.get('Location')).toMatch(/^\/api\/v1\/excel\/voorstellen\//);
    });

    it('others are answered meanwhile: 100,000 rows do not hold up the server', async () => {
      const rows = Array.from({ length: 100_000 }, (_, at) =>
        actieRij({ A: 'W-01', C: `Graven ${at}`, D: 'stedin' }),
      );
      const body = new Uint8Array(await makeWorkbook(rows));
      let done = false;
      const reading = world
        .request('/api/v1/excel/voorstellen', { method: 'POST', headers: provincie.headers, body })
        .finally(() => (done = true));
      const begin = performance.now();
      let longest = 0;
      while (!done) {
        const start = performance.now();
        await new Promise((resolve) => setTimeout(resolve, 5));
        longest = Math.max(longest, performance.now() - start);
      }
      const took = performance.now() - begin;
      const refused = await reading;
      expect([refused.status, (await refused.json()).detail]).toEqual([
        413,
        expect.stringContaining('rij 100.001'),
      ]);
      // Were it read in the thread that answers, nobody could come in between for most of that time.
      expect(longest / took).toBeLessThan(0.5);
    });
  });
});
