// A stand-in for the server while the page is developed: `node dev/server.mjs`. Development only; nothing here is shipped.
import { createServer } from 'node:http';
import { readFileSync, existsSync, createReadStream } from 'node:fs';
import { extname, join } from 'node:path';
import { makeCity } from './city.mjs';
import { encodeTile } from './mvt.mjs';

const port = Number(process.env.PORT ?? 5080);
const city = makeCity(process.env.CITYMAP_TESTDATA);
let sequence = 1000;
const clients = new Set();
const root = new URL('../../CityMap.Server/wwwroot/', import.meta.url).pathname;
const types = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

const next = { receive: ['Received', ['assign', 'start', 'reject']], assign: ['Assigned', ['start', 'assign', 'reject']], start: ['InProgress', ['claimFix', 'assign']],
  claimFix: ['FixClaimed', ['verifyFix', 'reopen']], verifyFix: ['FixVerified', ['close', 'reopen']], close: ['Closed', ['reopen']], reject: ['Rejected', ['reopen']], reopen: ['Reopened', ['receive', 'assign', 'start', 'reject']] };
const after = Object.fromEntries(Object.values(next));
const always = ['correct', 'move', 'drawFootprint', 'note', 'acknowledge', 'linkFacility'];
const refresh = (i) => {
  i.open = !['Closed', 'Rejected'].includes(i.state);
  i.overdue = i.open && Date.parse(i.dueAt) < Date.now();
  i.dueSoon = i.open && !i.overdue && Date.parse(i.dueAt) - Date.now() < 0.2 * (Date.parse(i.dueAt) - Date.parse(i.recordedAt));
  return i;
};
const full = (i) => ({ ...refresh(i), allowed: [...(after[i.state] ?? ['receive', 'assign', 'reject']), ...(i.open ? always : ['note'])],
  jurisdiction: { rule: 'Inside', areaId: i.district?.id, areaName: i.district?.name, edition: '2025', distanceToBorderMetres: 640, runnerUpId: city.districts[1].id, runnerUpName: city.districts[1].name, runnerUpDistanceMetres: 1240 } });
const push = (i) => {
  const text = `id: e1-${sequence}\nevent: feature\ndata: ${JSON.stringify({ layer: 'incidents', seq: sequence, feature: refresh(i) })}\n\n`;
  for (const client of clients) client.write(text);
};
const record = (i, kind, actor, data) => {
  sequence++;
  i.version++;
  i.updatedAt = new Date().toISOString();
  i.history.push({ sequence, version: i.version, kind, actor, occurredAt: i.updatedAt, recordedAt: i.updatedAt, data });
  push(i);
};
const filter = (params) => {
  const list = (name) => (params.get(name) ?? '').split(',').filter(Boolean);
  const flag = (name) => (params.has(name) ? params.get(name) === 'true' : null);
  const [types, states, severities, districts] = ['types', 'states', 'severities', 'districts'].map(list);
  const [open, overdue, ack] = ['open', 'overdue', 'acknowledged'].map(flag);
  const q = params.get('q')?.toLowerCase();
  const at = params.get('asOf');
  return (i) => (!types.length || types.includes(i.type)) && (!states.length || states.includes(i.state)) && (!severities.length || severities.includes(String(i.severity)))
    && (!districts.length || districts.includes(i.district?.id)) && (open === null || i.open === open) && (overdue === null || i.overdue === overdue)
    && (ack === null || i.acknowledged === ack) && (!q || i.title.toLowerCase().includes(q)) && (!at || i.recordedAt <= at);
};
const strip = ({ history, ...i }) => i;
const districtView = (d) => {
  const mine = city.incidents.filter((i) => i.district?.id === d.id && i.open);
  const by = (name) => mine.reduce((sum, i) => ({ ...sum, [i[name]]: (sum[i[name]] ?? 0) + 1 }), {});
  const oldest = mine.reduce((a, b) => (!a || b.recordedAt < a.recordedAt ? b : a), null);
  return { ...d, ring: undefined, counts: { open: mine.length, overdue: mine.filter((i) => i.overdue).length, unacknowledged: mine.filter((i) => !i.acknowledged).length, byState: by('state'), byType: by('type'), bySeverity: by('severity') },
    oldestOpen: oldest && { id: oldest.id, recordedAt: oldest.recordedAt }, facilitiesInTrouble: 1, watch: { version: 0, thresholds: [] } };
};

const routes = {
  'GET /api/info': () => city.info(sequence),
  'GET /api/layers': () => ({ items: city.layers }),
  'GET /api/districts': () => ({ sequence, items: city.districts.map(districtView) }),
  'GET /api/facilities': () => ({ numberMatched: city.facilities.length, next: null, items: city.facilities }),
  'GET /api/lookup': (url) => ({ ...city.lookup(+url.searchParams.get('lon'), +url.searchParams.get('lat')), jurisdiction: null }),
  'GET /api/incidents/counts': () => ({ sequence, total: city.incidents.length, open: city.incidents.filter((i) => i.open).length, overdue: city.incidents.filter((i) => i.overdue).length, unacknowledged: city.incidents.filter((i) => i.open && !i.acknowledged).length, rows: [] }),
  'GET /api/incidents': (url) => {
    const sort = url.searchParams.get('sort') ?? '-recordedAt';
    const [field, sign] = sort.startsWith('-') ? [sort.slice(1), -1] : [sort, 1];
    const items = city.incidents.filter(filter(url.searchParams)).sort((a, b) => (a[field] < b[field] ? -sign : sign));
    const from = Number(url.searchParams.get('after') ?? 0);
    const limit = Number(url.searchParams.get('limit') ?? 100);
    return { numberMatched: items.length, numberReturned: limit, sequence, next: from + limit < items.length ? String(from + limit) : null, items: items.slice(from, from + limit).map(strip) };
  },
};

createServer(async (request, response) => {
  const url = new URL(request.url, 'http://x');
  const send = (status, body) => { response.writeHead(status, { 'Content-Type': 'application/json' }); response.end(JSON.stringify(body)); };
  const body = request.method === 'GET' ? null : JSON.parse(await new Promise((done) => { let text = ''; request.on('data', (part) => (text += part)).on('end', () => done(text || '{}')); }));
  const actor = decodeURIComponent(request.headers['x-actor'] ?? 'anonymous');
  const route = routes[`${request.method} ${url.pathname}`];
  if (route) return send(200, route(url));
  const part = url.pathname.split('/').slice(1).map(decodeURIComponent);
  if (url.pathname === '/api/live') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
    response.write(`id: e1-${sequence}\nevent: hello\ndata: {"epoch":"e1","seq":${sequence}}\n\n`);
    clients.add(response);
    return request.on('close', () => clients.delete(response));
  }
  if (part[0] === 'tiles') {
    const [z, x, y] = [part[2], part[3], part[4].replace('.mvt', '')].map(Number);
    const tile = encodeTile(part[1], city.features(part[1], filter(url.searchParams)), z, x, y);
    response.writeHead(tile.length ? 200 : 204, { 'Content-Type': 'application/vnd.mapbox-vector-tile' });
    return response.end(tile);
  }
  if (part[1] === 'incidents' && request.method === 'POST' && part.length === 2) {
    const i = city.report(body);
    city.incidents.push(i);
    record(i, 'incident.reported', actor, {});
    return send(201, strip(full(i)));
  }
  const incident = part[1] === 'incidents' && city.incidents.find((i) => i.id === part[2]);
  if (incident && part[3] === 'history') return send(200, { items: incident.history });
  if (incident && part[3] === 'commands') {
    if (body.expectedVersion !== incident.version) return send(409, { code: 'version_conflict', current: strip(full(incident)) });
    const to = next[body.command]?.[0];
    if (to) incident.state = to;
    if (body.agency) incident.agency = body.agency;
    if (body.position) incident.position = body.position;
    if (body.footprint) incident.footprint = body.footprint;
    for (const name of ['type', 'severity', 'title', 'description', 'facility']) if (body[name]) incident[name] = body[name];
    if (body.command !== 'note') incident.acknowledged = true;
    const kinds = { receive: 'received', assign: 'assigned', start: 'started', claimFix: 'fix_claimed', verifyFix: 'fix_verified', close: 'closed', reject: 'rejected', reopen: 'reopened', correct: 'corrected', move: 'moved', drawFootprint: 'footprint_drawn', note: 'noted', acknowledge: 'acknowledged', linkFacility: 'facility_linked' };
    record(incident, `incident.${kinds[body.command]}`, actor, body);
    return send(200, strip(full(incident)));
  }
  if (incident) return send(200, strip(full(incident)));
  const district = part[1] === 'districts' && city.districts.find((d) => d.id === part[2]);
  if (district) return send(200, districtView(district));
  const facility = part[1] === 'facilities' && city.facilities.find((f) => f.id === part[2]);
  if (facility && part[3] === 'readings') return send(200, { items: city.readings() });
  if (facility) { if (body?.status) facility.status = body.status; return send(200, city.facilityDetail(facility)); }
  const file = join(root, url.pathname === '/' ? 'index.html' : url.pathname);
  if (!existsSync(file)) return send(404, { code: 'not_found' });
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`));

if (!process.env.QUIET) setInterval(() => {
  const i = city.report(null);
  city.incidents.push(i);
  record(i, 'incident.reported', 'anonymous', {});
}, 9000);
