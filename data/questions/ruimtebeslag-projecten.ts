import { toProjectTitle } from '../project-title.ts';
import { ruimtebeslagProjectenAntwoord, type RuimtebeslagProjectenAntwoord } from '../schema/programma.ts';
import { soortenAanleg, type Energiedrager, type TypeInfraGroep } from '../vocabulary.ts';
import { listLandTake, type Stuk } from './land-take.ts';
import { ofProvincie, type OfProvincie } from './of-provincie.ts';
import { defineQuestion, type Cell, type Facts } from './question.ts';

type Antwoord = RuimtebeslagProjectenAntwoord['antwoord'];
type Project = Antwoord['projecten'][number];
interface Bereik {
  minM2: number;
  maxM2: number;
}

interface AskedProject {
  id: string;
  naam: string | null;
  gemeenten: string[];
  energiedrager: Energiedrager;
  typeInfra: string | null;
  typeInfraGroep: TypeInfraGroep;
  aard: string | null;
  oppervlakteHa: unknown;
  ibnVan: number | null;
  ibnTot: number | null;
  stukken: Stuk[];
}
interface Row {
  stempel: string;
  projecten: AskedProject[];
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
  ],
  sql: 'ruimtebeslag-projecten.sql',
  verantwoording: ['gemeenten', 'projecten'],
  toSqlParameters: ({ provincie }) => [provincie ?? null],
  compose,
  toTable: ({ projecten }) =>
    projecten.flatMap(
      ({ id, naam, ibnVan, ibnTot, direct, geverifieerd, gemeenten }): Record<string, Cell>[] => {
        const line = { id, naam, ibnVan, ibnTot, geverifieerd };
        if (gemeenten.length === 0)
          return [{ ...line, gemeente: null, minM2: direct?.minM2 ?? null, maxM2: direct?.maxM2 ?? null }];
        return gemeenten.map((part) => ({ ...line, gemeente: part.naam, ...part.direct }));
      },
    ),
  toFeatures: ({ projecten }) => projecten.map((properties) => ({ geometrie: null, properties })),
});

function compose({ projecten: rows }: Row, facts: Facts, { provincie }: OfProvincie): Antwoord {
  const projecten = rows.map((row) => toProject(row, facts));
  const known = projecten.flatMap(({ direct, ...rest }) => (direct ? [{ ...rest, direct }] : []));
  const parts = known.flatMap(({ id, gemeenten }) => gemeenten.map((part) => ({ ...part, id })));
  // A project over the border brings its part in the other provincie: that is not of this one.
  const own = parts.filter(
    ({ code }) => !provincie || (facts.find('gemeente', code)?.provincies.includes(provincie) ?? true),
  );
  const zonderMaat = projecten.filter(({ direct }) => direct === null).map(({ id }) => id);
  const nietVerdeeld = known.filter(({ gemeenten }) => gemeenten.length === 0).map(({ id }) => id);
  return {
    projecten,
    perGemeente: group(own, ({ code }) => code)
      .map(([code, list]) => ({
        code,
        naam: list[0]?.naam ?? code,
        direct: sum(list.map(({ direct }) => direct)),
        projecten: [...new Set(list.map(({ id }) => id))],
      }))
      .sort((a, b) => b.direct.maxM2 - a.direct.maxM2 || a.naam.localeCompare(b.naam)),
    perJaar: group(known, ({ ibnTot, ibnVan }) => ibnTot ?? ibnVan)
      .map(([jaar, list]) => ({
        jaar,
        direct: sum(list.map(({ direct }) => direct)),
        projecten: list.map(({ id }) => id),
      }))
      .sort((a, b) => (a.jaar ?? Infinity) - (b.jaar ?? Infinity)),
    totaal: known.length > 0 ? sum(known.map(({ direct }) => direct)) : null,
    zonderMaat,
    nietVerdeeld,
    onbekend: listUnknowns(projecten, zonderMaat, nietVerdeeld),
  };
}

function toProject({ stukken, ...row }: AskedProject, facts: Facts): Project {
  const onderdelen = listLandTake(
    stukken,
    {
      typeInfra: row.typeInfra,
      energiedrager: row.energiedrager,
      aanleg: soortenAanleg.find((one) => one === row.aard) ?? null,
      groep: null,
      spanningKv: null,
      drukBar: null,
      registeredHa: typeof row.oppervlakteHa === 'number' ? row.oppervlakteHa : null,
      gemeenten: row.gemeenten,
    },
    facts,
  );
  const total = (soort: string): Bereik | null => {
    const ranges = onderdelen.flatMap((one) => (one.soort === soort && one.bereik ? [one.bereik] : []));
    return ranges.length > 0 ? sum(ranges) : null;
  };
  const direct = onderdelen.filter((one) => one.soort === 'direct' && one.bereik !== null);
  const places = row.gemeenten.map((code) => facts.find('gemeente', code)?.naam ?? code);
  return {
    id: row.id,
    naam: toProjectTitle(row, places),
    ibnVan: row.ibnVan,
    ibnTot: row.ibnTot,
    direct: total('direct'),
    indirect: total('indirect'),
    tijdelijk: total('tijdelijk'),
    geverifieerd: direct.length > 0 ? direct.every((one) => one.geverifieerd) : null,
    gemeenten: group(
      direct.flatMap((one) => one.gemeenten),
      ({ code }) => code,
    ).map(([code, list]) => ({
      code,
      naam: list[0]?.naam ?? code,
      direct: sum(list.map(({ bereik }) => bereik)),
    })),
  };
}

function listUnknowns(projecten: readonly Project[], zonderMaat: string[], nietVerdeeld: string[]): string[] {
  const guessed = projecten.filter(({ geverifieerd }) => geverifieerd === false).length;
  return [
    zonderMaat.length > 0
      ? `Van ${zonderMaat.length} van de ${projecten.length} projecten is geen directe maat bekend; die tellen niet mee, en dat is niet hetzelfde als nul.`
      : null,
    nietVerdeeld.length > 0
      ? `Van ${nietVerdeeld.length} projecten is de maat wel bekend maar niet de gemeente; die staan niet bij een gemeente.`
      : null,
    guessed > 0
      ? `Bij ${guessed} projecten is de maat een standaardmaat die niet in een bron is gezien.`
      : null,
    projecten.some(({ ibnVan, ibnTot }) => ibnVan === null && ibnTot === null)
      ? 'Een project zonder IBN staat bij jaar onbekend.'
      : null,
  ].filter((text): text is string => text !== null);
}

function group<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): [Key, Item[]][] {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups];
}

function sum(ranges: readonly Bereik[]): Bereik {
  return {
    minM2: ranges.reduce((total, { minM2 }) => total + minM2, 0),
    maxM2: ranges.reduce((total, { maxM2 }) => total + maxM2, 0),
  };
}
