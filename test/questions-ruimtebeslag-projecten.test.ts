// The land all projects take together: the sum of what each takes, per gemeente and per year (test/world.ts).
import { expect, it } from 'vitest';
import { ruimtebeslagAntwoord } from '../data/schema/antwoord.ts';
import { ruimtebeslagProjectenAntwoord } from '../data/schema/programma.ts';
import { describeWorld } from './world-app.ts';

describeWorld('ruimtebeslag-projecten', ({ get, askRd }) => {
  const ask = async (query = '') =>
    ruimtebeslagProjectenAntwoord.parse((await get(`/vragen/ruimtebeslag-projecten${query}`)).body).antwoord;
  const exactly = (m2: number) => ({ minM2: m2, maxM2: m2 });

  it('says of every project what the question about that project alone says', async () => {
    const { projecten } = await ask();
    expect(projecten.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7].map((nr) => `W-0${nr}`));
    for (const project of projecten) {
      const alone = ruimtebeslagAntwoord.parse(
        await askRd('ruimtebeslag', { projectId: project.id }),
      ).antwoord;
      const { direct, indirect, tijdelijk } = project;
      expect([project.id, { direct, indirect, tijdelijk }]).toEqual([project.id, alone.totaal]);
    }
  });

  it('adds up per gemeente: 4 ha drawn and a search area of 2 ha in GM9001, 3 ha of the register in GM9002', async () => {
    const { perGemeente } = await ask();
    const found = Object.fromEntries(perGemeente.map(({ code, direct }) => [code, direct]));
    expect(found['GM9001']).toEqual(exactly(60_000));
    expect(found['GM9002']).toEqual(exactly(30_000));
    // Indicative: whole in the gemeente of the register, whatever its circle reaches.
    expect(found['GM9006']).toEqual({ minM2: 80_000, maxM2: 150_000 });
  });

  it('names who has no size, and counts nothing for them', async () => {
    const { zonderMaat, totaal, perJaar, onbekend } = await ask();
    expect(zonderMaat).toContain('W-07');
    // A corridor is indirect: the cable has no direct size.
    expect(zonderMaat).toContain('W-02');
    expect(onbekend.join(' ')).toMatch(/niet hetzelfde als nul/);
    const years = perJaar.reduce((sum, { direct }) => sum + direct.maxM2, 0);
    expect(years).toBe(totaal?.maxM2);
  });

  it('keeps to a provincie: West has all but W-07; Oost three, none with a direct size', async () => {
    const west = await ask('?provincie=PV91');
    expect(west.projecten.map(({ id }) => id)).toEqual(['W-01', 'W-02', 'W-03', 'W-04', 'W-05', 'W-06']);
    // 4 + 2 + 3 ha, and a new 380 kV-station of 8 to 15 ha.
    expect(west.totaal).toEqual({ minM2: 170_000, maxM2: 240_000 });
    const oost = await ask('?provincie=PV92');
    expect(oost.projecten.map(({ id }) => id)).toEqual(['W-02', 'W-04', 'W-07']);
    expect(oost.totaal).toBeNull();
  });
});
