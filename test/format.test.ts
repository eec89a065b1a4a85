import { describe, expect, it } from 'vitest';
import {
  formatArea,
  formatCount,
  formatDate,
  formatDatesIn,
  formatLength,
  formatLngLat,
  formatNumber,
  formatRd,
  formatShare,
  formatYears,
} from '../web/format.ts';

const thin = '\u202f';

describe('Dutch numbers', () => {
  it.each([
    [1234.5, 1, '1.234,5'],
    [0, 0, '0'],
    [-0.04, 1, '0,0'], // no -0,0
    [-1234.5, 1, '-1.234,5'],
    [1e7, 0, '10.000.000'],
    [null, 2, 'onbekend'],
    [Number.NaN, 0, 'onbekend'],
  ])('%s with %s decimals is %s', (value, digits, text) => {
    expect(formatNumber(value, digits)).toBe(text);
  });

  it.each([
    [12_345_000, `1.234,5${thin}ha`],
    [34_200, `3,42${thin}ha`],
    [10_000, `1,00${thin}ha`],
    [9_999, `9.999${thin}m²`],
    [9_999.6, `1,00${thin}ha`], // never 10.000 m² beside 1,00 ha
    [0.4, `0,4${thin}m²`], // a sliver is not nothing
    [0, `0${thin}m²`],
    [1_557_000_000, `155.700${thin}ha`],
    [null, 'onbekend'],
  ])('area %s m² is %s', (areaM2, text) => {
    expect(formatArea(areaM2)).toBe(text);
  });

  it.each([
    [12_345, `12,3${thin}km`],
    [1_000, `1,00${thin}km`],
    [999.4, `999${thin}m`],
    [999.6, `1,00${thin}km`],
    [1_234_567, `1.235${thin}km`],
    [null, 'onbekend'],
  ])('length %s m is %s', (lengthM, text) => {
    expect(formatLength(lengthM)).toBe(text);
  });

  it.each([
    [0.871, `87${thin}%`],
    [1, `100${thin}%`],
    [0.9999, `> 99${thin}%`], // what is not all is not 100 %
    [0.0001, `< 1${thin}%`], // what is there is not 0 %
    [0, `0${thin}%`],
    [null, 'onbekend'],
  ])('share %s is %s', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });

  it('counts in words', () => {
    expect([0, 1, 2, 1200].map((count) => formatCount(count, 'project', 'projecten'))).toEqual([
      'geen projecten',
      '1 project',
      '2 projecten',
      '1.200 projecten',
    ]);
  });
});

describe('dates and years are as precise as the source', () => {
  it.each([
    ['2025-03-25', '25-03-2025'],
    ['2025-03-25T23:59:00Z', '25-03-2025'],
    ['2023-11', '11-2023'],
    ['2023', '2023'],
    [null, 'onbekend'],
    ['medio 2024', 'medio 2024'],
  ])('%s is %s', (iso, text) => {
    expect(formatDate(iso)).toBe(text);
  });

  it('writes the days in a text as Dutch days, and leaves the rest of it', () => {
    expect(formatDatesIn('2023-07-01 vastgesteld, concept 2024-09-01; nummer 12-2023-07')).toBe(
      '01-07-2023 vastgesteld, concept 01-09-2024; nummer 12-2023-07',
    );
  });

  it.each([
    [2029, 2029, '2029'],
    [2029, 2033, '2029–2033'],
    [2029, null, 'vanaf 2029'],
    [null, 2033, 'tot 2033'],
    [null, null, 'onbekend'],
  ])('%s to %s is %s', (from, to, text) => {
    expect(formatYears(from, to)).toBe(text);
  });
});

it('writes coordinates in whole metres and five decimals', () => {
  expect(formatRd([155000.4, 462999.6])).toBe(`X${thin}155.000 Y${thin}463.000`);
  expect(formatLngLat([5.387203657, 52.155172897])).toBe('52,15517 5,38720');
});
