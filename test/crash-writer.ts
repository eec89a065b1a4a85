/**
 * Writes as fast as it can through the front door, and says of each save that was acknowledged which versions it made;
 * to be killed at any moment (test/crash.test.ts). Argument: { config, cookie, seed }.
 */
import { writeSync } from 'node:fs';
import { createApp } from '../server/app.ts';
import { defaultAccess } from '../server/auth/config.ts';
import { openDatabase } from '../server/db/database.ts';
import { createTileService } from '../server/tiles/service.ts';

/** What was acknowledged: rows by table, and the token that all parts of one save carry. */
export interface Acknowledged {
  token: string;
  soort: 'maken' | 'wijzigen' | 'intrekken' | 'project' | 'fasewissel';
  rijen: [tabel: string, rij: number][];
}

export interface WriterOptions {
  config: { databaseUrl?: string; dataDir: string };
  cookie: string;
  seed: string;
}

const { config, cookie, seed } = JSON.parse(process.argv[2]!) as WriterOptions;
const db = await openDatabase(config);
// How fast may be written is not what is asked here.
const full = { ...config, port: 0, access: { ...defaultAccess, rateLimit: 0 } };
const progress = { bezig: false, dataset: null, fouten: [], rdControle: null };
const app = createApp({ db, config: full, tiles: createTileService(db, full), progress });
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`);

/** The answer to a save; null when it was not acknowledged (the database went away). */
async function send(method: string, path: string, body: unknown, rij?: number): Promise<any> {
  const reply = await app.request(`/api/v1${path}`, {
    method,
    headers: { Cookie: cookie, 'Content-Type': 'application/json', ...(rij && { 'If-Match': `"${rij}"` }) },
    body: JSON.stringify(body),
  });
  if (reply.status === 503) return null;
  const answer = await reply.json();
  // Saved although the answer never came: the next try finds a newer version, which is as it should be.
  if (reply.status === 412) return null;
  if (!reply.ok) say({ fout: [method, path, reply.status, answer] });
  return reply.ok ? answer : null;
}

const project = (naam: string) => ({
  gegevens: {
    naam,
    provincies: ['PV91'],
    energiedrager: 'elektriciteit',
    typeInfraGroep: 'station',
    fase: 'planuitwerking',
  },
});

/** One after the other, for ever: each kind of save, all its parts with one token. */
async function write(lane: number): Promise<void> {
  let current: { id: string; fase: string } | null = null;
  for (let nr = 0; ; nr++) {
    const token = `${seed}-${lane}-${nr}`;
    const station = {
      gegevens: { soort: 'station', ligging: 'geen', naam: token },
      varianten: [{ gegevens: { letter: 'A', ligging: 'geen', naam: token } }],
    };
    const made = await send('POST', '/projecten', {
      ...project(token),
      componenten: [station, station],
      reden: token,
    });
    if (made) {
      const parts = [...made.componenten, ...made.varianten];
      say({
        token,
        soort: 'project',
        rijen: [
          ['project', made.project.versie.rij],
          ...parts.map((one: any, i: number) => [i < 2 ? 'component' : 'variant', one.versie.rij]),
        ],
      });
      current = { id: made.project.id, fase: 'planuitwerking' };
    }
    if (!current) continue;
    const naar: string = current.fase === 'project' ? 'planuitwerking' : 'project';
    const actie = { gegevens: { activiteit: token, trekkers: ['PV91'] } };
    const moved = await send('POST', `/projecten/${current.id}/fasewissel`, {
      naar,
      reden: token,
      acties: [actie, actie, actie],
    });
    if (!moved) continue;
    const acties = moved.acties.map((one: any) => ['actie', one.versie.rij]);
    say({ token, soort: 'fasewissel', rijen: [['project', moved.project.versie.rij], ...acties] });
    current.fase = naar;
    const [first, second] = moved.acties;
    const changed = await send(
      'PATCH',
      `/acties/${first.id}`,
      { gegevens: { status: 'loopt' }, geldigVan: '2026-01-01', reden: token },
      first.versie.rij,
    );
    if (changed) say({ token, soort: 'wijzigen', rijen: [['actie', changed.versie.rij]] });
    const gone = await send('DELETE', `/acties/${second.id}`, { reden: token }, second.versie.rij);
    if (gone) say({ token, soort: 'intrekken', rijen: [['actie', gone.versie.rij]] });
  }
}

say({ klaar: process.pid });
await Promise.all([write(0), write(1), write(2)]);
