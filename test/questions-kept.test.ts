// What the server keeps of a place is given up when the project moves, and serves every distance.
import { expect, it } from 'vitest';
import {
  bevoegdGezagAntwoord,
  grensoverschrijdendAntwoord,
  type GrensoverschrijdendAntwoord,
} from '../data/schema/antwoord.ts';
import { describeWorld } from './world-app.ts';

describeWorld('what is kept of a place', ({ db, get, post, askRd }) => {
  const ask = async (projectId: string) =>
    bevoegdGezagAntwoord.parse(await askRd('bevoegd-gezag', { projectId })).antwoord;
  const near = async (afstandM: number): Promise<GrensoverschrijdendAntwoord['antwoord']['projecten']> =>
    grensoverschrijdendAntwoord.parse((await get(`/vragen/grensoverschrijdend?afstandM=${afstandM}`)).body)
      .antwoord.projecten;
  const distances = async (afstandM: number) =>
    Object.fromEntries((await near(afstandM)).map(({ id, afstandTotGrensM }) => [id, afstandTotGrensM]));

  it('gives the same answer again', async () => {
    const first = await ask('W-01');
    expect(first.gemeenten).toMatchObject([{ code: 'GM9001', aandeel: 1, oppervlakteM2: 40_000 }]);
    expect(await ask('W-01')).toEqual(first);
  });

  it('gives it in the coordinates that are asked for', async () => {
    const toX = (answer: unknown) =>
      (
        bevoegdGezagAntwoord.parse(answer).antwoord.gevraagd.geometrie?.coordinates as number[][][]
      )[0]![0]![0]!;
    expect(toX(await askRd('bevoegd-gezag', { projectId: 'W-01' }))).toBeGreaterThan(101_000);
    const inDegrees = await post('/vragen/bevoegd-gezag', { projectId: 'W-01' });
    // Some 4.6° east: 53.6 km west of the middle of RD (5.387°), at 68.4 km a degree.
    expect(toX(await inDegrees.json())).toBeCloseTo(5.387 - 53.6 / 69, 1);
  });

  it('looks as far as is asked, nearer and farther than before', async () => {
    // W-07 lies 15 km from the border, W-05 2 km (and it serves the other side).
    expect(await distances(1000)).not.toHaveProperty('W-07');
    expect(await distances(15_000)).toMatchObject({ 'W-07': 15_000, 'W-05': 2000 });
    expect(await distances(14_999)).not.toHaveProperty('W-07');
    expect(await distances(16_000)).toMatchObject({ 'W-07': 15_000 });
  });

  it('follows a project that moves', async () => {
    expect((await ask('W-07')).gemeenten.map(({ naam }) => naam)).toEqual(['Heem']);
    await db().transaction(async (tx) => {
      await tx.query(
        `update atlas.component set bekend_tot = now() where id = 'W-07-1' and bekend_tot is null`,
      );
      await tx.query(
        `insert into atlas.component (id, project_id, naam, soort, netbeheerder, ligging, geom, bekend_van)
           values ('W-07-1', 'W-07', 'Station Diep', 'station', 'TenneT', 'exact', ST_GeomFromText('POINT(120500 415000)', 28992), now())`,
      );
    });
    expect((await ask('W-07')).gemeenten.map(({ naam }) => naam)).toEqual(['Gors']);
    expect(await distances(1000)).toMatchObject({ 'W-07': 500 });
  });
});
