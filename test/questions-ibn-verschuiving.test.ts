// Which projects slip: what the register called earlier, what people recorded, and what that makes of the IBN of now.
import { expect, it } from 'vitest';
import { ibnVerschuivingAntwoord } from '../data/schema/programma.ts';
import { describeWorld } from './world-app.ts';

describeWorld('ibn-verschuiving', ({ get, db }) => {
  async function ask(query = '') {
    const { body } = await get(`/vragen/ibn-verschuiving${query}`);
    return ibnVerschuivingAntwoord.parse(body).antwoord;
  }
  const record = (id: string, projectId: string, van: number, tot: number, gezegdOp: string) =>
    db().query(
      `insert into atlas.ibn (id, project_id, eigenaar, jaar_van, jaar_tot, aard, gezegd_op, oorzaak, bron)
       values ($1, $2, 'PV91', $3, $4, 'gepland', $5, 'levertijd', 'voortgangsrapportage')`,
      [id, projectId, van, tot, gezegdOp],
    );

  it('knows of no year at first, and says so of every project', async () => {
    const { projecten, zonderIbn, onbekend } = await ask();
    expect(projecten).toEqual([]);
    expect(zonderIbn).toEqual([1, 2, 3, 4, 5, 6, 7].map((nr) => `W-0${nr}`));
    expect(onbekend.join(' ')).toContain('7 van de 7');
  });

  it('follows at once what is recorded: 2029, then 2030 to 2032, is three years later', async () => {
    await record('a', 'W-01', 2029, 2029, '2025-03-01');
    expect((await ask()).projecten).toMatchObject([{ id: 'W-01', verschuivingJaren: null }]);
    await record('b', 'W-01', 2030, 2032, '2026-02-01');
    const { projecten, zonderIbn } = await ask();
    expect(projecten).toMatchObject([
      {
        id: 'W-01',
        verschuivingJaren: 3,
        uitspraken: [{ jaarTot: 2029 }, { jaarTot: 2032, oorzaak: 'levertijd' }],
      },
    ]);
    expect(zonderIbn).not.toContain('W-01');
  });

  it('keeps to a provincie', async () => {
    expect((await ask('?provincie=PV92')).projecten).toEqual([]);
    expect((await ask('?provincie=PV91')).projecten).toHaveLength(1);
  });
});
