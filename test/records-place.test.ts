// The place of a component and of its alternatives changed together, as the placing panel sends it: all or none.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ConflictError, RecordsApi } from '../web/api-records.ts';
import { ApiError } from '../web/api-error.ts';
import { PlacingDraft, takeVersion, type Basis } from '../web/placing/draft.svelte.ts';
import { createVariant, toPolygon, type Letter, type Variant } from '../web/placing/placement.ts';
import { savePlace } from '../web/placing/saving.ts';
import { describeRecords } from './records-world.ts';

/** A rectangle of 200 × 100 m in Aarde (test/world.ts) around x. */
function toPlaced(letter: Letter, x: number, from: Partial<Variant> = {}): Variant {
  const rechthoek = { centre: [x, 406_050] as [number, number], widthM: 200, depthM: 100, angleDeg: 0 };
  return createVariant(letter, { rechthoek, geometrie: toPolygon(rechthoek), ...from });
}

describeRecords('a place with its alternatives', ({ people, ok, read, change, request }) => {
  const records = new RecordsApi({ askAgain: () => Promise.resolve(false) });
  const draft = new PlacingDraft();
  draft.fields.vertrouwelijkheid = 'openbaar';
  const basis: Basis = { projectId: 'W-01', projectTitel: 'W-01', componentId: '', etag: null };
  const save = (...varianten: Variant[]) => savePlace(records, basis, { varianten, actief: 'A' }, draft);
  /** The component and its alternatives by letter, each with what it was last said to be. */
  const known = async (): Promise<{ component: any; A: any; B: any; C?: any }> => {
    const list = async (kind: string) => (await read(people.provincie, `/projecten/W-01/${kind}`)).items;
    const component = (await list('componenten')).find(({ id }: any) => id === basis.componentId);
    const own = (await list('varianten')).filter(
      ({ gegevens }: any) => gegevens.componentId === basis.componentId,
    );
    return { component, ...Object.fromEntries(own.map((one: any) => [one.gegevens.letter, one])) } as any;
  };
  const open = async () => {
    const { component, ...variants } = await known();
    for (const one of [component, ...Object.values(variants)]) takeVersion(basis, one);
  };
  /** The west side of a rectangle, in RD. */
  const westOf = ({ gegevens }: any) =>
    Math.min(...gegevens.geometrie.coordinates[0].map(([x]: [number, number]) => x));

  beforeAll(async () => {
    // The client of the browser, answered by the app under test.
    vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
      request(path, { ...init, headers: { ...(init.headers as object), ...people.provincie.headers } }),
    );
    const made = await ok(people.provincie, 'POST', '/projecten/W-01/componenten', {
      gegevens: { soort: 'station', ligging: 'geen', naam: 'Twee plekken' },
    });
    takeVersion(Object.assign(basis, { componentId: made.id }), made);
    await save(toPlaced('A', 106_000), toPlaced('B', 109_000));
    await open();
  });
  afterAll(() => vi.unstubAllGlobals());

  it('are moved in one save, to the metre, each with its reason; the component lies around both', async () => {
    const { A, B } = await known();
    await save(toPlaced('A', 106_100, { id: A.id }), toPlaced('B', 109_100, { id: B.id }));
    const after = await known();
    expect([westOf(after.A), westOf(after.B)]).toEqual([106_000, 109_000]);
    expect(after.component.gegevens).toMatchObject({
      ligging: 'zoekgebied',
      geometrie: { type: 'MultiPolygon' },
    });
    const together = [after.component, after.A, after.B].map(({ versie }) => [
      versie.bekendVan,
      versie.reden,
    ]);
    expect(new Set(together.map(String)).size).toBe(1);
    expect(together[0]?.[1]).toBe('Plek gewijzigd op de kaart');
    await open();
  });

  it('stay where they were when one of them cannot be saved', async () => {
    const before = await known();
    const { A, B } = before;
    const bad = toPlaced('B', 109_300, { id: B.id, naam: 'n'.repeat(400) });
    const refused: unknown = await save(toPlaced('A', 106_300, { id: A.id }), bad).catch(
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(ApiError);
    expect((refused as ApiError).fields.map(({ veld }) => veld)).toEqual(['wijzigingen.2.gegevens.naam']);
    expect(await known()).toEqual(before);
  });

  it('an alternative that somebody else changed meanwhile is a conflict, and then goes on from theirs', async () => {
    const { A, B } = await known();
    await change(people.vaststeller, `/varianten/${B.id}`, B, { gegevens: { naam: 'Langs de weg' } });
    const moved = [toPlaced('A', 106_500, { id: A.id }), toPlaced('B', 109_500, { id: B.id })];
    const conflict: unknown = await save(...moved).catch((error: unknown) => error);
    expect(conflict).toBeInstanceOf(ConflictError);
    const { huidig, wijziging } = conflict as ConflictError;
    expect([wijziging, huidig?.id, huidig?.gegevens['naam']]).toEqual([2, B.id, 'Langs de weg']);
    expect(westOf((await known()).A)).toBe(106_000);
    takeVersion(basis, huidig!);
    await save(...moved, toPlaced('C', 111_000));
    const after = await known();
    // What the panel does not ask for stays as the other one said it.
    expect([westOf(after.B), after.B.gegevens.naam, westOf(after.C)]).toEqual([
      109_400,
      'Langs de weg',
      110_900,
    ]);
  });

  it('what was taken out in the panel is withdrawn in the same save; the last one is the place itself', async () => {
    await open();
    const { A, B, C } = await known();
    await save(toPlaced('A', 106_500, { id: A.id }), toPlaced('C', 111_000, { id: C.id }));
    expect(await known()).not.toHaveProperty('B');
    const [last] = (await read(people.provincie, `/varianten/${B.id}/geschiedenis`)).versies;
    expect([last.versie.ingetrokken, last.versie.reden]).toEqual([true, 'Variant weggehaald op de kaart']);

    basis.rijen = {};
    await open();
    await save(toPlaced('C', 111_200, { id: C.id }));
    const after = await known();
    expect(after).not.toHaveProperty('A');
    expect([westOf(after.C), westOf(after.component)]).toEqual([111_100, 111_100]);
  });
});
