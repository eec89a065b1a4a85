// A list as a workbook, for who asks and as of when they look.
import { excelGrenzen, idKolom, keuzeBlad, type ExcelLijst } from '../../data/exchange/lijst.ts';
import { projectRecord } from '../../data/records/index.ts';
import type { Verantwoording } from '../../data/schema/bron.ts';
import type { Actor } from '../auth/actor.ts';
import type { Queryable } from '../db/database.ts';
import { listRegistraties, type ListQuery } from '../records/read.ts';
import { toOrganisaties } from './cell-text.ts';
import type { KnownRecord } from './knowledge.ts';
import { listLezen } from './lezen.ts';
import { listOrganisaties } from './organisaties.ts';
import { writeApart } from './write-apart.ts';

export interface Asked {
  lijst: ExcelLijst;
  query: ListQuery;
  /** The filters in words. */
  keuze: string;
  actor: Actor | null;
  /** What is looked at, in words: now, or a moment that is looked back to. */
  moment: string;
  verantwoording: Verantwoording;
}

const readOnly = { withRights: false };

/** The bytes of the .xlsx. */
export async function writeList(db: Queryable, asked: Asked): Promise<Uint8Array<ArrayBuffer>> {
  const { lijst, query } = asked;
  const organisaties = await listOrganisaties(db);
  const register = toOrganisaties(organisaties);
  const items = await listRegistraties(db, lijst.record, projectRecord, query, 0, readOnly);
  const { project, provincie, gemeente } = query;
  const scope = { project, provincie, gemeente };
  const projects =
    lijst.record === projectRecord
      ? items
      : await listRegistraties(db, projectRecord, projectRecord, scope, 0, readOnly);
  const lezen = await listLezen(
    db,
    projects.map(({ id }) => id),
    register,
  );
  const order = new Map(projects.map(({ id }, at) => [id, at]));
  const rijen: KnownRecord[] = items
    .map((item) => ({ ...item, lezen: lezen.get(item.projectId) ?? {} }))
    // Together by project; within it the order of the list.
    .sort((a, b) => (order.get(a.projectId) ?? -1) - (order.get(b.projectId) ?? -1));
  return writeApart({
    lijst,
    rijen,
    projecten: projects.map(({ id, gegevens }) => ({ id, naam: gegevens['naam'] as string | null })),
    organisaties,
    leesMij: toReadMe(asked, rijen.length),
    gemaaktOp: new Date(),
  });
}

function toReadMe(
  { lijst, keuze, actor, moment, verantwoording }: Asked,
  aantal: number,
): [string, string][] {
  const bronnen = verantwoording.bronnen.map(
    ({ titel, peildatum, herkomst }) => `${titel}, ${peildatum ?? 'zonder datum'} (${herkomst})`,
  );
  const nieuw =
    lijst.nieuweRijen === true
      ? 'Een nieuwe rij: vul onderaan een lege rij in, met het nummer van het project. Een kopie van een rij neemt haar verborgen kenmerk mee; bij het inlezen kiest u dan dat zij nieuw is.'
      : lijst.nieuweRijen.replace(' Haal deze rij weg.', '');
  return [
    ['pMIEK-atlas', `${lijst.titel}. ${lijst.uitleg}`],
    ['Sjabloon', lijst.bron],
    ['Stand van', moment],
    [
      'Gezien door',
      actor
        ? `${actor.organisatie.naam} (${actor.organisatie.code}): met wat deze organisatie mag zien. Geef dit bestand niet verder aan wie minder mag zien.`
        : 'iedereen: alleen wat openbaar is',
    ],
    ['Keuze', `${keuze}; ${aantal} rijen`],
    ['Bronnen', [...bronnen, ...verantwoording.opmerkingen].join('\n') || 'invoer in de atlas'],
    ['Lege cel', 'Leeg is onbekend. Maakt u een cel leeg die gevuld was, dan wordt dat onbekend.'],
    [
      'Wijzigen',
      `Wijzig de cellen op het blad ${lijst.blad}, bewaar het bestand als .xlsx en lees het in op de pagina Excel van de atlas. U ziet dan eerst rij voor rij wat er zou veranderen; er wordt niets bewaard tot u dat overneemt.`,
    ],
    ['Nieuwe rijen', nieuw],
    ['Rijen weghalen', 'Een rij die u weghaalt blijft in de atlas staan. Intrekken doet u op de fiche.'],
    [
      'Meer dan één',
      'Zet ; tussen organisaties of nummers. Organisaties staan op het blad ' + keuzeBlad + '.',
    ],
    [
      'Laat staan',
      `De koppen, de naam van het blad en de verborgen kolommen "${idKolom.split(' ')[0]}" en "versie". De volgorde van de kolommen mag anders. Gebruik geen formules, macro’s of samengevoegde cellen.`,
    ],
    [
      'Grenzen',
      `Hoogstens ${excelGrenzen.rijen - 1} rijen en ${excelGrenzen.megabytes} MB, en ${excelGrenzen.wijzigingen} wijzigingen tegelijk.`,
    ],
  ];
}
