// What a source offered and the atlas did not take is there for every reader, not only for who watched it load.
import { beforeAll, expect, it } from 'vitest';
import { status } from '../data/schema/bron.ts';
import { laag } from '../data/schema/zoeken.ts';
import { toRefusedText } from '../web/panels/coverage.ts';
import { describeWorld } from './world-app.ts';

const refused = [{ onderdeel: 'NL.IMRO.9001.X.gml', reden: 'planstatus "c" bestaat niet' }];

describeWorld('refused parts', ({ db, get }) => {
  beforeAll(() =>
    db().query(`update atlas.databron set geweigerde_onderdelen = $1::jsonb where id = 'plannen'`, [
      JSON.stringify(refused),
    ]),
  );

  it('stand in the status and with the layer, with their reason', async () => {
    const { databronnen } = status.parse((await get('/status')).body);
    expect(databronnen.find(({ id }) => id === 'plannen')?.geweigerdeOnderdelen).toEqual(refused);
    expect(databronnen.find(({ id }) => id === 'nnn')?.geweigerdeOnderdelen).toEqual([]);
    const { lagen } = (await get('/lagen')).body as { lagen: unknown[] };
    const plannen = lagen.map((one) => laag.parse(one)).find(({ id }) => id === 'plannen');
    expect(plannen?.geweigerdeOnderdelen).toEqual(refused);
  });
});

it('are counted in words', () => {
  expect(toRefusedText(1)).toBe('1 onderdeel geweigerd');
  expect(toRefusedText(5)).toBe('5 onderdelen geweigerd');
});
