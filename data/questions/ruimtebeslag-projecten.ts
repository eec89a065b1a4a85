import { floors } from '../rules/overlap.ts';
import { ruimtebeslagProjectenAntwoord, type RuimtebeslagProjectenAntwoord } from '../schema/programma.ts';
import { countOnce, type OverElkaar, type Post } from './count-once.ts';
import {
  countProject,
  group,
  sum,
  type AskedProject,
  type Counted,
  type FindSamen,
  type Onderdeel,
} from './count-project.ts';
import { ofProvincie, type OfProvincie } from './of-provincie.ts';
import { defineQuestion, type Cell, type Facts } from './question.ts';

type Antwoord = RuimtebeslagProjectenAntwoord['antwoord'];
interface Row {
  stempel: string;
  projecten: AskedProject[];
  overElkaar: OverElkaar[];
}

export const ruimtebeslagProjecten = defineQuestion<Row, OfProvincie, Antwoord>({
  naam: 'ruimtebeslag-projecten',
  titel: 'Hoeveel ruimte vragen alle projecten samen?',
  uitleg:
    'Het directe ruimtebeslag van de projecten van een provincie, per gemeente en per jaar van ingebruikname. Waar geen ' +
    'maat bekend is wordt niets geteld, en dat wordt gezegd.',
  over: 'projecten',
  parameters: ofProvincie,
  areaParameters: { provincie: 'provincie' },
  antwoord: ruimtebeslagProjectenAntwoord,
  kolommen: [
    { naam: 'id', label: 'Nummer' },
    { naam: 'naam', label: 'Project' },
    { naam: 'ibnVan', label: 'IBN van', eenheid: 'jaar' },
    { naam: 'ibnTot', label: 'IBN tot', eenheid: 'jaar' },
    { naam: 'gemeente', label: 'Gemeente' },
    { naam: 'minM2', label: 'Ten minste', eenheid: 'm²' },
    { naam: 'maxM2', label: 'Ten hoogste', eenheid: 'm²' },
    { naam: 'geverifieerd', label: 'In een bron gezien' },
    { naam: 'soort', label: 'Soort' },
    { naam: 'zonderBandbreedte', label: 'Eén maat, geen bandbreedte' },
    { naam: 'toelichting', label: 'Toelichting' },
  ],
  sql: 'ruimtebeslag-projecten.sql',
  verantwoording: ['gemeenten', 'projecten'],
  toSqlParameters: ({ provincie }) => [provincie ?? null],
  compose,
  toTable,
  toFeatures: ({ projecten, ...samen }) => [
    ...projecten.map((project) => ({ geometrie: null, properties: { soort: 'project', ...project } })),
    { geometrie: null, properties: { soort: 'totaal', ...samen } },
  ],
});

function compose({ projecten: rows, overElkaar }: Row, facts: Facts, { provincie }: OfProvincie): Antwoord {
  const samen = new Map(
    overElkaar.map((one) => [[one.niveau, one.sleutel, one.soort].join('|'), one] as const),
  );
  const find: FindSamen = (niveau, sleutel, soort) => samen.get([niveau, sleutel, soort].join('|'));
  const counted = rows.map((row) => countProject(row, find, facts));
  const projecten = counted.map(({ project }) => project);
  const known = counted.filter(({ project }) => project.direct !== null);
  const all = countOnce(
    known.flatMap(({ direct }) => direct),
    find('alles', '', 'direct'),
    facts,
  );
  const zonderMaat = projecten.filter(({ direct }) => direct === null).map(({ id }) => id);
  const nietVerdeeld = known
    .filter(({ project }) => project.gemeenten.length === 0)
    .map(({ project }) => project.id);
  return {
    projecten,
    perGemeente: listPerGemeente(all.posten, known)
      // A project over the border brings its part in the other provincie: that is not of this one.
      .filter(
        ({ code }) => !provincie || (facts.find('gemeente', code)?.provincies.includes(provincie) ?? true),
      ),
    perJaar: group(known, ({ project }) => project.ibnTot ?? project.ibnVan)
      .map(([jaar, list]) => {
        const posten = list.flatMap(({ direct }) => direct);
        const once = countOnce(posten, find('jaar', String(jaar ?? ''), 'direct'), facts);
        return { jaar, direct: sum(once.posten), projecten: list.map(({ project }) => project.id) };
      })
      .sort((a, b) => (a.jaar ?? Infinity) - (b.jaar ?? Infinity)),
    totaal: known.length > 0 ? sum(all.posten) : null,
    zonderMaat,
    nietVerdeeld,
    opmerkingen: listRemarks(counted, all.dubbelM2),
    onbekend: listUnknowns(counted, zonderMaat, nietVerdeeld),
  };
}

function listPerGemeente(posten: readonly Post[], known: readonly Counted[]): Antwoord['perGemeente'] {
  const projecten = new Map<string, Set<string>>();
  for (const { project } of known)
    for (const { code } of project.gemeenten)
      projecten.set(code, (projecten.get(code) ?? new Set()).add(project.id));
  return group(
    posten.flatMap(({ gemeenten }) => gemeenten),
    ({ code }) => code,
  )
    .map(([code, list]) => ({
      code,
      naam: list[0]?.naam ?? code,
      direct: sum(list),
      projecten: [...(projecten.get(code) ?? [])],
    }))
    .sort((a, b) => b.direct.maxM2 - a.direct.maxM2 || a.naam.localeCompare(b.naam));
}

/** A line for each project in each gemeente, then the total, and what must be known of it: so it is never empty. */
function toTable({ projecten, totaal, opmerkingen, onbekend }: Antwoord): Record<string, Cell>[] {
  const parts = projecten.flatMap(({ direct, gemeenten, ...project }): Record<string, Cell>[] => {
    const { id, naam, ibnVan, ibnTot, geverifieerd, zonderBandbreedte } = project;
    const line = { id, naam, ibnVan, ibnTot, geverifieerd, soort: 'direct', zonderBandbreedte };
    if (!direct) return [{ ...line, zonderBandbreedte: null, toelichting: 'geen maat bekend' }];
    if (gemeenten.length === 0) return [{ ...line, ...direct }];
    return gemeenten.map((part) => ({ ...line, gemeente: part.naam, ...part.direct }));
  });
  return [
    ...parts,
    { soort: 'totaal direct', ...(totaal ?? { toelichting: 'geen maat bekend, niet hetzelfde als nul' }) },
    ...opmerkingen.map((toelichting) => ({ soort: 'opmerking', toelichting })),
    ...onbekend.map((toelichting) => ({ soort: 'onbekend', toelichting })),
  ];
}

const count = (projecten: number): string => (projecten === 1 ? '1 project' : `${projecten} projecten`);

/** What a reader of the totals must know; `dubbelM2` is how much less they are than all parts together, m². */
function listRemarks(counted: readonly Counted[], dubbelM2: number): string[] {
  const inside = counted.filter((one) => one.dubbelM2 > 0);
  const single = counted.filter(({ project }) => project.zonderBandbreedte).length;
  return [
    inside.length > 0
      ? `Onderdelen van ${inside.map(({ project }) => project.id).join(', ')} liggen over elkaar; elke plek telt één keer.`
      : null,
    dubbelM2 - inside.reduce((sum, one) => sum + one.dubbelM2, 0) > floors.m2
      ? `Projecten liggen over elkaar; in het totaal, per gemeente en per jaar telt elke plek één keer (${Math.round(dubbelM2)} m² minder dan alle onderdelen samen).`
      : null,
    single > 0
      ? `Bij ${count(single)} is de maat één getal zonder bandbreedte: er is maar één maat, of het komt uit het register. Lees het als circa.`
      : null,
  ].filter((text): text is string => text !== null);
}

function listUnknowns(counted: readonly Counted[], zonderMaat: string[], nietVerdeeld: string[]): string[] {
  const unseen = (herkomst: Onderdeel['herkomst']): number =>
    counted.filter(({ direct }) => direct.some((one) => one.herkomst === herkomst && !one.geverifieerd))
      .length;
  const guessed = unseen('standaardmaat');
  const registered = unseen('register');
  return [
    zonderMaat.length > 0
      ? `Van ${zonderMaat.length} van de ${counted.length} projecten is geen directe maat bekend; die tellen niet mee, en dat is niet hetzelfde als nul.`
      : null,
    nietVerdeeld.length > 0
      ? `Van ${count(nietVerdeeld.length)} is de maat wel bekend maar niet de gemeente; die staan niet bij een gemeente.`
      : null,
    guessed > 0 ? `Bij ${count(guessed)} is de maat een standaardmaat die niet in een bron is gezien.` : null,
    registered > 0
      ? `Bij ${count(registered)} komt de maat uit het register, dat er geen eigen bron en geen zekerheid bij noemt.`
      : null,
    counted.some(({ project }) => project.ibnVan === null && project.ibnTot === null)
      ? 'Een project zonder IBN staat bij jaar onbekend.'
      : null,
  ].filter((text): text is string => text !== null);
}
