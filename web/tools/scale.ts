// The scale of the map at a latitude. Web Mercator stretches lengths by 1 / cos(latitude): at 52° N a metre on the
// map's own ruler is only 0.62 m on the ground, so every length here is corrected for where the map is.

/** Circumference of the sphere Web Mercator is made of (m), over the 512 px that are the world at zoom 0. */
const metresPerPixelAtZoom0 = 40_075_016.685_578_49 / 512;
/** What CSS calls a pixel: 1/96 inch (m). The size on a screen differs; on paper it is right. */
const pixelM = 0.0254 / 96;

/** Metres on the ground of one CSS pixel, at a latitude and zoom. */
export function toMetresPerPixel(lat: number, zoom: number): number {
  return (metresPerPixelAtZoom0 * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;
}

/** The zoom at which one pixel is so many metres at a latitude. */
export function toZoom(lat: number, metresPerPixel: number): number {
  return Math.log2((metresPerPixelAtZoom0 * Math.cos((lat * Math.PI) / 180)) / metresPerPixel);
}

/** n of 1:n, for paper at its own size. */
export function toScaleNumber(metresPerPixel: number): number {
  return metresPerPixel / pixelM;
}

/** Metres on the ground of one CSS pixel at scale 1:n. */
export function fromScaleNumber(scaleNumber: number): number {
  return scaleNumber * pixelM;
}

/** n rounded to two figures, which is what a screen can tell. */
export function roundScaleNumber(scaleNumber: number): number {
  const step = 10 ** (Math.floor(Math.log10(scaleNumber)) - 1);
  return Math.round(scaleNumber / step) * step;
}

/** The longest bar of 1, 2 or 5 × 10ⁿ metres that fits in maxWidthPx, and its width. */
export function toScaleBar(metresPerPixel: number, maxWidthPx: number): { lengthM: number; widthPx: number } {
  const longestM = metresPerPixel * maxWidthPx;
  const power = 10 ** Math.floor(Math.log10(longestM));
  const lengthM = [5, 2, 1].map((step) => step * power).find((each) => each <= longestM) ?? power;
  return { lengthM, widthPx: lengthM / metresPerPixel };
}
