import { drawImage } from '../../map/images-draw.ts';

const known = new Map<string, string>();

/** A map image as an address for <img>, drawn once; empty when the id is not one of ours. Needs a browser. */
export function toImageUrl(id: string): string {
  const drawn = known.get(id);
  if (drawn !== undefined) return drawn;
  const image = drawImage(id);
  const canvas = document.createElement('canvas');
  canvas.width = image?.width ?? 1;
  canvas.height = image?.height ?? 1;
  if (image) canvas.getContext('2d', { willReadFrequently: true })?.putImageData(image, 0, 0);
  const url = image ? canvas.toDataURL() : '';
  known.set(id, url);
  return url;
}
