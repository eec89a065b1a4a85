// What may be picked in the cells of a list: the closed lists of its fields, the projects and the organisations.
import { colToLetter, type DataValidation } from 'hucre/xlsx';
import type { RecordField } from '../../data/document.ts';
import { getVeld, keuzeBlad, type ExcelLijst, type LijstKolom } from '../../data/exchange/lijst.ts';

/** One column of the sheet "Keuzes". */
export interface ChoiceColumn {
  kop: string;
  values: string[];
  /** The columns of the list it is for. */
  voor: LijstKolom[];
}

const isOrganisatie = ({ soort }: RecordField): boolean =>
  soort === 'organisatie' || soort === 'organisaties';

/** The columns of the sheet "Keuzes", each used by one or more columns of the list. */
export function toChoiceColumns(
  lijst: ExcelLijst,
  projecten: readonly { id: string; naam: string | null }[],
  organisaties: readonly { code: string; naam: string }[],
): ChoiceColumn[] {
  const columns: ChoiceColumn[] = [];
  for (const kolom of lijst.kolommen) {
    if (kolom.soort === 'project') {
      columns.push({ kop: 'Project', values: projecten.map(({ id }) => id), voor: [kolom] });
      columns.push({
        kop: 'Naam van het project',
        values: projecten.map(({ naam }) => naam ?? ''),
        voor: [],
      });
    }
    if (kolom.soort !== 'veld') continue;
    const veld = getVeld(lijst, kolom);
    if (veld.soort === 'keuze') {
      const values = (veld.keuzes ?? []).map((keuze) => veld.keuzeLabels?.[keuze] ?? keuze);
      columns.push({ kop: veld.label, values, voor: [kolom] });
    }
    if (veld.soort === 'janee') columns.push({ kop: veld.label, values: ['ja', 'nee'], voor: [kolom] });
  }
  const withOrganisatie = lijst.kolommen.filter(
    (kolom) => kolom.soort === 'veld' && isOrganisatie(getVeld(lijst, kolom)),
  );
  if (withOrganisatie.length > 0) {
    const values = organisaties.map(({ code, naam }) => (naam === code ? code : `${naam} (${code})`));
    columns.push({ kop: 'Organisaties', values, voor: withOrganisatie });
  }
  return columns;
}

/** The checks Excel does while typing, down to row `last` (counted from 0, below the headings). */
export function toValidations(
  lijst: ExcelLijst,
  choices: readonly ChoiceColumn[],
  last: number,
): DataValidation[] {
  return lijst.kolommen.flatMap((kolom, at) => {
    const letter = colToLetter(at);
    const range = `${letter}2:${letter}${last + 1}`;
    const listAt = choices.findIndex(({ voor }) => voor.includes(kolom));
    if (listAt >= 0 && choices[listAt]!.values.length > 0) {
      const source = colToLetter(listAt);
      return [
        toListValidation(
          lijst,
          kolom,
          range,
          `${keuzeBlad}!$${source}$2:$${source}$${choices[listAt]!.values.length + 1}`,
        ),
      ];
    }
    return kolom.soort === 'veld' ? toTypeValidation(getVeld(lijst, kolom), range) : [];
  });
}

function toListValidation(
  lijst: ExcelLijst,
  kolom: LijstKolom,
  range: string,
  formula1: string,
): DataValidation {
  const many = kolom.soort === 'veld' && getVeld(lijst, kolom).soort === 'organisaties';
  return {
    type: 'list',
    formula1,
    range,
    allowBlank: true,
    showErrorMessage: !many,
    errorTitle: 'Niet in de lijst',
    errorMessage: `Kies een waarde uit de lijst (blad ${keuzeBlad}), of laat de cel leeg.`,
    ...(many && {
      showInputMessage: true,
      inputTitle: 'Meer dan één',
      inputMessage: 'Kies er een, of typ er meer met ; ertussen.',
    }),
  };
}

function toTypeValidation({ soort }: RecordField, range: string): DataValidation[] {
  const base = { range, allowBlank: true, showErrorMessage: true, operator: 'between' as const };
  // 1900 to 2200 as the day numbers of a workbook.
  if (soort === 'datum') {
    return [
      {
        ...base,
        type: 'date',
        formula1: '1',
        formula2: '109939',
        errorTitle: 'Geen datum',
        errorMessage: 'Typ een datum zoals 31-12-2027.',
      },
    ];
  }
  if (soort === 'jaar') {
    return [
      {
        ...base,
        type: 'whole',
        formula1: '1950',
        formula2: '2100',
        errorTitle: 'Geen jaartal',
        errorMessage: 'Typ een jaartal zoals 2030.',
      },
    ];
  }
  return [];
}
