import type { Position } from '../api/types';

/** A zone of VN-2000 / TM-3: scale 0.9999, false easting 500 km. */
export interface Zone { epsg: number; meridian: number }

/** The provincial zones of the EPSG registry, from west to east. */
export const zones: readonly Zone[] = ([
  [9205, 103], [9206, 104], [9207, 104.5], [9208, 104.75], [5896, 102], [5897, 105], [5898, 108], [9209, 105.5], [9210, 105.75], [9211, 106], [9212, 106.25], [9213, 106.5],
  [9214, 107], [9215, 107.25], [9216, 107.5], [5899, 107.75], [9217, 108.25], [9218, 108.5],
] as Array<[number, number]>).map(([epsg, meridian]) => ({ epsg, meridian })).sort((a, b) => a.meridian - b.meridian);

/** Lạng Sơn's own: 107°15′. */
export const homeZone: Zone = { epsg: 9215, meridian: 107.25 };

export interface Plane { easting: number; northing: number }

const a = 6378137;
const f = 1 / 298.257223563;
const e2 = f * (2 - f);
const n = f / (2 - f);
const k0 = 0.9999;
const radius = (a / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64);
const radians = Math.PI / 180;

// Krüger's series to the fourth order of n: under a millimetre within a zone (Karney 2011, Transverse Mercator with an accuracy of a few nanometers, eqs. 35 and 36).
const alpha = [n / 2 - (2 / 3) * n ** 2 + (5 / 16) * n ** 3 + (41 / 180) * n ** 4, (13 / 48) * n ** 2 - (3 / 5) * n ** 3 + (557 / 1440) * n ** 4, (61 / 240) * n ** 3 - (103 / 140) * n ** 4, (49561 / 161280) * n ** 4];
const beta = [n / 2 - (2 / 3) * n ** 2 + (37 / 96) * n ** 3 - (1 / 360) * n ** 4, (1 / 48) * n ** 2 + (1 / 15) * n ** 3 - (437 / 1440) * n ** 4, (17 / 480) * n ** 3 - (37 / 840) * n ** 4, (4397 / 161280) * n ** 4];

/** VN-2000 to WGS 84: metres, arc seconds and parts per million, position vector convention (EPSG's signs of the rotations turned). Good to a metre. */
interface Shift { x: number; y: number; z: number; rx: number; ry: number; rz: number; s: number }

/** EPSG:6960, for the country. */
const country: Shift = { x: -191.90441429, y: -39.30318279, z: -111.45032835, rx: 0.00928836, ry: -0.01975479, rz: 0.00427372, s: 0.252906278 };
/** EPSG:5194, for the Mekong delta and around Ho Chi Minh City, 0.8 m beside the other. */
const delta: Shift = { x: -192.873, y: -39.382, z: -111.202, rx: -0.00205, ry: -0.0005, rz: 0.00335, s: 0.0188 };

/** The shift of a place, chosen as PROJ and the server choose it (ADR 0009). */
const shiftAt = ({ lon, lat }: Position): Shift => (lon >= 104.24 && lon <= 107.11 && lat >= 9.35 && lat <= 11.04 ? delta : country);

type Vector = [number, number, number];
type Geodetic = { lat: number; lon: number; height: number };

function toVector({ lat, lon, height }: Geodetic): Vector {
  const [phi, lambda] = [lat * radians, lon * radians];
  const v = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  return [(v + height) * Math.cos(phi) * Math.cos(lambda), (v + height) * Math.cos(phi) * Math.sin(lambda), (v * (1 - e2) + height) * Math.sin(phi)];
}

function toGeodetic([x, y, z]: Vector): Geodetic {
  const p = Math.hypot(x, y);
  let phi = Math.atan2(z, p * (1 - e2));
  let height = 0;
  for (let i = 0; i < 6; i++) {
    const v = a / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
    height = p / Math.cos(phi) - v;
    phi = Math.atan2(z, p * (1 - (e2 * v) / (v + height)));
  }
  return { lat: phi / radians, lon: Math.atan2(y, x) / radians, height };
}

/** The seven parameters applied forwards (1) or backwards (−1); backwards solves for what goes forwards to the vector. */
function shifted(from: Vector, shift: Shift, direction: 1 | -1): Vector {
  const forward = ([x, y, z]: Vector): Vector => {
    const scale = 1 + shift.s * 1e-6;
    const [rx, ry, rz] = [shift.rx, shift.ry, shift.rz].map((seconds) => (seconds / 3600) * radians) as Vector;
    return [shift.x + scale * (x - rz * y + ry * z), shift.y + scale * (rz * x + y - rx * z), shift.z + scale * (-ry * x + rx * y + z)];
  };
  if (direction === 1) return forward(from);
  let guess = from;
  for (let i = 0; i < 4; i++) {
    const ahead = forward(guess);
    guess = guess.map((value, axis) => value + (from[axis] ?? 0) - (ahead[axis] ?? 0)) as Vector;
  }
  return guess;
}

/** A WGS 84 position in metres of a zone of VN-2000. */
export function toVn2000(position: Position, zone: Zone = homeZone): Plane {
  const { lat, lon } = toGeodetic(shifted(toVector({ ...position, height: 0 }), shiftAt(position), -1));
  const [phi, lambda, e] = [lat * radians, (lon - zone.meridian) * radians, Math.sqrt(e2)];
  const t = Math.sinh(Math.atanh(Math.sin(phi)) - e * Math.atanh(e * Math.sin(phi)));
  const [xi, eta] = [Math.atan2(t, Math.cos(lambda)), Math.asinh(Math.sin(lambda) / Math.hypot(t, Math.cos(lambda)))];
  const sum = (own: (j: number) => number): number => alpha.reduce((total, factor, i) => total + factor * own(2 * (i + 1)), 0);
  return {
    easting: 500000 + k0 * radius * (eta + sum((j) => Math.cos(j * xi) * Math.sinh(j * eta))),
    northing: k0 * radius * (xi + sum((j) => Math.sin(j * xi) * Math.cosh(j * eta))),
  };
}

/** Metres of a zone of VN-2000 as a WGS 84 position. */
export function fromVn2000({ easting, northing }: Plane, zone: Zone = homeZone): Position {
  const [xi, eta] = [northing / (k0 * radius), (easting - 500000) / (k0 * radius)];
  const less = (own: (j: number) => number): number => beta.reduce((total, factor, i) => total + factor * own(2 * (i + 1)), 0);
  const xi0 = xi - less((j) => Math.sin(j * xi) * Math.cosh(j * eta));
  const eta0 = eta - less((j) => Math.cos(j * xi) * Math.sinh(j * eta));
  const chi = Math.asin(Math.sin(xi0) / Math.cosh(eta0));
  const e = Math.sqrt(e2);
  // The conformal latitude back to the geodetic one.
  let phi = chi;
  for (let i = 0; i < 8; i++) phi = Math.asin(Math.tanh(Math.atanh(Math.sin(chi)) + e * Math.atanh(e * Math.sin(phi))));
  const lon = zone.meridian + Math.atan2(Math.sinh(eta0), Math.cos(xi0)) / radians;
  const there = toGeodetic(shifted(toVector({ lat: phi / radians, lon, height: 0 }), shiftAt({ lon, lat: phi / radians }), 1));
  return { lon: there.lon, lat: there.lat };
}
