// The smallest vector tile encoder that can draw a city: one layer, clipped polygons and lines, string, number and boolean attributes.
const extent = 4096;
const varint = (value, out) => { while (value > 127) { out.push((value & 127) | 128); value = Math.floor(value / 128); } out.push(value); };
const bytes = (field, data, out) => { varint(field * 8 + 2, out); varint(data.length, out); for (const b of data) out.push(b); };
const zigzag = (n) => (n << 1) ^ (n >> 31);
const text = (s) => [...Buffer.from(s)];

export function encodeTile(name, features, z, x, y) {
  const n = 2 ** z;
  const project = ([lon, lat]) => {
    const s = Math.sin((lat * Math.PI) / 180);
    return [((lon / 360 + 0.5) * n - x) * extent, ((0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)) * n - y) * extent];
  };
  const shown = name === 'incidents' ? cluster(features, project, z) : features.map((f) => ({ ...f, parts: f.parts.map((part) => part.map(project)) }));
  const keys = new Map(), values = new Map(), out = [];
  bytes(1, text(name), out);
  let count = 0;
  for (const f of shown) {
    const geometry = draw(f);
    if (!geometry.length) continue;
    count++;
    const tags = [], feature = [];
    for (const [key, value] of Object.entries(f.props)) {
      if (value === null || value === undefined) continue;
      if (!keys.has(key)) keys.set(key, keys.size);
      const id = JSON.stringify(value);
      if (!values.has(id)) values.set(id, [values.size, value]);
      varint(keys.get(key), tags); varint(values.get(id)[0], tags);
    }
    bytes(2, tags, feature);
    feature.push(3 * 8, { Point: 1, Line: 2, Polygon: 3 }[f.kind]);
    bytes(4, geometry, feature);
    bytes(2, feature, out);
  }
  for (const key of keys.keys()) bytes(3, text(key), out);
  for (const [, value] of values.values()) {
    const v = [];
    if (typeof value === 'string') bytes(1, text(value), v);
    else if (typeof value === 'boolean') v.push(7 * 8, value ? 1 : 0);
    else { v.push(5 * 8); varint(value, v); }
    bytes(4, v, out);
  }
  out.push(5 * 8); varint(extent, out); out.push(15 * 8, 2);
  const tile = [];
  if (count) bytes(3, out, tile);
  return Buffer.from(tile);
}

function draw(f) {
  const out = [];
  let cx = 0, cy = 0;
  const to = (p) => { const x = Math.round(p[0]), y = Math.round(p[1]); varint(zigzag(x - cx) >>> 0, out); varint(zigzag(y - cy) >>> 0, out); cx = x; cy = y; };
  for (const part of f.parts) {
    if (f.kind === 'Point') {
      const [px, py] = part[0];
      if (px < -64 || py < -64 || px > extent + 64 || py > extent + 64) continue;
      varint(9, out); to(part[0]);
      continue;
    }
    const points = f.kind === 'Polygon' ? clipRing(part) : part;
    const xs = points.map((p) => p[0]), ys = points.map((p) => p[1]);
    if (points.length < 2 || Math.max(...xs) < -80 || Math.min(...xs) > extent + 80 || Math.max(...ys) < -80 || Math.min(...ys) > extent + 80) continue;
    varint(9, out); to(points[0]);
    varint(((points.length - 1) << 3) | 2, out);
    for (const p of points.slice(1)) to(p);
    if (f.kind === 'Polygon') varint(15, out);
  }
  return out;
}

function clipRing(ring) {
  const low = -80, high = extent + 80;
  let points = ring;
  for (const [axis, limit, sign] of [[0, low, 1], [0, high, -1], [1, low, 1], [1, high, -1]]) {
    const inside = (p) => (p[axis] - limit) * sign >= 0;
    const result = [];
    points.forEach((p, i) => {
      const q = points[(i + points.length - 1) % points.length];
      if (inside(p) !== inside(q)) { const t = (limit - q[axis]) / (p[axis] - q[axis]); result.push([q[0] + t * (p[0] - q[0]), q[1] + t * (p[1] - q[1])]); }
      if (inside(p)) result.push(p);
    });
    points = result;
  }
  return points;
}

function cluster(features, project, z) {
  const cell = z < 14 ? extent / 7 : 0;
  const groups = new Map();
  for (const f of features) {
    const p = project(f.parts[0][0]);
    const key = cell ? `${Math.floor(p[0] / cell)} ${Math.floor(p[1] / cell)}` : f.props.id;
    const g = groups.get(key) ?? { items: [], x: 0, y: 0 };
    g.items.push(f); g.x += p[0]; g.y += p[1];
    groups.set(key, g);
  }
  return [...groups.values()].map((g) => ({ kind: 'Point', parts: [[[g.x / g.items.length, g.y / g.items.length]]], props: g.items.length === 1 ? g.items[0].props
    : { cluster: true, count: g.items.length, worst: Math.max(...g.items.map((f) => f.props.severity)), overdue: g.items.filter((f) => f.props.overdue).length, expand_zoom: Math.min(14, z + 2) } }));
}
