import { z } from 'zod';
import { uitTekst } from '../schema/getal.ts';
import { grensoverschrijdendAntwoord, type GrensoverschrijdendAntwoord } from '../schema/antwoord.ts';
import { placeAcrossBorders, type RegisterProject } from './across-borders.ts';
import { floors, nearBorderM } from '../rules/overlap.ts';
import { defineQuestion, type Facts } from './question.ts';

/** How far borders are looked up, in m: what is kept of a project then serves every distance up to there. */
const reachesM = [5_000, 15_000, 50_000];

const parameters = z.strictObject({
  provincie: z
    .string()
    .min(1)
    .max(20)
    .optional()
    .meta({ title: 'provincie', description: 'alleen projecten die deze provincie raken; code zoals PV26' }),
  afstandM: uitTekst(z.number().min(0).max(50_000).optional()).meta({
    title: 'afstand tot de grens',
    description: `hoe dicht bij een provinciegrens nog telt, in meters; ${nearBorderM} als niets is opgegeven`,
  }),
});
type Parameters = z.infer<typeof parameters>;
type Antwoord = GrensoverschrijdendAntwoord['antwoord'];

interface Row {
  stempel: string;
  projecten: RegisterProject[];
}

export const grensoverschrijdend = defineQuestion<Row, Parameters, Antwoord>({
  naam: 'grensoverschrijdend',
  titel: 'Welke projecten raken een buurprovincie?',
  uitleg:
    'Projecten die een provinciegrens kruisen, er dichtbij liggen, of een andere provincie bedienen dan waarin ze liggen. ' +
    'Van een project zonder ligging, of met alleen een indicatief punt, telt wat het register zegt.',
  over: 'projecten',
  parameters,
  areaParameters: { provincie: 'provincie' },
  antwoord: grensoverschrijdendAntwoord,
  kolommen: [
    { naam: 'id', label: 'Nummer' },
    { naam: 'naam', label: 'Project' },
    { naam: 'soort', label: 'Soort' },
    { naam: 'provincie', label: 'Provincie' },
    { naam: 'aandeel', label: 'Aandeel', eenheid: 'aandeel' },
    { naam: 'oppervlakteM2', label: 'Oppervlakte', eenheid: 'm²' },
    { naam: 'lengteM', label: 'Lengte', eenheid: 'm' },
    { naam: 'herkomst', label: 'Volgens' },
    { naam: 'afstandTotGrensM', label: 'Afstand tot de grens', eenheid: 'm' },
    { naam: 'ligging', label: 'Ligging' },
    { naam: 'toelichting', label: 'Toelichting' },
  ],
  sql: 'grensoverschrijdend.sql',
  verantwoording: ['gemeenten', 'provincies', 'projecten'],
  toSqlParameters: (_parameters, wantsGeometry) => [wantsGeometry],
  perProject: {
    sql: 'grens-feiten.sql',
    toSqlParameters: ({ afstandM = nearBorderM }) => [reachesM.find((reach) => afstandM <= reach)!],
    none: { plaatsen: [], maat: { m2: 0, m: 0, punten: 0 }, delen: [], grenzen: [] },
  },
  compose,
  toTable: ({ projecten }) =>
    projecten.flatMap(({ provincies, ...project }) =>
      provincies.map((deel) => ({
        id: project.id,
        naam: project.naam,
        soort: project.soort,
        provincie: deel.naam,
        aandeel: deel.aandeel,
        oppervlakteM2: deel.oppervlakteM2 ?? null,
        lengteM: deel.lengteM ?? null,
        herkomst: deel.herkomst,
        afstandTotGrensM: project.afstandTotGrensM,
        ligging: project.ligging,
        toelichting: project.toelichting,
      })),
    ),
  toFeatures: ({ projecten }) =>
    projecten.map(({ geometrie = null, ...properties }) => ({ geometrie, properties })),
  toMembers: ({ drempels }) => ({ drempels }),
});

function compose(
  { projecten }: Row,
  facts: Facts,
  { provincie, afstandM = nearBorderM }: Parameters,
): Antwoord {
  return {
    projecten: projecten
      .flatMap((project) => placeAcrossBorders(project, facts, afstandM) ?? [])
      .filter((project) => !provincie || project.provincies.some((one) => one.code === provincie)),
    drempels: { oppervlakteM2: floors.m2, lengteM: floors.m, afstandM },
  };
}
