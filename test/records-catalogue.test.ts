// Every kind of record, held against its table and against the templates of the uitvoeringsaanpak.
import { expect, it } from 'vitest';
import { records } from '../data/records/index.ts';
import type { FieldSoort } from '../data/document.ts';
import { actielijstKolommen, ficheVelden, monitoringslijstKolommen } from '../data/seed/proces.ts';
import { describeOnBothEngines } from './engines.ts';

/** The column types a field may be kept in. */
const types: Record<FieldSoort, readonly string[]> = {
  tekst: ['text'],
  alinea: ['text'],
  getal: ['float8'],
  geheel: ['int4'],
  jaar: ['int4'],
  datum: ['date'],
  janee: ['bool'],
  keuze: ['text'],
  organisatie: ['text'],
  organisaties: ['_text'],
  teksten: ['_text'],
  gehelen: ['_int4'],
  geometrie: ['geometry'],
  webadres: ['text'],
  email: ['text'],
  verwijzing: ['text'],
  verwijzingen: ['_text'],
  gegevens: ['jsonb'],
};

/** What the engine keeps for itself on every row (schema/010_records.sql). */
const kept =
  'rij id project_id eigenaar vertrouwelijkheid embargo_tot geldig_van geldig_tot bekend_van bekend_tot ingetrokken herkomst door door_organisatie reden bron'.split(
    ' ',
  );

interface Column {
  naam: string;
  type: string;
  leeg: boolean;
  vooraf: boolean;
}

describeOnBothEngines('the kinds of record', (db) => {
  it.each(records.map((record) => [record.naam, record] as const))(
    '%s has a column of the right type for every field, and a field for every column',
    async (_naam, record) => {
      const columns = await db().query<Column>(
        `select column_name as naam, udt_name as type, is_nullable = 'YES' as leeg, column_default is not null as vooraf
         from information_schema.columns where table_schema = 'atlas' and table_name = $1`,
        [record.tabel],
      );
      const byName = new Map(columns.map((column) => [column.naam, column]));
      for (const { naam, kolom, soort, verplicht } of record.velden) {
        const column = byName.get(kolom);
        expect([naam, types[soort].includes(column?.type ?? 'absent')]).toEqual([naam, true]);
        // What the table insists on, the form must ask for.
        if (column && !column.leeg && !column.vooraf) expect([naam, verplicht]).toEqual([naam, true]);
      }
      const described = new Set(record.velden.map(({ kolom }) => kolom));
      const left = columns
        .map(({ naam }) => naam)
        .filter((naam) => !described.has(naam) && !kept.includes(naam));
      expect(left).toEqual([]);
    },
  );

  it('knows the same choices as the checks of the tables', async () => {
    const checks = await db().query<{ tabel: string; tekst: string }>(
      `select r.relname as tabel, pg_get_constraintdef(c.oid) as tekst
       from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = c.connamespace
       where c.contype = 'c' and n.nspname = 'atlas'`,
      [],
    );
    let compared = 0;
    for (const { tabel, velden } of records) {
      for (const { kolom, keuzes } of velden.filter((veld) => veld.keuzes)) {
        const check = checks.find(
          (one) => one.tabel === tabel && one.tekst.startsWith(`CHECK ((${kolom} = ANY`),
        );
        const choices = check && [...check.tekst.matchAll(/'([^']*)'::text/g)].map((match) => match[1]);
        if (choices) {
          compared += 1;
          expect([tabel, kolom, choices.toSorted()]).toEqual([tabel, kolom, [...(keuzes ?? [])].toSorted()]);
        }
      }
    }
    expect(compared).toBeGreaterThan(12);
  });
});

it('finds every field of the templates back in a record', () => {
  const covered = new Set(records.flatMap(({ velden }) => velden.map((veld) => veld.sjabloonveld)));
  // Whole parts of the fiche are records of their own.
  const byRecord = new Set(['fiche: betrokken_partijen']);
  const asked = [
    ...ficheVelden.map(({ veld }) => `fiche: ${veld}`),
    ...actielijstKolommen.map(({ veld }) => `actielijst: ${veld}`),
    ...monitoringslijstKolommen.map(({ veld }) => `monitoringslijst: ${veld}`),
  ];
  expect(asked.filter((veld) => !covered.has(veld) && !byRecord.has(veld))).toEqual([
    // The name is the project's own, shown beside its number.
    'monitoringslijst: projectnaam',
  ]);
});
