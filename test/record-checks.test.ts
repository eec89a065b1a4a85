// What is typed wrong is refused or flagged, with the field, the value and what would be right; all at once.
import { expect, it } from 'vitest';
import { describeRecords, ifMatch } from './records-world.ts';
import { toRectangleGeometry } from './world.ts';

const thisYear = Number(
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date()).slice(0, 4),
);

describeRecords('checks of records', ({ people, send, ok, read, refuse, change, db, get }) => {
  const project = {
    naam: 'Nieuw',
    provincies: ['PV91'],
    energiedrager: 'elektriciteit',
    typeInfraGroep: 'station',
  };
  const makeProject = async (gegevens: object = {}, who = people.provincie) =>
    (await ok(who, 'POST', '/projecten', { gegevens: { ...project, ...gegevens } })).project;
  const post = (path: string, gegevens: object, extra: object = {}, who = people.provincie) =>
    send(who, 'POST', path, { gegevens, ...extra });
  const actie = { activiteit: 'Grond kopen', trekkers: ['GM9001'] };

  it('names every fault of a record at once', async () => {
    const faults = await refuse(
      post(
        '/projecten/W-01/acties',
        {
          trekkers: [],
          planningVan: '31-12-2026',
          planningTot: '2026-02-30',
          status: 'bezig',
          fase: 7,
          kleur: 'rood',
          partijen: 'GM9001',
        },
        { vertrouwelijkheid: 'geheim', embargoTot: 'morgen', haast: true },
      ),
    );
    expect(faults).toEqual([
      ['gegevens.activiteit', '', expect.stringContaining('Activiteit is verplicht')],
      ['gegevens.trekkers', '[]', expect.stringContaining('minstens één organisatie')],
      ['gegevens.partijen', 'GM9001', expect.stringContaining('een lijst met codes')],
      ['gegevens.planningVan', '31-12-2026', expect.stringContaining('2026-12-31')],
      ['gegevens.planningTot', '2026-02-30', expect.stringContaining('bestaande datum')],
      ['gegevens.status', 'bezig', 'een van: open, loopt, gereed, vervallen'],
      ['gegevens.fase', '7', expect.stringContaining('verkenning')],
      ['gegevens.kleur', 'rood', expect.stringContaining('bestaat niet')],
      ['vertrouwelijkheid', 'geheim', 'een van: openbaar, partijen, vertrouwelijk'],
      ['embargoTot', 'morgen', expect.stringContaining('2026-12-31')],
      ['haast', 'true', expect.stringContaining('bestaat niet')],
    ]);
  });

  it.each([
    ['acties', { ...actie, trekkers: undefined }, 'gegevens.trekkers', '', /Trekker.*verplicht/],
    ['acties', { ...actie, trekkers: ['GM0000'] }, 'gegevens.trekkers', 'GM0000', /bekende organisatie/],
    [
      'acties',
      { ...actie, trekkers: ['GM9001', 'GM9001'] },
      'gegevens.trekkers',
      '["GM9001", "GM9001"]',
      /elk één keer/,
    ],
    [
      'acties',
      { ...actie, planningVan: '2027-01-01', planningTot: '2026-12-31' },
      'gegevens.planningTot',
      '2026-12-31',
      /na het begin \(1-1-2027\)/,
    ],
    [
      'acties',
      { ...actie, activiteit: 'x'.repeat(2001) },
      'gegevens.activiteit',
      `${'x'.repeat(80)}…`,
      /hoogstens 2000/,
    ],
    ['acties', { ...actie, resultaat: 'a\u0000b' }, 'gegevens.resultaat', 'a\u0000b', /tekst/],
    ['acties', { ...actie, vraagId: 'abc' }, 'gegevens.vraagId', 'abc', /vult de atlas zelf in/],
    [
      'partijen',
      { organisatie: 'shell', rol: 'betrokken' },
      'gegevens.organisatie',
      'shell',
      /bekende organisatie/,
    ],
    [
      'ibn-uitspraken',
      { jaarVan: 2034, jaarTot: 2032, aard: 'gepland', gezegdOp: '2024-01-01', bron: 'IP' },
      'gegevens.jaarTot',
      '2032',
      /vanaf 2034/,
    ],
    [
      'ibn-uitspraken',
      { jaarVan: 2034, jaarTot: 2034, aard: 'werkelijk', gezegdOp: '2024-01-01', bron: 'IP' },
      'gegevens.aard',
      'werkelijk',
      /moet nog komen/,
    ],
    [
      'ibn-uitspraken',
      { jaarVan: '2034', jaarTot: 2034, aard: 'gepland', gezegdOp: '2024-01-01', bron: 'IP' },
      'gegevens.jaarVan',
      '2034',
      /als getal/,
    ],
    [
      'ibn-uitspraken',
      { jaarVan: 1949, jaarTot: 2034, aard: 'gepland', gezegdOp: '2024-01-01', bron: 'IP' },
      'gegevens.jaarVan',
      '1949',
      /1950 tot en met 2100/,
    ],
    [
      'ibn-uitspraken',
      { jaarVan: 2034, jaarTot: 2034, aard: 'gepland', gezegdOp: '2099-01-01', bron: 'IP' },
      'gegevens.gezegdOp',
      '2099-01-01',
      /tot en met vandaag/,
    ],
    ['monitoring', { periode: '2026-Q1' }, 'gegevens.periode', '2026-Q1', /2026-K4/],
    [
      'energyboardvragen',
      { vraag: 'Hoe?', gesteldOp: '2024-05-01', status: 'beantwoord' },
      'gegevens.antwoord',
      '',
      /een antwoord/,
    ],
    [
      'energyboardvragen',
      { vraag: 'Hoe?', gesteldOp: '2024-05-02', beantwoordOp: '2024-05-01' },
      'gegevens.beantwoordOp',
      '2024-05-01',
      /2-5-2024/,
    ],
    [
      'mijlpalen',
      { naam: 'Bouw', datum: '2099-01-01', aard: 'werkelijk' },
      'gegevens.aard',
      'werkelijk',
      /moet nog komen/,
    ],
    [
      'documenten',
      { titel: 'Stuk', url: 'javascript:alert(1)' },
      'gegevens.url',
      'javascript:alert(1)',
      /https:/,
    ],
    [
      'documenten',
      { titel: 'Stuk', url: 'https://jan:geheim@example.org/' },
      'gegevens.url',
      'https://jan:geheim@example.org/',
      /zonder naam/,
    ],
    [
      'contactpersonen',
      { organisatie: 'GM9001', naam: 'A', bewarenTot: '2020-01-01' },
      'gegevens.bewarenTot',
      '2020-01-01',
      /vanaf vandaag/,
    ],
    [
      'contactpersonen',
      { organisatie: 'GM9001', naam: 'A', bewarenTot: '2099-01-01', email: 'geen adres' },
      'gegevens.email',
      'geen adres',
      /e-mailadres/,
    ],
    ['koppelingen', { soort: 'hangt af van', doel: 'W-99' }, 'gegevens.doel', 'W-99', /bestaand project/],
    ['koppelingen', { soort: 'hangt af van', doel: 'W-01' }, 'gegevens.doel', 'W-01', /niet van zichzelf/],
    ['koppelingen', { soort: 'bedient gebied', doel: 'PV00' }, 'gegevens.doel', 'PV00', /bestaand gebied/],
    ['rondestappen', { ronde: 'twee', stap: 'opgenomen' }, 'gegevens.ronde', 'twee', /zoals 2\.0/],
    [
      'rondestappen',
      { ronde: '2.0', stap: 'gesplitst' },
      'gegevens.opvolgers',
      '[]',
      /minstens één opvolger/,
    ],
    [
      'rondestappen',
      { ronde: '2.0', stap: 'gesplitst', opvolgers: ['W-98', 'W-02'] },
      'gegevens.opvolgers',
      'W-98',
      /bestaand project/,
    ],
    [
      'rondestappen',
      { ronde: '2.0', stap: 'vervallen' },
      'gegevens.toelichting',
      '',
      /zonder opvolger of reden/,
    ],
    ['rondestappen', { ronde: '2.0', stap: 'terug naar pMIEK +1' }, 'gegevens.toelichting', '', /reden/],
    [
      'besluiten',
      { besluit: 'BOPA', bevoegdGezag: 'gemeente', componentId: 'W-02-1' },
      'gegevens.componentId',
      'W-02-1',
      /van dit project/,
    ],
    [
      'besluiten',
      { besluit: 'BOPA', bevoegdGezag: 'gemeente', datumBesluit: '2024-02-02', datumInWerking: '2024-02-01' },
      'gegevens.datumInWerking',
      '2024-02-01',
      /2-2-2024/,
    ],
    [
      'opmerkingen',
      { onderwerp: 'veld', veld: 'kleur', tekst: 'x' },
      'gegevens.veld',
      'kleur',
      /veld van het project/,
    ],
    ['opmerkingen', { onderwerp: 'plek', tekst: 'x' }, 'gegevens.punt', '', /een punt/],
    ['opmerkingen', { tekst: 'x', status: 'opgelost' }, 'gegevens.opgelostReden', '', /hoe het is opgelost/],
    [
      'betwistingen',
      { laag: 'nnn', object: 'Heide', uitkomst: {}, bezwaar: 'x', status: 'erkend' },
      'gegevens.antwoord',
      '',
      /een antwoord/,
    ],
    [
      'varianten',
      { componentId: 'W-01-1', letter: 'aa', ligging: 'geen' },
      'gegevens.letter',
      'aa',
      /hoogstens 1 tekens/,
    ],
    [
      'varianten',
      { componentId: 'W-01-1', letter: 'a', ligging: 'geen' },
      'gegevens.letter',
      'a',
      /hoofdletter/,
    ],
    [
      'varianten',
      { componentId: 'W-01-1', letter: 'Z', ligging: 'geen', isVoorkeur: true },
      'gegevens.keuzeReden',
      '',
      /met een reden/,
    ],
    ['componenten', { soort: 'station', ligging: 'exact' }, 'gegevens.geometrie', '', /een geometrie/],
    [
      'componenten',
      {
        soort: 'station',
        ligging: 'indicatief',
        geometrie: { type: 'Point', coordinates: [101_000, 401_000] },
      },
      'gegevens.straalM',
      '',
      /een straal/,
    ],
    [
      'componenten',
      { soort: 'station', ligging: 'geen', spanningKv: [150, 150] },
      'gegevens.spanningKv',
      '[150, 150]',
      /elk één keer/,
    ],
  ])('%s %j: %s', async (meervoud, gegevens, veld, waarde, verwacht) => {
    const faults = await refuse(post(`/projecten/W-01/${meervoud}`, gegevens));
    expect(faults).toEqual([[veld, waarde, expect.stringMatching(verwacht)]]);
    // The dry run says the same, and nobody else is told.
    const { fouten } = await ok(people.provincie, 'POST', `/controles/${meervoud}`, {
      projectId: 'W-01',
      gegevens,
    });
    expect(fouten).toEqual([{ veld, waarde, verwacht: faults[0]![2], ernst: 'fout' }]);
  });

  it.each([
    [{ naam: null }, 'naam', /verplicht/],
    [{ provincies: ['PV00'] }, 'provincies', /deze bestaat niet/],
    [{ provincies: [] }, 'provincies', /verplicht/],
    [{ gemeenten: ['9001'] }, 'gemeenten', /GM0344/],
    [{ fase: 'bouwen' }, 'fase', /een van: verkenning/],
    [{ ibnVan: 2032, ibnTot: 2030 }, 'ibnTot', /vanaf 2032/],
    [{ ibnVan: 'begin 2030' }, 'ibnVan', /als getal/],
    [{ fase: 'verkenning', ibnVan: thisYear - 1 }, 'ibnVan', /nog in verkenning/],
    [{ fase: 'verkenning', ibnVan: 2000, ibnTot: thisYear - 1 }, 'ibnTot', /nog in verkenning/],
    [{ bronDatum: 'vorig jaar' }, 'bronDatum', /2023-11/],
    [{ bronDatum: '2023-02-31' }, 'bronDatum', /2023-11/],
    [{ veldzicht: { kleur: { niveau: 'partijen' } } }, 'veldzicht', /naam van een veld/],
    [{ veldzicht: { doel: { niveau: 'geheim' } } }, 'veldzicht', /openbaar, partijen of vertrouwelijk/],
    [{ kenmerken: { a: 1 } }, 'kenmerken', /vult de atlas zelf in/],
  ])('a project with %j is refused', async (gegevens, veld, verwacht) => {
    const faults = await refuse(
      send(people.provincie, 'POST', '/projecten', { gegevens: { ...project, ...gegevens } }),
    );
    expect(faults.map((one) => [one[0], one[2]])).toEqual([
      [`gegevens.${veld}`, expect.stringMatching(verwacht)],
    ]);
  });

  it('a contradiction that was there already is shown, and does not stop other work', async () => {
    const made = await makeProject({ fase: 'verkenning' });
    await db().query('update atlas.project set ibn_van = 2001 where rij = $1::bigint', [made.versie.rij]);
    const saved = await change(people.provincie, `/projecten/${made.id}`, made, {
      gegevens: { doel: 'Ruimte' },
    });
    expect(saved.letOp).toEqual([
      {
        veld: 'gegevens.ibnVan',
        waarde: '2001',
        verwacht: expect.stringContaining('nog in verkenning'),
        ernst: 'letOp',
      },
    ]);
    const fiche = await read(people.provincie, `/projecten/${made.id}/fiche`);
    expect(fiche.letOp).toContainEqual(
      expect.objectContaining({ soort: 'project', id: made.id, veld: 'ibnVan', waarde: '2001' }),
    );
  });

  it('flags what may be right: a late action, a concrete project in verkenning, an odd bevoegd gezag', async () => {
    const late = await ok(people.provincie, 'POST', '/projecten/W-01/acties', {
      gegevens: { ...actie, planningTot: '2024-01-01' },
    });
    expect(late.letOp).toMatchObject([{ veld: 'gegevens.planningTot', ernst: 'letOp' }]);
    const odd = await ok(people.provincie, 'POST', '/projecten/W-01/besluiten', {
      gegevens: { besluit: 'BOPA', bevoegdGezag: 'provincie', organisatie: 'GM9001' },
    });
    expect(odd.letOp).toMatchObject([{ veld: 'gegevens.organisatie', waarde: 'GM9001' }]);
    const made = await ok(people.provincie, 'POST', '/projecten', {
      gegevens: { ...project, fase: 'verkenning', concreetheid: 'concreet' },
    });
    expect(made.letOp).toContainEqual(
      expect.objectContaining({ veld: expect.stringContaining('concreetheid') }),
    );
  });

  it('flags what hangs loose: a question only in the monitoring, a project that lapsed in no round', async () => {
    const made = await makeProject({ fase: 'vervallen' });
    const path = `/projecten/${made.id}`;
    const looseEnds = async () =>
      (await read(people.provincie, `${path}/fiche`)).letOp.map((one: any) => [one.soort, one.veld]);
    const monitoring = await ok(people.provincie, 'POST', `${path}/monitoring`, {
      gegevens: { periode: '2026-H1' },
    });
    // As it comes from an import: what is typed here puts its question itself (records-board.test.ts).
    await db().query('update atlas.monitoring set vraag_energyboard = $2 where id = $1', [
      monitoring.id,
      'Kan de provincie bemiddelen?',
    ]);
    expect(await looseEnds()).toEqual([
      ['monitoring', 'vraagEnergyboard'],
      ['project', 'fase'],
    ]);
    await ok(people.provincie, 'POST', `${path}/energyboardvragen`, {
      gegevens: {
        vraag: 'Kan de provincie bemiddelen?',
        gesteldOp: '2024-05-01',
        monitoringId: monitoring.id,
      },
    });
    await ok(people.provincie, 'POST', `${path}/rondestappen`, {
      gegevens: { ronde: '2.0', stap: 'vervallen', toelichting: 'Vraag viel weg' },
    });
    expect(await looseEnds()).toEqual([]);
  });

  it('a party, a letter, a period and a round stand once in a project', async () => {
    const made = await makeProject();
    const path = `/projecten/${made.id}`;
    // Who makes a project is a party of it at once.
    expect(await refuse(post(`${path}/partijen`, { organisatie: 'PV91', rol: 'betrokken' }))).toMatchObject([
      ['gegevens.organisatie', 'PV91', expect.stringContaining('nog geen partij')],
    ]);
    const component = (
      await ok(people.provincie, 'POST', `${path}/componenten`, {
        gegevens: { soort: 'station', ligging: 'geen' },
      })
    ).id;
    for (const [meervoud, gegevens, veld] of [
      ['varianten', { componentId: component, letter: 'A', ligging: 'geen' }, 'letter'],
      ['monitoring', { periode: '2026-H2' }, 'periode'],
      ['rondestappen', { ronde: '2.0', stap: 'opgenomen' }, 'ronde'],
      ['koppelingen', { soort: 'investeringsplan', doel: 'IP-1' }, 'doel'],
    ] as const) {
      const first = await ok(people.provincie, 'POST', `${path}/${meervoud}`, { gegevens });
      expect((await refuse(post(`${path}/${meervoud}`, gegevens)))[0]?.[0]).toBe(`gegevens.${veld}`);
      // What was withdrawn is out of the way.
      await ok(people.provincie, 'DELETE', `/${meervoud}/${first.id}`, { reden: 'weg' }, ifMatch(first));
      await ok(people.provincie, 'POST', `${path}/${meervoud}`, { gegevens });
    }
    // The same twice in one request is found too.
    const faults = await refuse(
      send(people.provincie, 'POST', '/projecten', {
        gegevens: project,
        partijen: [
          { gegevens: { organisatie: 'GM9001', rol: 'betrokken' } },
          { gegevens: { organisatie: 'GM9001', rol: 'trekker' } },
        ],
      }),
    );
    expect(faults.map(([veld]) => veld)).toEqual(['partijen[1].gegevens.organisatie']);
  });

  // West (PV91) ends at x = 120 km; W-01 lies in West only.
  const inside = toRectangleGeometry(101_000, 401_000, 101_100, 401_100);
  it('a geometry outside the provincie of the project is refused, with where it lies and how much of it', async () => {
    const exact = { soort: 'station', ligging: 'exact' };
    // 300 × 100 m, of which 200 × 100 m = 20.000 m² in Oost.
    const astride = toRectangleGeometry(119_900, 401_000, 120_200, 401_100);
    expect(await refuse(post('/projecten/W-01/componenten', { ...exact, geometrie: astride }))).toEqual([
      [
        'gegevens.geometrie',
        'Polygon',
        expect.stringMatching(/binnen PV91: er ligt 20\.000 m² in Oost \(PV92\)/),
      ],
    ]);
    // 1 km of 3 km.
    const line = {
      type: 'LineString',
      coordinates: [
        [118_000, 402_000],
        [121_000, 402_000],
      ],
    };
    expect(
      await refuse(
        post('/projecten/W-01/componenten', { soort: 'kabel', ligging: 'exact', geometrie: line }),
      ),
    ).toEqual([['gegevens.geometrie', 'LineString', expect.stringMatching(/er ligt 1\.000 m in Oost/)]]);
    const point = { type: 'Point', coordinates: [130_000, 401_000] };
    expect(await refuse(post('/projecten/W-01/componenten', { ...exact, geometrie: point }))).toEqual([
      ['gegevens.geometrie', 'Point', expect.stringMatching(/er ligt 1 punt in Oost/)],
    ]);
    // Along the border counts as nothing; W-02 lies in both provincies.
    const along = toRectangleGeometry(119_900, 401_000, 120_000, 401_100);
    expect((await post('/projecten/W-01/componenten', { ...exact, geometrie: along })).status).toBe(201);
    expect((await post('/projecten/W-02/componenten', { ...exact, geometrie: astride })).status).toBe(201);
    // No gemeente of the invented land reaches there.
    const away = toRectangleGeometry(150_000, 500_000, 150_100, 500_100);
    expect(await refuse(post('/projecten/W-01/componenten', { ...exact, geometrie: away }))).toEqual([
      ['gegevens.geometrie', 'Polygon', expect.stringMatching(/in Nederland/)],
    ]);
    // In the sea, or a mistake: outside the box of the country (RD).
    expect(
      (
        await refuse(
          post('/projecten/W-01/componenten', {
            ...exact,
            geometrie: { type: 'Point', coordinates: [5.1, 52.1] },
          }),
        )
      )[0]?.[0],
    ).toBe('gegevens.geometrie.coordinates');
  });

  it('a crooked geometry is refused at the place where it is crooked', async () => {
    const bow = {
      type: 'Polygon',
      coordinates: [
        [
          [101_000, 401_000],
          [101_200, 401_200],
          [101_200, 401_000],
          [101_000, 401_200],
          [101_000, 401_000],
        ],
      ],
    };
    const faults = await refuse(
      post('/projecten/W-01/componenten', { soort: 'station', ligging: 'exact', geometrie: bow }),
    );
    expect(faults).toEqual([
      [
        'gegevens.geometrie.coordinates',
        expect.stringContaining('[101100, 401100]'),
        expect.stringContaining('niet kruisen'),
      ],
    ]);
  });

  it('a footprint outside its own zoekgebied is refused, with how much of it', async () => {
    // Zoekgebied 1 km²; the footprint of 200 × 100 m lies half outside: 100 × 100 m.
    const zoekgebied = toRectangleGeometry(103_000, 403_000, 104_000, 404_000);
    const component = await ok(people.provincie, 'POST', '/projecten/W-01/componenten', {
      gegevens: { soort: 'station', ligging: 'zoekgebied', geometrie: zoekgebied },
    });
    const path = `/componenten/${component.id}`;
    const half = toRectangleGeometry(103_900, 403_000, 104_100, 403_100);
    const outside = /10\.000 m² ligt erbuiten/;
    expect(
      await refuse(
        send(
          people.provincie,
          'PATCH',
          path,
          { gegevens: { ligging: 'exact', geometrie: half } },
          ifMatch(component),
        ),
      ),
    ).toEqual([['gegevens.geometrie', 'Polygon', expect.stringMatching(outside)]]);
    expect(
      await refuse(
        post('/projecten/W-01/varianten', {
          componentId: component.id,
          letter: 'A',
          ligging: 'exact',
          geometrie: half,
        }),
      ),
    ).toEqual([['gegevens.geometrie', 'Polygon', expect.stringMatching(outside)]]);
    const within = toRectangleGeometry(103_800, 403_000, 104_000, 403_100);
    await ok(people.provincie, 'POST', '/projecten/W-01/varianten', {
      gegevens: { componentId: component.id, letter: 'A', ligging: 'exact', geometrie: within },
    });
    // Widened first, then it fits.
    const wide = await change(people.provincie, path, component, {
      gegevens: { geometrie: toRectangleGeometry(103_000, 403_000, 105_000, 404_000) },
    });
    const exact = await change(people.provincie, path, wide, {
      gegevens: { ligging: 'exact', geometrie: half },
    });
    expect(exact.gegevens.geometrie).toEqual(half);
    expect(
      await refuse(
        send(people.provincie, 'PATCH', path, { gegevens: { geometrie: inside } }, ifMatch(exact)),
      ),
    ).toEqual([['gegevens.geometrie', 'Polygon', expect.stringMatching(/10\.000 m² ligt erbuiten/)]]);
  });

  it('schematic boundaries flag and do not refuse', async () => {
    await db().query("update atlas.databron set herkomst = 'schematisch' where id = 'gemeenten'");
    try {
      const made = await ok(people.provincie, 'POST', '/projecten/W-01/componenten', {
        gegevens: {
          soort: 'station',
          ligging: 'exact',
          geometrie: { type: 'Point', coordinates: [130_000, 401_000] },
        },
      });
      expect(made.letOp).toMatchObject([
        { veld: 'gegevens.geometrie', ernst: 'letOp', verwacht: expect.stringContaining('Oost (PV92)') },
      ]);
    } finally {
      await db().query("update atlas.databron set herkomst = 'spiegel' where id = 'gemeenten'");
    }
  });

  it('who submits does not adopt, and only a vaststeller adopts', async () => {
    const rondestap = { ronde: '3.0', stap: 'voortgezet', status: 'ingediend' };
    const made = await ok(people.vaststeller, 'POST', '/projecten/W-02/rondestappen', {
      gegevens: rondestap,
    });
    const path = `/rondestappen/${made.id}`;
    const adopt = { gegevens: { status: 'vastgesteld' } };
    expect(
      await refuse(
        send(people.vaststeller, 'POST', '/projecten/W-02/rondestappen', {
          gegevens: { ronde: '4.0', stap: 'voortgezet', status: 'vastgesteld' },
        }),
      ),
    ).toEqual([['gegevens.status', 'vastgesteld', expect.stringContaining('vaststellen komt na indienen')]]);
    for (const who of [people.provincie, people.vaststeller]) {
      expect((await send(who, 'PATCH', path, adopt, ifMatch(made))).status).toBe(403);
    }
    const reopened = await change(people.provincie, path, made, { gegevens: { status: 'concept' } });
    const submitted = await change(people.provincie, path, reopened, { gegevens: { status: 'ingediend' } });
    const adopted = await change(people.vaststeller, path, submitted, adopt);
    expect(adopted.gegevens.status).toBe('vastgesteld');
    // What was adopted is changed by who adopts.
    expect(
      (await send(people.provincie, 'PATCH', path, { gegevens: { toelichting: 'x' } }, ifMatch(adopted)))
        .status,
    ).toBe(403);
  });

  it('asks who is there before anything else, and tells nobody what does not exist', async () => {
    const nobody = { headers: { Cookie: '' }, accountId: '', organisatie: '' };
    expect((await send(nobody, 'POST', '/projecten/W-01/acties', { gegevens: actie })).status).toBe(401);
    expect((await send(nobody, 'POST', '/projecten', { gegevens: project })).status).toBe(401);
    expect((await send(nobody, 'POST', '/controles/acties', { gegevens: actie })).status).toBe(401);
    const missing = await post('/projecten/W-99/acties', actie);
    expect([missing.status, missing.body.detail]).toEqual([404, 'Er is geen project met nummer W-99.']);
    expect((await send(people.provincie, 'GET', '/acties/onbekend', undefined)).status).toBe(404);
    expect(
      (await send(people.provincie, 'PATCH', '/acties/onbekend', { gegevens: {} }, { 'If-Match': '"1"' }))
        .status,
    ).toBe(404);
    expect((await send(people.gemeente, 'POST', '/projecten', { gegevens: project })).status).toBe(403);
    expect(await refuse(send(people.provincie, 'GET', '/acties?kleur=rood', undefined))).toMatchObject([
      ['kleur', 'rood', expect.stringContaining('trekker')],
    ]);
  });

  it('lists by trekker, status and provincie', async () => {
    await ok(people.oost, 'POST', '/projecten/W-07/acties', {
      gegevens: { activiteit: 'In Oost', trekkers: ['stedin'], status: 'loopt' },
    });
    const namesOf = async (query: string) =>
      (await get(`/acties?${query}`)).body.items.map((one: any) => one.gegevens.activiteit);
    expect(await namesOf('trekker=stedin&provincie=PV92')).toEqual(['In Oost']);
    expect(await namesOf('trekker=stedin&status=open&provincie=PV92')).toEqual([]);
    expect(await namesOf('trekker=stedin&status=open,loopt&provincie=PV92&gemeente=GM9008')).toEqual([
      'In Oost',
    ]);
    expect(await namesOf('project=W-07')).toEqual(['In Oost']);
  });

  it('a made project has a number of its provincie, its parts, and who made it as a party', async () => {
    const made = await ok(people.netbeheerder, 'POST', '/projecten', {
      gegevens: { ...project, naam: 'Station Beek' },
      vertrouwelijkheid: 'partijen',
      componenten: [
        {
          gegevens: {
            soort: 'station',
            ligging: 'zoekgebied',
            geometrie: toRectangleGeometry(111_000, 401_000, 112_000, 402_000),
          },
          varianten: [
            {
              gegevens: {
                letter: 'A',
                ligging: 'exact',
                geometrie: toRectangleGeometry(111_000, 401_000, 111_100, 401_100),
              },
            },
          ],
        },
      ],
      partijen: [{ gegevens: { organisatie: 'GM9002', rol: 'betrokken' } }],
      reden: 'Netanalyse 2026',
    });
    // PV91 is of no real provincie, so it has no letters.
    expect(made.project.id).toMatch(/^XP-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(made.project.gegevens.pmiekBewijs).toBe('niet_bevestigd');
    expect(made.project.versie).toMatchObject({ eigenaar: 'stedin', reden: 'Netanalyse 2026' });
    expect(
      made.partijen.map((one: any) => [one.gegevens.organisatie, one.gegevens.rol, one.gegevens.vertrouwd]),
    ).toEqual([
      ['GM9002', 'betrokken', false],
      ['stedin', 'trekker', true],
    ]);
    expect(made.varianten[0].gegevens.componentId).toBe(made.componenten[0].id);
    // What is said about a project is no more open than the project.
    for (const one of [made.componenten[0], made.varianten[0], made.partijen[0]])
      expect(one.versie.vertrouwelijkheid).toBe('partijen');
    // The part that does not fit its zoekgebied is found before anything is saved.
    const faults = await refuse(
      send(people.netbeheerder, 'POST', '/projecten', {
        gegevens: project,
        componenten: [
          {
            gegevens: {
              soort: 'station',
              ligging: 'zoekgebied',
              geometrie: toRectangleGeometry(111_000, 401_000, 112_000, 402_000),
            },
            varianten: [{ gegevens: { letter: 'A', ligging: 'exact', geometrie: inside } }],
          },
        ],
      }),
    );
    expect(faults).toEqual([
      [
        'componenten[0].varianten[0].gegevens.geometrie',
        'Polygon',
        expect.stringMatching(/10\.000 m² ligt erbuiten/),
      ],
    ]);
  });
});
