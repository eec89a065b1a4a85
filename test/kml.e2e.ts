// A KML file opened in the drawing panel: the browser's own XML reader does the work, so it is tested in a browser.
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browseAtlas } from './atlas-map.ts';

const { open } = browseAtlas('achtergrond=geen&rechts=tekenen');

/** A square in degrees, closed, with a height on every position, as Google Earth writes it. */
const toRing = (lng: number, lat: number, size: number) =>
  [
    [0, 0],
    [size, 0],
    [size, size],
    [0, size],
    [0, 0],
  ]
    .map(([dx, dy]) => `${(lng + dx!).toFixed(5)},${(lat + dy!).toFixed(5)},3`)
    .join(' ');
const toPolygon = (outer: string, inner?: string) =>
  `<Polygon><outerBoundaryIs><LinearRing><coordinates>\n ${outer}\n</coordinates></LinearRing></outerBoundaryIs>${
    inner
      ? `<innerBoundaryIs><LinearRing><coordinates>${inner}</coordinates></LinearRing></innerBoundaryIs>`
      : ''
  }</Polygon>`;
const toKml = (content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark>${content}</Placemark></Document></kml>`;

async function openFile(page: Page, content: string | Uint8Array, name = 'trace.kml'): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name, mimeType: 'application/vnd.google-earth.kml+xml', buffer: Buffer.from(content) });
}
const toNumber = (text: string) =>
  Number(/[\d.]+(,\d+)?/.exec(text)![0].replaceAll('.', '').replace(',', '.'));

describe('a KML file', () => {
  it('becomes the drawing: an area with a hole, without its heights', async () => {
    const { page, faults, close } = await open();
    await page.getByText('Plak of open geometrie').click();
    await openFile(page, toKml(toPolygon(toRing(5.38, 52.15, 0.02), toRing(5.385, 52.155, 0.01))));
    await page.waitForFunction(() => location.search.includes('tekening=v~'));
    // 0.02° − 0.01° squared: 0.0003 square degrees of 111 267 × 111 320 × cos 52.16° m (WGS 84 at this latitude), 228 ha.
    const hectares = toNumber(await page.locator('.state .size').innerText());
    expect(hectares / ((0.0003 * 111_267 * 111_320 * Math.cos((52.16 * Math.PI) / 180)) / 1e4)).toBeCloseTo(
      1,
      2,
    );
    expect(await page.locator('body').innerText()).toContain('Hoogtes (z)');

    await openFile(
      page,
      toKml(
        `<MultiGeometry>${toPolygon(toRing(5.38, 52.15, 0.01))}${toPolygon(toRing(5.4, 52.15, 0.01))}</MultiGeometry>`,
      ),
    );
    await page.getByText('2 objecten zijn samengenomen').first().waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('may be packed, as Google Earth does: the first KML beside its pictures', async () => {
    const { page, faults, close } = await open();
    await page.getByText('Plak of open geometrie').click();
    const square = (size: number) => strToU8(toKml(toPolygon(toRing(5.38, 52.15, size))));
    const files = {
      'files/pin.png': strToU8('no picture'),
      'doc.kml': square(0.02),
      'more.kml': square(0.01),
    };
    await openFile(page, zipSync(files), 'Trace.KMZ');
    await page.waitForFunction(() => location.search.includes('tekening=v~'));
    // 0.02° squared: 0.0004 square degrees of 111 267 × 111 320 × cos 52.16° m (WGS 84 at this latitude), 304 ha.
    const hectares = toNumber(await page.locator('.state .size').innerText());
    const expected = (0.0004 * 111_267 * 111_320 * Math.cos((52.16 * Math.PI) / 180)) / 1e4;
    expect(hectares / expected).toBeCloseTo(1, 2);
    expect(faults).toEqual([]);
    await close();
  });

  it('is refused with the reason, and the drawing stays as it was', async () => {
    const { page, close } = await open();
    await page.getByText('Plak of open geometrie').click();
    const point = (lngLat: string) => `<Point><coordinates> ${lngLat},0</coordinates></Point>`;
    const refusals: [string, RegExp][] = [
      [toKml(''), /In dit KML-bestand staan geen punten, lijnen of vlakken/],
      [toKml(point('5.38;52.15')), /positie die geen twee getallen heeft/],
      [toKml(point('5.38,52.15')).replace('</kml>', ''), /geen geldige XML/],
      [toKml(`${point('5.38,52.15')}${toPolygon(toRing(5.38, 52.15, 0.01))}`), /door elkaar/],
      // The first borehole of a file about Albania.
      [toKml(point('20.25000000000006,42.05000000000007')), /Nederland/],
      ['<?xml version="1.0"?><gpx><wpt lat="52" lon="5"/></gpx>', /XML, maar geen KML/],
    ];
    const help = page.locator('#geometrie-hulp');
    for (const [text, message] of refusals) {
      await openFile(page, text);
      await expect.poll(() => help.innerText()).toMatch(message);
    }
    const zipped = (name: string) => zipSync({ [name]: strToU8(toKml(point('20.25,42.05'))) });
    const files: [string, string | Uint8Array, RegExp][] = [
      ['trace.kmz', 'PK', /trace\.kmz is geen leesbare KMZ/],
      ['trace.kmz', zipped('foto.png'), /In trace\.kmz zit geen KML-bestand/],
      ['trace.kmz', zipped('doc.kml'), /Nederland/],
      // One byte more than 50 MB, of zeros.
      [
        'trace.kmz',
        zipSync({ 'doc.kml': new Uint8Array(50_000_001) }, { level: 1 }),
        /uitgepakt groter dan 50 MB/,
      ],
      ['trace.gml', '<gml/>', /trace\.gml kan hier niet worden geopend/],
    ];
    for (const [name, content, message] of files) {
      await openFile(page, content, name);
      await expect.poll(() => help.innerText()).toMatch(message);
    }
    expect(page.url()).not.toContain('tekening=');
    await close();
  });
});
