// Two numbers in one text, in Dutch or English writing. A comma can be a decimal comma, a thousands mark or what
// separates the two, so every reading is given; the reader of the pair keeps the one that lies in the country.

const space = '[ \\u00a0\\u202f\\u2009]';
const whole = /^[-+−]?\d+$/;
const decimal = /^[-+−]?\d+[.,]\d+$/;
const grouped = new RegExp(
  `^[-+−]?[1-9]\\d{0,2}(?:(?:\\.\\d{3})+(?:,\\d+)?|(?:,\\d{3})+(?:\\.\\d+)?|(?:'\\d{3})+(?:[.,]\\d+)?|(?:${space}\\d{3})+(?:[.,]\\d+)?)$`,
  'u',
);

/** Every number a text can mean, the decimal reading first: `155.000` is 155 and 155000. Empty when it is no number. */
export function readNumber(text: string): number[] {
  const trimmed = text.trim().replace('−', '-');
  const readings: number[] = [];
  if (whole.test(trimmed) || decimal.test(trimmed)) readings.push(Number(trimmed.replace(',', '.')));
  if (grouped.test(trimmed)) {
    const mark = /[.,' \u00a0\u202f\u2009]/u.exec(trimmed)![0];
    readings.push(Number(trimmed.replaceAll(mark, '').replace(',', '.')));
  }
  return readings.filter((value) => Number.isFinite(value));
}

/** What may stand between two numbers, the clearest first. */
const separators = [/\s*[;/|\t\n]\s*/g, /,\s+/g, /\s+/g, /,/g];

/** Every pair of numbers a text can mean, the likeliest first; empty when it is not two numbers. */
export function listNumberPairs(text: string): [number, number][] {
  const pairs: [number, number][] = [];
  for (const separator of separators)
    for (const match of text.matchAll(separator)) {
      const firsts = readNumber(text.slice(0, match.index));
      const seconds = readNumber(text.slice(match.index + match[0].length));
      pairs.push(...combineReadings(firsts, seconds));
    }
  return pairs;
}

/** Two numbers in one text are written the same way: where both can be read twice, the readings go together. */
export function combineReadings(firsts: readonly number[], seconds: readonly number[]): [number, number][] {
  if (firsts.length === 2 && seconds.length === 2)
    return firsts.map((first, index) => [first, seconds[index]!]);
  return firsts.flatMap((first) => seconds.map((second): [number, number] => [first, second]));
}
