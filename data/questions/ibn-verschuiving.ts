import {
  findCurrentClaim,
  listIbnClaims,
  toShiftYears,
  type RecordedIbn,
  type RegisterIbn,
} from '../ibn-claims.ts';
import { toProjectTitle } from '../project-title.ts';
import { ibnVerschuivingAntwoord, type IbnVerschuivingAntwoord } from '../schema/programma.ts';
import type { Fase, TypeInfraGroep } from '../vocabulary.ts';
import { ofProvincie, type OfProvincie } from './of-provincie.ts';
import { defineQuestion, type Facts } from './question.ts';

type Antwoord = IbnVerschuivingAntwoord['antwoord'];

interface Row {
  stempel: string;
  projecten: (RegisterIbn & {
    id: string;
    naam: string | null;
    gemeenten: string[];
    typeInfra: string | null;
    typeInfraGroep: TypeInfraGroep;
    fase: Fase | null;
    uitspraken: RecordedIbn[];
  })[];
}

export const ibnVerschuiving = defineQuestion<Row, OfProvincie, Antwoord>({
  naam: 'ibn-verschuiving',
  titel: 'Welke projecten schuiven?',
  uitleg:
    'Wat er over het jaar van ingebruikname (IBN) is gezegd, en hoeveel het einde van die bandbreedte is verschoven sinds ' +
    'het voor het eerst werd genoemd.',
  over: 'projecten',
  parameters: ofProvincie,
  areaParameters: { provincie: 'provincie' },
  antwoord: ibnVerschuivingAntwoord,
  kolommen: [
    { naam: 'id', label: 'Nummer' },
    { naam: 'naam', label: 'Project' },
    { naam: 'eerstVan', label: 'Eerst gezegd: van', eenheid: 'jaar' },
    { naam: 'eerstTot', label: 'Eerst gezegd: tot', eenheid: 'jaar' },
    { naam: 'nuVan', label: 'Nu: van', eenheid: 'jaar' },
    { naam: 'nuTot', label: 'Nu: tot', eenheid: 'jaar' },
    { naam: 'verschuivingJaren', label: 'Verschoven (jaren)' },
    { naam: 'oorzaak', label: 'Oorzaak of toelichting' },
  ],
  sql: 'ibn-verschuiving.sql',
  verantwoording: ['projecten'],
  toSqlParameters: ({ provincie }) => [provincie ?? null],
  compose,
  toTable: ({ projecten, onbekend }) => [
    ...projecten.map(({ id, naam, uitspraken, verschuivingJaren }) => ({
      id,
      naam,
      eerstVan: uitspraken[0]?.jaarVan ?? null,
      eerstTot: uitspraken[0]?.jaarTot ?? null,
      nuVan: findCurrentClaim(uitspraken)?.jaarVan ?? null,
      nuTot: findCurrentClaim(uitspraken)?.jaarTot ?? null,
      verschuivingJaren,
      oorzaak: findCurrentClaim(uitspraken)?.oorzaak ?? null,
    })),
    ...onbekend.map((oorzaak) => ({ naam: 'onbekend', oorzaak })),
  ],
  toFeatures: ({ projecten }) => projecten.map((properties) => ({ geometrie: null, properties })),
  toMembers: ({ zonderIbn, onbekend }) => ({ zonderIbn, onbekend }),
});

function compose({ projecten: rows }: Row, facts: Facts): Antwoord {
  const projecten = rows.map((row) => {
    const uitspraken = listIbnClaims(row, row.uitspraken);
    const places = row.gemeenten.map((code) => facts.find('gemeente', code)?.naam ?? code);
    return {
      id: row.id,
      naam: toProjectTitle(row, places),
      fase: row.fase,
      uitspraken,
      verschuivingJaren: toShiftYears(uitspraken),
    };
  });
  const without = projecten.filter(({ uitspraken }) => findCurrentClaim(uitspraken) === null);
  return {
    projecten: projecten.filter(({ uitspraken }) => uitspraken.length > 0),
    zonderIbn: without.map(({ id }) => id),
    onbekend:
      without.length > 0
        ? [
            `Van ${without.length} van de ${projecten.length} projecten is geen jaar van ingebruikname bekend.`,
          ]
        : [],
  };
}
