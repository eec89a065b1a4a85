// What a cell says for a field: the value of the record, or what is wrong with it and what would be right.
import { toDutchDate } from '../../data/dutch-date.ts';
import type { RecordField } from '../../data/document.ts';
import { toOrganisatieText, type Organisaties } from './cell-text.ts';
import type { ReadCell } from './read-sheet.ts';

export type CellReading = { waarde: unknown } | { gegeven: string; verwacht: string };

/** The value of the field in this cell; an empty cell is null (unknown), or [] for a list. */
export function readCell(veld: RecordField, cell: ReadCell, organisaties: Organisaties): CellReading {
  const wrong = refuseKind(cell);
  if (wrong) return wrong;
  if (cell.soort === 'leeg') return { waarde: isList(veld) ? [] : null };
  switch (veld.soort) {
    case 'datum':
      return readDate(cell);
    case 'getal':
    case 'geheel':
    case 'jaar':
      return readNumber(veld, cell);
    case 'janee':
      return readJaNee(cell);
    default:
      return readWords(veld, cell, organisaties);
  }
}

/** What the cell shows, for a message. */
export function describeCell(cell: ReadCell): string {
  switch (cell.soort) {
    case 'leeg':
      return '';
    case 'tekst':
      return cell.tekst;
    case 'getal':
      return String(cell.getal).replace('.', ',');
    case 'janee':
      return cell.ja ? 'WAAR' : 'ONWAAR';
    case 'datum':
      return toDutchDate(cell.datum);
    case 'formule':
      return `=${cell.formule}`;
    case 'fout':
      return cell.code;
  }
}

const isList = ({ soort }: RecordField): boolean =>
  ['organisaties', 'teksten', 'gehelen', 'verwijzingen'].includes(soort);

const wrongly = (cell: ReadCell, verwacht: string): CellReading => ({
  gegeven: describeCell(cell),
  verwacht,
});

function refuseKind(cell: ReadCell): CellReading | null {
  if (cell.soort === 'formule') {
    return wrongly(
      cell,
      'een waarde, geen formule: kopieer de cel en plak haar als waarde (Plakken speciaal, Waarden)',
    );
  }
  if (cell.soort === 'fout') return wrongly(cell, 'een waarde; in deze cel staat een fout van Excel');
  return null;
}

/** Day first, as Dutch people write it; ISO is understood too. Null: not a day that exists. */
function findWrittenDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  const parts = iso ? [iso[1], iso[2], iso[3]] : dutch && [dutch[3], dutch[2], dutch[1]];
  if (!parts) return null;
  const [year, month, day] = parts.map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : null;
}

function readDate(cell: ReadCell): CellReading {
  if (cell.soort === 'datum') {
    return cell.metTijd ? wrongly(cell, 'een datum zonder tijdstip') : { waarde: cell.datum };
  }
  if (cell.soort === 'tekst') {
    const meant = findWrittenDate(cell.tekst.trim());
    return wrongly(
      cell,
      meant
        ? `een datum; dit is tekst. Bedoeld is waarschijnlijk ${toDutchDate(meant)}: zet de celopmaak op Datum en typ die opnieuw`
        : 'een datum zoals 31-12-2027',
    );
  }
  if (cell.soort === 'getal' && cell.getal > 20_000 && cell.getal < 80_000 && Number.isInteger(cell.getal)) {
    const meant = new Date((cell.getal - 25_569) * 86_400_000).toISOString().slice(0, 10);
    return wrongly(
      cell,
      `een datum; dit is een getal. Bedoeld is waarschijnlijk ${toDutchDate(meant)}: zet de celopmaak op Datum`,
    );
  }
  return wrongly(cell, 'een datum zoals 31-12-2027');
}

function readNumber(veld: RecordField, cell: ReadCell): CellReading {
  const whole = veld.soort !== 'getal';
  const example =
    veld.soort === 'jaar' ? 'een jaartal als getal, zoals 2030' : whole ? 'een heel getal' : 'een getal';
  if (cell.soort === 'getal') {
    return whole && !Number.isInteger(cell.getal) ? wrongly(cell, example) : { waarde: cell.getal };
  }
  if (cell.soort === 'datum') {
    const under = Number.isInteger(cell.getal) ? `; onder de datumopmaak staat ${cell.getal}` : '';
    return wrongly(cell, `${example}${under}: zet de celopmaak op Standaard`);
  }
  if (cell.soort === 'tekst') {
    const text = cell.tekst.trim();
    // A point could be a thousand or a decimal: nobody but the writer knows.
    if (/^-?\d+$/.test(text) || (!whole && /^-?\d+,\d+$/.test(text))) {
      return { waarde: Number(text.replace(',', '.')) };
    }
  }
  return wrongly(cell, example);
}

function readJaNee(cell: ReadCell): CellReading {
  if (cell.soort === 'janee') return { waarde: cell.ja };
  const text = describeCell(cell).trim().toLowerCase();
  if (text === 'ja' || text === 'nee') return { waarde: text === 'ja' };
  return wrongly(cell, 'ja, nee of leeg (onbekend)');
}

function readWords(veld: RecordField, cell: ReadCell, organisaties: Organisaties): CellReading {
  if (cell.soort === 'datum') {
    return wrongly(
      cell,
      'tekst; Excel heeft er een datum van gemaakt. Zet de celopmaak op Tekst en typ de waarde opnieuw',
    );
  }
  const text = cleanText(cell.soort === 'getal' ? String(cell.getal) : describeCell(cell));
  if (text === '') return { waarde: isList(veld) ? [] : null };
  switch (veld.soort) {
    case 'keuze':
      return readChoice(veld, cell, text);
    case 'organisatie':
      return readOrganisatie(cell, text, organisaties);
    case 'organisaties':
      return readList(text, (part) => readOrganisatie(cell, part, organisaties));
    case 'teksten':
    case 'verwijzingen':
      return readList(text, (part) => ({ waarde: part }));
    case 'gehelen':
      return readList(text, (part) =>
        /^-?\d+$/.test(part) ? { waarde: Number(part) } : wrongly(cell, 'hele getallen, met ; ertussen'),
      );
    default:
      return { waarde: text };
  }
}

/** As a form would have sent it: line ends of one kind, nothing around it, no control characters. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
    .trim();
}

function readChoice(veld: RecordField, cell: ReadCell, text: string): CellReading {
  const choices = veld.keuzes ?? [];
  const wanted = text.toLowerCase();
  const found = choices.find(
    (choice) => choice.toLowerCase() === wanted || veld.keuzeLabels?.[choice]?.toLowerCase() === wanted,
  );
  if (found !== undefined) return { waarde: found };
  return wrongly(
    cell,
    `een van: ${choices.map((choice) => veld.keuzeLabels?.[choice] ?? choice).join(', ')}`,
  );
}

function readOrganisatie(cell: ReadCell, text: string, organisaties: Organisaties): CellReading {
  const code = /\(([^()]+)\)$/.exec(text)?.[1]?.trim() ?? text;
  if (organisaties.findNaam(code) !== null) return { waarde: code };
  const codes = organisaties.listCodes(text);
  if (codes.length === 1) return { waarde: codes[0] };
  if (codes.length > 1) {
    const shown = codes.map((one) => toOrganisatieText(one, organisaties)).join(' of ');
    return { gegeven: text, verwacht: `${shown}: er zijn er meer met deze naam` };
  }
  return {
    gegeven: text,
    verwacht: `een organisatie zoals in de lijst op het blad Keuzes, bijvoorbeeld Utrecht (GM0344); meer dan één met ; ertussen`,
  };
}

/** The parts between semicolons (or line ends), each once; the first that is wrong makes the cell wrong. */
function readList(text: string, readPart: (part: string) => CellReading): CellReading {
  const parts = [...new Set(text.split(/[;\n]/).map((part) => part.trim()))].filter(Boolean);
  const readings = parts.map(readPart);
  const wrong = readings.find((reading) => 'verwacht' in reading);
  if (wrong) return wrong;
  return { waarde: [...new Set(readings.map((reading) => (reading as { waarde: unknown }).waarde))] };
}
