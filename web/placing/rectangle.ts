import type { RdXy } from '../map/rd.ts';

// A footprint as a rectangle in RD New, in metres: it is moved, turned and sized by these numbers, and its area is
// width times depth, with nothing lost on the way to degrees and back.

/** Turned clockwise from the north by `angleDeg`, 0 up to 180: at 0 the width lies west–east. */
export interface Rectangle {
  centre: RdXy;
  widthM: number;
  depthM: number;
  angleDeg: number;
}

/** A side or a corner by which a rectangle is sized: -1, 0 or 1 along the width and along the depth. */
export interface Grip {
  along: -1 | 0 | 1;
  across: -1 | 0 | 1;
}

/** The eight grips, round from the corner that is upper left while the rectangle is not turned. */
export const grips: readonly (Grip & { naam: string })[] = [
  { along: -1, across: 1, naam: 'hoek 1' },
  { along: 0, across: 1, naam: 'zijde 1' },
  { along: 1, across: 1, naam: 'hoek 2' },
  { along: 1, across: 0, naam: 'zijde 2' },
  { along: 1, across: -1, naam: 'hoek 3' },
  { along: 0, across: -1, naam: 'zijde 3' },
  { along: -1, across: -1, naam: 'hoek 4' },
  { along: -1, across: 0, naam: 'zijde 4' },
];

/** Sides (m) outside these are no footprint of anything. */
export const smallestSideM = 2;
export const largestSideM = 5000;

/** Area in m²: exactly width times depth. */
export function toAreaM2({ widthM, depthM }: Rectangle): number {
  return widthM * depthM;
}

/** Unit vectors (RD) of the width and of the depth. */
function toAxes(angleDeg: number): { along: RdXy; across: RdXy } {
  const angle = (angleDeg * Math.PI) / 180;
  return { along: [Math.cos(angle), -Math.sin(angle)], across: [Math.sin(angle), Math.cos(angle)] };
}

/** The place (RD) at a share of half the width and half the depth from the centre: (1, 1) is a corner. */
export function toPlace(
  { centre, widthM, depthM, angleDeg }: Rectangle,
  along: number,
  across: number,
): RdXy {
  const axes = toAxes(angleDeg);
  const [w, d] = [(along * widthM) / 2, (across * depthM) / 2];
  return [
    centre[0] + w * axes.along[0] + d * axes.across[0],
    centre[1] + w * axes.along[1] + d * axes.across[1],
  ];
}

/** The corners as a closed ring (RD), counterclockwise as GeoJSON wants an outer ring. */
export function toRing(rectangle: Rectangle): RdXy[] {
  const corners = (
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const
  ).map(([along, across]) => toPlace(rectangle, along, across));
  return [...corners, corners[0]!];
}

/** The rectangle moved by metres east and north. */
export function moveBy(rectangle: Rectangle, [dx, dy]: RdXy): Rectangle {
  return { ...rectangle, centre: [rectangle.centre[0] + dx, rectangle.centre[1] + dy] };
}

/** The rectangle turned about its centre; any number of degrees is brought back to 0 up to 180, which looks the same. */
export function turnTo(rectangle: Rectangle, angleDeg: number): Rectangle {
  const half = angleDeg % 180;
  // Adding 180 to a tiny negative number gives 180 itself.
  return { ...rectangle, angleDeg: (half < 0 ? half + 180 : half) % 180 };
}

/** The angle that points the middle of the side (0, 1) at a place. */
export function toAngleDeg({ centre }: Rectangle, [x, y]: RdXy): number {
  return (Math.atan2(x - centre[0], y - centre[1]) * 180) / Math.PI;
}

/** With other sides (m), about the same centre; sides out of bounds are brought to the nearest bound. */
export function sizeTo(rectangle: Rectangle, widthM: number, depthM: number): Rectangle {
  return { ...rectangle, widthM: toBounds(widthM), depthM: toBounds(depthM) };
}

/** The same shape with another area (m²). */
export function scaleTo(rectangle: Rectangle, areaM2: number): Rectangle {
  const factor = Math.sqrt(areaM2 / toAreaM2(rectangle));
  return sizeTo(rectangle, rectangle.widthM * factor, rectangle.depthM * factor);
}

/**
 * Sized by a grip that is brought to a place: the opposite side or corner stays where it is. Sides are rounded to
 * `stepM` (0: not at all) and never turn inside out.
 */
export function dragGrip(rectangle: Rectangle, grip: Grip, [x, y]: RdXy, stepM: number): Rectangle {
  const { along, across } = toAxes(rectangle.angleDeg);
  const fixed = toPlace(rectangle, -grip.along, -grip.across);
  const reach = (axis: RdXy, side: number): number =>
    ((x - fixed[0]) * axis[0] + (y - fixed[1]) * axis[1]) * side;
  const widthM = grip.along === 0 ? rectangle.widthM : toBounds(toStep(reach(along, grip.along), stepM));
  const depthM = grip.across === 0 ? rectangle.depthM : toBounds(toStep(reach(across, grip.across), stepM));
  const sized = { ...rectangle, widthM, depthM };
  const moved = toPlace(sized, -grip.along, -grip.across);
  return moveBy(sized, [fixed[0] - moved[0], fixed[1] - moved[1]]);
}

function toStep(metres: number, stepM: number): number {
  return stepM > 0 ? Math.round(metres / stepM) * stepM : metres;
}

function toBounds(sideM: number): number {
  return Math.min(largestSideM, Math.max(smallestSideM, sideM));
}

/** How far (m) a corner may lie from where it should for four corners to be a rectangle: what rounding on the way leaves. */
const toleranceM = 0.01;

/** The rectangle a closed ring (RD) is, its sides and centre to the millimetre; null when it is none. */
export function fromRing(ring: readonly RdXy[]): Rectangle | null {
  const [a, b, c, d, end] = ring;
  if (ring.length !== 5 || !a || !b || !c || !d || !end) return null;
  const round = (value: number) => Math.round(value * 1000) / 1000;
  const widthM = round((Math.hypot(b[0] - a[0], b[1] - a[1]) + Math.hypot(c[0] - d[0], c[1] - d[1])) / 2);
  const depthM = round((Math.hypot(c[0] - b[0], c[1] - b[1]) + Math.hypot(d[0] - a[0], d[1] - a[1])) / 2);
  const centre: RdXy = [round((a[0] + b[0] + c[0] + d[0]) / 4), round((a[1] + b[1] + c[1] + d[1]) / 4)];
  const angleDeg = Math.round((Math.atan2(a[1] - b[1], b[0] - a[0]) * 180_000) / Math.PI) / 1000;
  const found = turnTo({ centre, widthM, depthM, angleDeg }, angleDeg);
  const should = toRing(found);
  // Turned by half a circle the same corners come in another order.
  const lies = ([x, y]: RdXy) => should.some(([sx, sy]) => Math.hypot(x - sx, y - sy) <= toleranceM);
  return [a, b, c, d].every(lies) &&
    should.every(([x, y]) => [a, b, c, d].some((each) => Math.hypot(x - each[0], y - each[1]) <= toleranceM))
    ? found
    : null;
}
