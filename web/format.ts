// Numbers, dates and coordinates as Dutch readers expect them: comma for decimals, point for thousands, a thin
// no-break space before the unit. Unknown is a dash with a word for screen readers; it is never 0.

const thinSpace = '\u202f';
/** What stands where a value is not known. */
export const unknownText = 'onbekend';

const formats = new Map<string, Intl.NumberFormat>();
function numberFormat(minimum: number, maximum: number): Intl.NumberFormat {
  const key = `${minimum}-${maximum}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat('nl-NL', {
    minimumFractionDigits: minimum,
    maximumFractionDigits: maximum,
    useGrouping: true,
  });
  formats.set(key, format);
  return format;
}

/** 1234.5 → `1.234,5`; exactly `digits` decimals. A negative zero is written as 0. */
export function formatNumber(value: number | null, digits = 0): string {
  if (value === null || !Number.isFinite(value)) return unknownText;
  return numberFormat(digits, digits)
    .format(value)
    .replace(/^-([0.,]*)$/, '$1');
}

/** A number and its unit apart, so that the unit can be set in lighter ink. */
export interface Quantity {
  value: string;
  unit: string;
}

/** `1.234,5` + `ha`, as one text with a thin space. */
export function toText({ value, unit }: Quantity): string {
  return unit ? `${value}${thinSpace}${unit}` : value;
}

/** An area in m² under 1 ha, in ha with two decimals under 100 ha, one under 10.000 ha, none above. */
export function toAreaQuantity(areaM2: number | null): Quantity {
  if (areaM2 === null || !Number.isFinite(areaM2)) return { value: unknownText, unit: '' };
  const size = Math.abs(areaM2);
  if (Math.round(size) < 10_000)
    return { value: formatNumber(areaM2, size > 0 && size < 10 ? 1 : 0), unit: 'm²' };
  const digits = size < 995_000 ? 2 : size < 99_995_000 ? 1 : 0;
  return { value: formatNumber(areaM2 / 10_000, digits), unit: 'ha' };
}

/** A length in m under 1 km, in km with two decimals under 10 km, one under 1.000 km, none above. */
export function toLengthQuantity(lengthM: number | null): Quantity {
  if (lengthM === null || !Number.isFinite(lengthM)) return { value: unknownText, unit: '' };
  const size = Math.abs(lengthM);
  if (Math.round(size) < 1000)
    return { value: formatNumber(lengthM, size > 0 && size < 10 ? 1 : 0), unit: 'm' };
  const digits = size < 9_995 ? 2 : size < 999_950 ? 1 : 0;
  return { value: formatNumber(lengthM / 1000, digits), unit: 'km' };
}

export function formatArea(areaM2: number | null): string {
  return toText(toAreaQuantity(areaM2));
}

export function formatLength(lengthM: number | null): string {
  return toText(toLengthQuantity(lengthM));
}

/** How little a share may differ from all and still be all: a millionth, the noise of a grid of a millimetre. */
const wholeTolerance = 1e-6;

/** Whether a share 0..1 is all, but for the noise of measuring. */
export function isWhole(share: number): boolean {
  return share >= 1 - wholeTolerance;
}

/** A share 0..1 as a percentage; what is there but rounds to nothing is `< 1 %`, what is not all is never 100 %. */
export function formatShare(share: number | null): string {
  if (share === null || !Number.isFinite(share)) return unknownText;
  const percent = share * 100;
  if (percent > 0 && percent < 1) return `< 1${thinSpace}%`;
  if (percent > 99 && !isWhole(share)) return `> 99${thinSpace}%`;
  return `${formatNumber(percent)}${thinSpace}%`;
}

/** An ISO date or the start of an ISO date-time as 25-03-2025; a year or a year and month stay as precise as they are. */
export function formatDate(iso: string | null): string {
  if (iso === null) return unknownText;
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|T)/.exec(iso);
  if (!match) return iso;
  const [, year, month, day] = match;
  return [day, month, year].filter(Boolean).join('-');
}

/** A text with every ISO day in it written as `formatDate` does: `2023-07-01 vastgesteld` → `01-07-2023 vastgesteld`. */
export function formatDatesIn(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, formatDate);
}

/** Whole metres: `X 155.000 Y 463.000`. */
export function formatRd([x, y]: readonly [number, number]): string {
  return `X${thinSpace}${formatNumber(x)} Y${thinSpace}${formatNumber(y)}`;
}

/** Latitude before longitude, five decimals (about a metre): `52,15517 5,38720`. */
export function formatLngLat([lng, lat]: readonly [number, number]): string {
  return `${formatNumber(lat, 5)} ${formatNumber(lng, 5)}`;
}

/** A range of years: `2029`, `2029–2033`, `vanaf 2029`, `onbekend`. */
export function formatYears(from: number | null, to: number | null): string {
  if (from === null && to === null) return unknownText;
  if (from !== null && to !== null) return from === to ? String(from) : `${from}–${to}`;
  return from !== null ? `vanaf ${from}` : `tot ${to}`;
}

/** `1 project`, `2 projecten`, `geen projecten`. */
export function formatCount(count: number, one: string, many: string): string {
  return count === 0 ? `geen ${many}` : `${formatNumber(count)} ${count === 1 ? one : many}`;
}
