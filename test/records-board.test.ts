// A monitoring entry that asks something of the energyboard puts the question, once, in the save of the entry.
import { expect, it } from 'vitest';
import { describeRecords } from './records-world.ts';

const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());

describeRecords('a question in the monitoring', ({ people, send, ok, read, change, refuse, db }) => {
  const monitor = (periode: string, gegevens: object = {}, around: object = {}) =>
    ok(people.provincie, 'POST', '/projecten/W-01/monitoring', {
      gegevens: { periode, ...gegevens },
      ...around,
    });
  const listPut = async ({ id }: { id: string }) =>
    (await read(people.provincie, '/energyboardvragen?project=W-01')).items.filter(
      (one: any) => one.gegevens.monitoringId === id,
    );

  it('is put in the same save, is answered, and is not put again when its words change', async () => {
    const entry = await monitor('2030-H1', { vraagEnergyboard: 'Wie koopt de grond?' });
    const [vraag, ...more] = await listPut(entry);
    expect(more).toEqual([]);
    expect(vraag.gegevens).toMatchObject({
      vraag: 'Wie koopt de grond?',
      niveau: 'energyboard',
      status: 'open',
      gesteldOp: today,
      monitoringId: entry.id,
    });
    expect([vraag.versie.bekendVan, vraag.versie.eigenaar]).toEqual([entry.versie.bekendVan, 'PV91']);
    const { letOp } = await read(people.provincie, '/projecten/W-01/fiche');
    expect(letOp.map((one: any) => one.veld)).not.toContain('vraagEnergyboard');

    const later = await change(people.provincie, `/monitoring/${entry.id}`, entry, {
      gegevens: { vraagEnergyboard: 'Wie koopt de grond, en wanneer?' },
    });
    expect((await listPut(entry)).map((one: any) => one.gegevens.vraag)).toEqual(['Wie koopt de grond?']);
    const path = `/energyboardvragen/${vraag.id}/antwoord`;
    await ok(people.provincie, 'POST', path, { antwoord: 'De gemeente.' });
    await change(people.provincie, `/monitoring/${entry.id}`, later, {
      gegevens: { vraagEnergyboard: 'Beantwoord in het overleg' },
    });
    expect((await listPut(entry)).map((one: any) => one.gegevens.status)).toEqual(['beantwoord']);
  });

  it('comes later too, and is seen by who sees the entry', async () => {
    const entry = await monitor('2030-H2', {}, { vertrouwelijkheid: 'partijen', embargoTot: '2031-01-01' });
    expect(await listPut(entry)).toEqual([]);
    await change(people.provincie, `/monitoring/${entry.id}`, entry, {
      gegevens: { vraagEnergyboard: 'Mag dit later?' },
    });
    const [vraag] = await listPut(entry);
    expect(vraag.versie).toMatchObject({ vertrouwelijkheid: 'partijen', embargoTot: '2031-01-01' });
    expect((await send(people.gemeente, 'GET', `/energyboardvragen/${vraag.id}`, undefined)).status).toBe(
      404,
    );
  });

  it('of an import is put when its words change, and not by the change of another field', async () => {
    const entry = await monitor('2031-H1');
    await db().query(`update atlas.monitoring set vraag_energyboard = 'Uit een lijst' where id = $1`, [
      entry.id,
    ]);
    const path = `/monitoring/${entry.id}`;
    const same = await change(people.provincie, path, entry, { gegevens: { ibnStatus: 'onder druk' } });
    expect(await listPut(entry)).toEqual([]);
    await change(people.provincie, path, same, { gegevens: { vraagEnergyboard: 'In onze woorden' } });
    expect((await listPut(entry)).map((one: any) => one.gegevens.vraag)).toEqual(['In onze woorden']);
  });

  it('is not doubled by one that is sent along, and is not left behind by a save that is refused', async () => {
    const gegevens = { periode: '2031-H2', vraagEnergyboard: 'Kan dit eerder?' };
    const { items } = await ok(people.provincie, 'POST', '/projecten/W-01/samen', {
      wijzigingen: [
        { soort: 'monitoring', gegevens },
        {
          soort: 'energyboardvragen',
          gegevens: {
            vraag: 'Kan dit eerder?',
            niveau: 'BOKE',
            gesteldOp: '2026-01-01',
            monitoringId: 'wijzigingen.0',
          },
        },
      ],
    });
    expect((await listPut(items[0])).map((one: any) => one.gegevens.niveau)).toEqual(['BOKE']);
    const { items: before } = await read(people.provincie, '/energyboardvragen?project=W-01');
    expect(await refuse(send(people.provincie, 'POST', '/projecten/W-01/monitoring', { gegevens }))).toEqual([
      ['gegevens.periode', '2031-H2', expect.stringContaining('een periode die er nog niet is')],
    ]);
    expect((await read(people.provincie, '/energyboardvragen?project=W-01')).items).toEqual(before);
  });
});
