import type { Position } from '../api/types';
import { greatCircle } from './greatCircle';

/** The ellipsoid WGS 84: half its long axis in metres, and its flattening. */
const a = 6_378_137;
const f = 1 / 298.257223563;
const b = a * (1 - f);
const e = Math.sqrt(f * (2 - f));
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres along the ellipsoid (Vincenty's inverse); between nearly opposite places, where it does not converge, along the sphere. */
export function geodesicDistance(from: Position, to: Position): number {
  const reduced = (lat: number): number => Math.atan((1 - f) * Math.tan(radians(lat)));
  const [u1, u2, l] = [reduced(from.lat), reduced(to.lat), radians(to.lon - from.lon)];
  const [sin1, cos1, sin2, cos2] = [Math.sin(u1), Math.cos(u1), Math.sin(u2), Math.cos(u2)];
  let lambda = l;
  for (let round = 0; round < 100; round++) {
    const [sinL, cosL] = [Math.sin(lambda), Math.cos(lambda)];
    const sinS = Math.hypot(cos2 * sinL, cos1 * sin2 - sin1 * cos2 * cosL);
    if (sinS === 0) return 0;
    const cosS = sin1 * sin2 + cos1 * cos2 * cosL;
    const sigma = Math.atan2(sinS, cosS);
    const sinA = (cos1 * cos2 * sinL) / sinS;
    const cos2A = 1 - sinA * sinA;
    const middle = cos2A === 0 ? 0 : cosS - (2 * sin1 * sin2) / cos2A;
    const c = (f / 16) * cos2A * (4 + f * (4 - 3 * cos2A));
    const next = l + (1 - c) * f * sinA * (sigma + c * sinS * (middle + c * cosS * (2 * middle * middle - 1)));
    if (Math.abs(next - lambda) > 1e-12) {
      lambda = next;
      continue;
    }
    const uu = (cos2A * (a * a - b * b)) / (b * b);
    const A = 1 + (uu / 16384) * (4096 + uu * (-768 + uu * (320 - 175 * uu)));
    const B = (uu / 1024) * (256 + uu * (-128 + uu * (74 - 47 * uu)));
    const delta = B * sinS * (middle + (B / 4) * (cosS * (2 * middle * middle - 1) - (B / 6) * middle * (4 * sinS * sinS - 3) * (4 * middle * middle - 3)));
    return b * A * (sigma - delta);
  }
  return greatCircle(from, to);
}

/** Metres along a path. */
export const geodesicLength = (path: readonly Position[]): number =>
  path.slice(1).reduce((sum, place, index) => sum + geodesicDistance(path[index] ?? place, place), 0);

/** Of the sphere as large as the ellipsoid: what the latitude becomes there, as its sine. */
function authalicSine(lat: number): number {
  const q = (sin: number): number => (1 - e * e) * (sin / (1 - e * e * sin * sin) + Math.atanh(e * sin) / e);
  return q(Math.sin(radians(lat))) / q(1);
}
const authalicRadius = Math.sqrt((a * a + ((b * b) / e) * Math.atanh(e)) / 2);

/** Square metres inside a ring (its last corner need not repeat the first), on the sphere as large as the ellipsoid. */
export function geodesicArea(ring: readonly Position[]): number {
  let excess = 0;
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length] ?? from;
    const dLon = radians(((to.lon - from.lon + 540) % 360) - 180);
    const [t1, t2] = [from, to].map(({ lat }) => Math.tan(Math.asin(authalicSine(lat)) / 2)) as [number, number];
    excess += 2 * Math.atan2(Math.tan(dLon / 2) * (t1 + t2), 1 + t1 * t2);
  });
  return Math.abs(excess) * authalicRadius ** 2;
}
