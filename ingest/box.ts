/** A box on a page. Units: points (1/72 inch), origin top left, y downwards, after rotation. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** An affine map as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Six finite numbers, or the identity where a damaged file gives something else. */
export function toMatrix(values: ArrayLike<number>): Matrix {
  const list = Array.from(values);
  return list.length === 6 && list.every(Number.isFinite) ? (list as Matrix) : IDENTITY;
}

/** The map that applies `n` first and `m` after it. */
export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

/** The map back; the identity for a map that squeezes the plane flat. */
export function invert([a, b, c, d, e, f]: Matrix): Matrix {
  const det = a * d - b * c;
  if (det === 0 || !Number.isFinite(det)) return IDENTITY;
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det];
}

export function mapPoint(m: Matrix, x: number, y: number): [number, number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** The smallest box around points; null where there is none or where one is no number. */
export function boundPoints(points: [number, number][]): Box | null {
  if (points.length === 0 || !points.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))) return null;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/** The box around a mapped box. */
export function mapBox(m: Matrix, { x0, y0, x1, y1 }: Box): Box {
  const corners: [number, number][] = [
    mapPoint(m, x0, y0),
    mapPoint(m, x1, y0),
    mapPoint(m, x0, y1),
    mapPoint(m, x1, y1),
  ];
  return boundPoints(corners) ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
}

/** Square points; 0 for a box turned inside out. */
export function areaOf({ x0, y0, x1, y1 }: Box): number {
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0);
}

/** What two boxes have in common; its sides are negative where they have nothing. */
export function intersect(a: Box, b: Box): Box {
  return {
    x0: Math.max(a.x0, b.x0),
    y0: Math.max(a.y0, b.y0),
    x1: Math.min(a.x1, b.x1),
    y1: Math.min(a.y1, b.y1),
  };
}

/** Share of `inner` that lies in `outer`, 0 to 1; a point or a line lies in it or not. */
export function shareInside(inner: Box, outer: Box): number {
  const area = areaOf(inner);
  if (area > 0) return areaOf(intersect(inner, outer)) / area;
  const [x, y] = [(inner.x0 + inner.x1) / 2, (inner.y0 + inner.y1) / 2];
  return x >= outer.x0 && x <= outer.x1 && y >= outer.y0 && y <= outer.y1 ? 1 : 0;
}

export function join(a: Box, b: Box): Box {
  return {
    x0: Math.min(a.x0, b.x0),
    y0: Math.min(a.y0, b.y0),
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
  };
}

/** Area that boxes cover together, in square points: overlaps count once. */
export function coveredArea(boxes: Box[]): number {
  const xs = [...new Set(boxes.flatMap(({ x0, x1 }) => [x0, x1]))].sort((a, b) => a - b);
  let area = 0;
  for (const [index, left] of xs.entries()) {
    const right = xs[index + 1];
    if (right === undefined) break;
    const rows = boxes.filter(({ x0, x1 }) => x0 <= left && x1 >= right).sort((a, b) => a.y0 - b.y0);
    let end = Number.NEGATIVE_INFINITY;
    for (const { y0, y1 } of rows) {
      area += (right - left) * Math.max(0, y1 - Math.max(y0, end));
      end = Math.max(end, y1);
    }
  }
  return area;
}
