// Two people edit the same thing at once: the first wins, the second gets everything needed to put both together.
import { expect, it } from 'vitest';
import { describeRecords, ifMatch } from './records-world.ts';

describeRecords('conflicts', ({ people, send, ok, read, change }) => {
  const makeActie = () =>
    ok(people.provincie, 'POST', '/projecten/W-01/acties', {
      gegevens: { activiteit: 'Grond kopen', trekkers: ['GM9001'], resultaat: 'Akte' },
    });

  it('gives the loser what it is now and what it was, and keeps nothing of the loser', async () => {
    const made = await makeActie();
    const path = `/acties/${made.id}`;
    const first = await change(people.provincie, path, made, {
      gegevens: { status: 'loopt' },
      reden: 'Begonnen',
    });
    const { letOp: _a, ...huidig } = first;
    const { letOp: _b, ...basis } = made;
    const second = await send(
      people.vaststeller,
      'PATCH',
      path,
      { gegevens: { resultaat: 'Koopakte' } },
      ifMatch(made),
    );
    expect(second.status).toBe(412);
    expect(second.headers.get('Content-Type')).toBe('application/problem+json');
    expect(second.body.huidig).toEqual(huidig);
    // The version it began with is no longer the known one: it ended when the other began.
    expect(second.body.basis).toEqual({
      ...basis,
      versie: { ...basis.versie, bekendTot: first.versie.bekendVan },
    });
    expect(await read(people.provincie, path)).toEqual(huidig);

    // Together: the loser saves on top of what is there now, and nothing of either is lost.
    const merged = await change(people.vaststeller, path, second.body.huidig, {
      gegevens: { resultaat: 'Koopakte' },
    });
    expect(merged.gegevens).toMatchObject({ status: 'loopt', resultaat: 'Koopakte' });
  });

  it('asks for the version: 428 without, 400 for one that is none', async () => {
    const made = await makeActie();
    const path = `/acties/${made.id}`;
    const without = await send(people.provincie, 'PATCH', path, { gegevens: { status: 'loopt' } });
    expect([without.status, without.body.detail]).toEqual([
      428,
      expect.stringContaining(`"${made.versie.rij}"`),
    ]);
    expect((await send(people.provincie, 'DELETE', path, { reden: 'weg' })).status).toBe(428);
    for (const header of ['*', 'abc', '"1", "2"', '""']) {
      const reply = await send(people.provincie, 'PATCH', path, { gegevens: {} }, { 'If-Match': header });
      expect([header, reply.status, reply.body.errors[0].veld]).toEqual([header, 400, 'If-Match']);
    }
    // Weakened on its way through a cache that packs answers.
    const weak = { 'If-Match': `W/"${made.versie.rij}"` };
    expect((await send(people.provincie, 'PATCH', path, { gegevens: {} }, weak)).status).toBe(200);
  });

  it('a version of something else is stale, and tells nothing of it', async () => {
    const [one, other] = [await makeActie(), await makeActie()];
    const reply = await send(
      people.provincie,
      'PATCH',
      `/acties/${one.id}`,
      { gegevens: {} },
      ifMatch(other),
    );
    expect([reply.status, reply.body.basis, reply.body.huidig.id]).toEqual([412, null, one.id]);
  });

  it('of ten at the same moment one wins, and nine are told', async () => {
    const made = await makeActie();
    const path = `/acties/${made.id}`;
    const replies = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        send(people.provincie, 'PATCH', path, { gegevens: { resultaat: `Poging ${i}` } }, ifMatch(made)),
      ),
    );
    const won = replies.filter(({ status }) => status === 200);
    expect([won.length, replies.filter(({ status }) => status === 412).length]).toEqual([1, 9]);
    const { versies } = await read(people.provincie, `${path}/geschiedenis`);
    expect(versies.map((one: any) => one.gegevens.resultaat)).toEqual([
      won[0]!.body.gegevens.resultaat,
      'Akte',
    ]);
  });

  it('two variants with the same letter at the same moment: one is made, the other is told', async () => {
    const gegevens = { componentId: 'W-01-1', letter: 'Q', ligging: 'geen' };
    const replies = await Promise.all(
      [1, 2, 3].map(() => send(people.provincie, 'POST', '/projecten/W-01/varianten', { gegevens })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
    expect(replies.find(({ status }) => status === 400)?.body.errors[0]).toMatchObject({
      veld: 'gegevens.letter',
      waarde: 'Q',
    });
  });

  it('somebody withdrew it meanwhile: the editor gets the withdrawn version and can restore it', async () => {
    const made = await makeActie();
    const path = `/acties/${made.id}`;
    await ok(people.provincie, 'DELETE', path, { reden: 'Dubbel' }, ifMatch(made));
    const late = await send(
      people.vaststeller,
      'PATCH',
      path,
      { gegevens: { status: 'gereed' } },
      ifMatch(made),
    );
    expect([late.status, late.body.huidig.versie.ingetrokken, late.body.huidig.versie.reden]).toEqual([
      412,
      true,
      'Dubbel',
    ]);
    const back = await ok(
      people.vaststeller,
      'POST',
      `${path}/herstel`,
      { rij: made.versie.rij, reden: 'Niet dubbel' },
      ifMatch(late.body.huidig),
    );
    expect((await read(people.vaststeller, path)).versie.rij).toBe(back.versie.rij);
  });
});
