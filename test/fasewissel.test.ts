// A project moves through its fases: what is asked, what is refused, and which actions come along.
import { expect, it } from 'vitest';
import { describeRecords, ifMatch } from './records-world.ts';

describeRecords('fasewissel', ({ people, send, ok, read, refuse, get, change }) => {
  const make = async (gegevens: object = {}) => {
    const { project } = await ok(people.netbeheerder, 'POST', '/projecten', {
      gegevens: {
        naam: 'Station Nieuw',
        provincies: ['PV91'],
        gemeenten: ['GM9001'],
        energiedrager: 'elektriciteit',
        typeInfraGroep: 'station',
        netbeheerders: ['Stedin'],
        fase: 'verkenning',
        ...gegevens,
      },
      partijen: [{ gegevens: { organisatie: 'PV91', rol: 'betrokken' } }],
    });
    return project;
  };

  it('asks what the uitvoeringsaanpak asks and offers the actions of the new fase', async () => {
    const project = await make({ bevoegdGezag: 'gemeente' });
    const asked = await read(people.netbeheerder, `/projecten/${project.id}/fasewissel?naar=planuitwerking`);
    expect([asked.van, asked.naar, asked.kan, asked.mag]).toEqual([
      'verkenning',
      'planuitwerking',
      ['planuitwerking', 'vervallen'],
      true,
    ]);
    // Kenmerken of the planuitwerkingsfase, as the uitvoeringsaanpak lists them. Nothing is known but the place: none.
    expect(asked.gevraagd).toEqual([
      {
        kenmerk: 'voorkeursalternatief is er',
        uitkomst: 'onbekend',
        veld: 'voorkeursalternatief',
        verwacht: true,
      },
      { kenmerk: 'nog geen projectbesluit', uitkomst: 'onbekend', veld: 'projectbesluit', verwacht: false },
      { kenmerk: 'er is een locatie', uitkomst: 'strijdig', veld: null, verwacht: true },
    ]);
    const actions = asked.voorbeeldacties.map((one: any) => [one.actie, one.gegevens.trekkers, one.onbekend]);
    expect(actions).toHaveLength(7);
    expect(actions).toContainEqual(['project-MER', ['GM9001'], []]);
    expect(actions).toContainEqual(['traject voor verkrijgen van ruimte starten', ['stedin'], []]);
    expect(actions).toContainEqual(['ruimtelijk planproces opstellen', ['GM9001', 'stedin'], []]);
    expect(actions).toContainEqual([
      'afspraken over proceskosten',
      expect.arrayContaining(['stedin', 'PV91']),
      [],
    ]);
    // Somebody who is not signed in sees what is asked, and may not do it.
    const { body } = await get(`/projecten/${project.id}/fasewissel`);
    expect([body.naar, body.mag]).toEqual(['planuitwerking', false]);
  });

  it('does not guess who decides', async () => {
    const project = await make();
    const asked = await read(people.netbeheerder, `/projecten/${project.id}/fasewissel?naar=planuitwerking`);
    const mer = asked.voorbeeldacties.find((one: any) => one.actie === 'project-MER');
    expect([mer.gegevens.trekkers, mer.onbekend]).toEqual([[], ['bevoegd gezag']]);
  });

  it('moves the project and makes the actions at once', async () => {
    const project = await make({ bevoegdGezag: 'gemeente' });
    const path = `/projecten/${project.id}`;
    const { voorbeeldacties } = await read(people.netbeheerder, `${path}/fasewissel?naar=planuitwerking`);
    const done = await ok(people.netbeheerder, 'POST', `${path}/fasewissel`, {
      naar: 'planuitwerking',
      reden: 'Energyboard koos variant A',
      gegevens: { voorkeursalternatief: true, projectbesluit: false },
      acties: voorbeeldacties.slice(0, 2).map(({ gegevens }: any) => ({ gegevens })),
    });
    expect(done.project.gegevens).toMatchObject({
      fase: 'planuitwerking',
      faseHerkomst: 'bron',
      voorkeursalternatief: true,
    });
    expect(done.project.versie.reden).toBe('Energyboard koos variant A');
    expect(done.acties.map((one: any) => [one.gegevens.activiteit, one.gegevens.fase])).toEqual([
      ['project-MER', 'planuitwerking'],
      ['ontwerp-projectbesluit en ontwerpvergunningen ter inzage', 'planuitwerking'],
    ]);
    const fiche = await read(people.netbeheerder, `${path}/fiche`);
    expect(fiche.faseToets).toEqual([
      { kenmerk: 'voorkeursalternatief is er', uitkomst: 'klopt' },
      { kenmerk: 'nog geen projectbesluit', uitkomst: 'klopt' },
      { kenmerk: 'er is een locatie', uitkomst: 'strijdig' },
    ]);
    expect(fiche.letOp).toContainEqual(
      expect.objectContaining({
        soort: 'project',
        veld: 'fase',
        verwacht: 'planuitwerking, maar er is nog geen locatie',
      }),
    );
    expect(fiche.acties).toHaveLength(2);
  });

  it('makes no action when the fase is refused, and keeps the fase when an action is', async () => {
    const project = await make();
    const path = `/projecten/${project.id}`;
    const faults = await refuse(
      send(people.netbeheerder, 'POST', `${path}/fasewissel`, {
        naar: 'realisatie',
        reden: 'Haast',
        acties: [
          { gegevens: { activiteit: 'Bouwen', trekkers: ['stedin'] } },
          { gegevens: { activiteit: 'Niemand' } },
        ],
      }),
    );
    expect(faults).toEqual([
      ['gegevens.fase', 'realisatie', expect.stringContaining('planuitwerking, vervallen')],
      ['acties[1].gegevens.trekkers', '', expect.stringContaining('minstens één')],
    ]);
    const fiche = await read(people.netbeheerder, `${path}/fiche`);
    expect([fiche.project.gegevens.fase, fiche.acties, fiche.project.versie.rij]).toEqual([
      'verkenning',
      [],
      project.versie.rij,
    ]);
  });

  it.each([
    ['verkenning', 'planuitwerking', true],
    ['planuitwerking', 'project', true],
    ['project', 'realisatie', true],
    ['realisatie', 'gerealiseerd', true],
    ['project', 'planuitwerking', true],
    ['project', 'vervallen', true],
    ['vervallen', 'verkenning', true],
    ['verkenning', 'project', false],
    ['verkenning', 'gerealiseerd', false],
    ['realisatie', 'planuitwerking', false],
    ['gerealiseerd', 'verkenning', false],
  ])('from %s to %s: %s', async (fase, naar, isAllowed) => {
    const project = await make({ fase });
    const reply = await send(people.netbeheerder, 'POST', `/projecten/${project.id}/fasewissel`, {
      naar,
      reden: 'Besloten',
    });
    expect(reply.status).toBe(isAllowed ? 200 : 400);
  });

  it('goes back and lapses only with a reason, and going back is flagged', async () => {
    const project = await make({ fase: 'project' });
    const path = `/projecten/${project.id}`;
    for (const fase of ['planuitwerking', 'vervallen']) {
      const faults = await refuse(
        send(people.netbeheerder, 'PATCH', path, { gegevens: { fase } }, ifMatch(project)),
      );
      expect(faults).toEqual([['reden', '', expect.stringContaining('een reden')]]);
    }
    const back = await change(people.netbeheerder, path, project, {
      gegevens: { fase: 'planuitwerking' },
      reden: 'Plan vernietigd',
    });
    expect(back.letOp).toEqual([
      {
        veld: 'gegevens.fase',
        waarde: 'planuitwerking',
        verwacht: 'het project gaat een fase terug, van project naar planuitwerking',
        ernst: 'letOp',
      },
    ]);
    const faults = await refuse(
      send(people.netbeheerder, 'PATCH', path, { gegevens: { fase: null } }, ifMatch(back)),
    );
    expect(faults[0]?.[0]).toBe('gegevens.fase');
    expect(
      await refuse(send(people.netbeheerder, 'POST', `${path}/fasewissel`, { naar: 'klaar' })),
    ).toMatchObject([
      ['naar', 'klaar', expect.stringContaining('verkenning, planuitwerking')],
      ['reden', '', expect.any(String)],
    ]);
  });

  it('a question to the energyboard is answered and becomes an action, in one step', async () => {
    const vraag = await ok(people.provincie, 'POST', '/projecten/W-01/energyboardvragen', {
      gegevens: { vraag: 'Wie bemiddelt?', gesteldOp: '2024-05-01' },
    });
    const path = `/energyboardvragen/${vraag.id}/antwoord`;
    const actie = { gegevens: { activiteit: 'Bemiddelen', trekkers: ['PV91'] } };
    expect(
      await refuse(
        send(people.provincie, 'POST', path, { antwoord: ' ', actie: { gegevens: { activiteit: 'x' } } }),
      ),
    ).toEqual([
      ['actie.gegevens.trekkers', '', expect.any(String)],
      ['antwoord', '', expect.any(String)],
    ]);
    const done = await ok(people.provincie, 'POST', path, { antwoord: 'De provincie bemiddelt', actie });
    expect(done.vraag.gegevens).toMatchObject({
      status: 'omgezet in actie',
      antwoord: 'De provincie bemiddelt',
      actieId: done.actie.id,
    });
    expect(done.actie.gegevens).toMatchObject({
      activiteit: 'Bemiddelen',
      trekkers: ['PV91'],
      vraagId: vraag.id,
    });
    const again = await refuse(send(people.provincie, 'POST', path, { antwoord: 'Nog eens' }));
    expect(again[0]?.slice(0, 2)).toEqual(['status', 'omgezet in actie']);

    const plain = await ok(people.provincie, 'POST', '/projecten/W-01/energyboardvragen', {
      gegevens: { vraag: 'Kan het sneller?', gesteldOp: '2024-05-01' },
    });
    const answered = await ok(people.provincie, 'POST', `/energyboardvragen/${plain.id}/antwoord`, {
      antwoord: 'Nee',
    });
    expect([answered.vraag.gegevens.status, answered.actie]).toEqual(['beantwoord', null]);
  });
});
