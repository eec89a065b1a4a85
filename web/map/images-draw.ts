import type { Energiedrager, Fase } from '../../data/vocabulary.ts';
import { parseImageId, shapes, type PatternKind, type ProjectSymbol, type SymbolShape } from './images.ts';
import { dark, light, type Palette } from './palette.ts';

/** Images are drawn twice as fine as they are shown. */
export const imagePixelRatio = 2;
const symbolPx = 28;
const patternPx = 12;

/** The image an id asks for; null when the id is not one of ours. Needs a browser. */
export function drawImage(id: string): ImageData | null {
  const parsed = parseImageId(id);
  if (!parsed) return null;
  const palette = parsed.scheme === 'licht' ? light : dark;
  const px = parsed.image === 'symbool' ? symbolPx : patternPx;
  const canvas = new OffscreenCanvas(px * imagePixelRatio, px * imagePixelRatio);
  // In memory, not on the graphics card: reading back from there took most of the first second.
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('No 2D canvas');
  pen.scale(imagePixelRatio, imagePixelRatio);
  if (parsed.image === 'symbool') drawSymbol(pen, parsed.symbol, palette);
  else drawPattern(pen, parsed.kind, palette.overlap[parsed.hue]);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

type Pen = OffscreenCanvasRenderingContext2D;

function drawSymbol(
  pen: Pen,
  { energiedrager, fase, ligging, groep }: ProjectSymbol,
  palette: Palette,
): void {
  const shape = shapes[energiedrager as Energiedrager];
  const fill = palette.fase[fase as Fase | 'onbekend'];
  const deep =
    palette.scheme === 'licht' ? ['project', 'realisatie', 'gerealiseerd'] : ['verkenning', 'vervallen'];
  const glyph = deep.includes(fase)
    ? palette.glyphOnDeep
    : fase === 'onbekend'
      ? palette.symbolEdge
      : palette.glyphOnPale;
  pen.translate(symbolPx / 2, symbolPx / 2);
  pen.lineJoin = 'round';

  if (ligging === 'indicatief') {
    // No hard edge: the place is somewhere around here.
    for (const [radius, alpha] of [
      [12.5, 0.1],
      [11, 0.16],
      [9.8, 0.26],
    ] as const) {
      trace(pen, shape, radius);
      pen.globalAlpha = alpha;
      pen.fillStyle = palette.symbolEdge;
      pen.fill();
    }
    pen.globalAlpha = 1;
  } else {
    trace(pen, shape, 11.5);
    pen.fillStyle = palette.map.halo;
    pen.fill();
  }

  trace(pen, shape, 9);
  pen.fillStyle = ligging === 'geen' ? palette.paper : fill;
  pen.fill();
  pen.lineWidth = ligging === 'indicatief' ? 0.75 : 2;
  pen.strokeStyle = ligging === 'geen' ? fill : palette.symbolEdge;
  if (ligging === 'geen' && fase === 'onbekend') pen.strokeStyle = palette.edge;
  if (ligging === 'zoekgebied') pen.setLineDash([3, 2.4]);
  pen.stroke();
  pen.setLineDash([]);

  pen.strokeStyle = pen.fillStyle = ligging === 'geen' ? palette.ink : glyph;
  drawGlyph(pen, groep);
}

/** Outlines a shape of about the same visual weight whatever its form. */
function trace(pen: Pen, shape: SymbolShape, radius: number): void {
  pen.beginPath();
  if (shape === 'rond') return void pen.arc(0, 0, radius, 0, 2 * Math.PI);
  if (shape === 'vierkant')
    return void pen.rect(-radius * 0.86, -radius * 0.86, radius * 1.72, radius * 1.72);
  const corners = { ruit: 4, driehoek: 3, zeshoek: 6 }[shape];
  const size = radius * { ruit: 1.16, driehoek: 1.3, zeshoek: 1.06 }[shape];
  const lowered = shape === 'driehoek' ? radius * 0.2 : 0;
  for (let corner = 0; corner < corners; corner++) {
    const angle = (corner / corners) * 2 * Math.PI - Math.PI / 2;
    pen.lineTo(size * Math.cos(angle), size * Math.sin(angle) + lowered);
  }
  pen.closePath();
}

/** The kind of infrastructure, in a few strokes. */
function drawGlyph(pen: Pen, groep: string): void {
  pen.lineWidth = 1.6;
  pen.lineCap = 'round';
  pen.beginPath();
  if (groep === 'station') pen.rect(-2.6, -2.6, 5.2, 5.2);
  else if (groep === 'verbinding') segment(pen, -4, 3, 4, -3);
  else if (groep === 'kabel') {
    pen.setLineDash([2.4, 2.6]);
    segment(pen, -4, 3, 4, -3);
  } else if (groep === 'leiding') {
    segment(pen, -4, 1.2, 3, -4);
    segment(pen, -3, 4, 4, -1.2);
  } else if (groep === 'programma') {
    for (const x of [-3.6, 0, 3.6]) {
      pen.moveTo(x + 1, 0);
      pen.arc(x, 0, 1, 0, 2 * Math.PI);
    }
    pen.fill();
    return;
  } else if (groep === 'overig') {
    segment(pen, -3.4, 0, 3.4, 0);
    segment(pen, 0, -3.4, 0, 3.4);
  }
  pen.stroke();
  pen.setLineDash([]);
}

function segment(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
}

/** A seamless tile of a pattern in one hue on nothing. */
function drawPattern(pen: Pen, kind: PatternKind, color: string): void {
  const size = patternPx;
  pen.strokeStyle = pen.fillStyle = color;
  pen.lineWidth = 1.1;
  pen.beginPath();
  if (kind === 'schuin' || kind === 'kruis')
    for (const shift of [-size, 0, size]) segment(pen, shift, size, shift + size, 0);
  if (kind === 'schuin-terug' || kind === 'kruis')
    for (const shift of [-size, 0, size]) segment(pen, shift, 0, shift + size, size);
  if (kind === 'liggend') for (const y of [3, 9]) segment(pen, 0, y, size, y);
  if (kind === 'staand') for (const x of [3, 9]) segment(pen, x, 0, x, size);
  if (kind === 'ruit') {
    segment(pen, 0, 6, 6, 0);
    segment(pen, 6, 0, 12, 6);
    segment(pen, 12, 6, 6, 12);
    segment(pen, 6, 12, 0, 6);
  }
  if (kind === 'golf') {
    pen.moveTo(-1, 6);
    pen.bezierCurveTo(3, 1, 9, 11, 13, 6);
  }
  pen.stroke();
  if (kind === 'stip')
    for (const [x, y] of [
      [3, 3],
      [9, 9],
    ] as const) {
      pen.beginPath();
      pen.arc(x, y, 1.1, 0, 2 * Math.PI);
      pen.fill();
    }
}
