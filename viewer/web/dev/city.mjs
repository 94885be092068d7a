// A small invented Lạng Sơn for the stand-in server.
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';

let seed = 7;
const random = () => { seed = (seed * 1664525 + 1013904223) % 4294967296; return seed / 4294967296; };
const pick = (items) => items[Math.floor(random() * items.length)];
const center = [106.758, 21.8525];
const around = (spread) => [center[0] + (random() + random() - 1) * spread, center[1] + (random() + random() - 1) * spread * 0.9];
const names = ['Lê Lợi', 'Trần Đăng Ninh', 'Hùng Vương', 'Bắc Sơn', 'Phai Vệ', 'Ngô Quyền', 'Nhị Thanh', 'Tam Thanh', 'Trần Hưng Đạo', 'Lý Thường Kiệt', 'Bà Triệu', 'Minh Khai', 'Quang Trung', 'Đinh Tiên Hoàng', 'Mỹ Sơn', 'Thác Mạ', 'Chu Văn An', 'Nguyễn Du', 'Kỳ Lừa', 'Lương Văn Tri'];
const kinds = [['TRAFFIC', ['Đèn tín hiệu không hoạt động', 'Ổ gà lớn giữa làn đường', 'Va chạm hai xe máy']], ['LIGHT', ['Đèn đường không sáng', 'Cột đèn nghiêng']], ['TREE', ['Cây đổ chắn lối đi', 'Cành khô sắp gãy']], ['WATER', ['Ngập sau mưa lớn', 'Vỡ ống nước trên vỉa hè', 'Cống tắc, nước tràn']], ['POWER', ['Mất điện cả ngõ', 'Dây điện võng thấp']], ['WASTE', ['Rác tồn hai ngày chưa thu', 'Đổ phế thải xây dựng']], ['NOISE', ['Karaoke quá giờ']], ['ORDER', ['Lấn chiếm vỉa hè']], ['FIRE', ['Khói từ kho hàng gần chợ']], ['HAZARD', ['Sạt taluy sau nhà dân']], ['HEALTH', ['Thiếu thuốc tại trạm y tế']], ['SECURITY', ['Mất trộm xe máy']]];
const agencies = ['Công ty Điện lực Lạng Sơn', 'Công ty Cấp thoát nước', 'Đội Quản lý đô thị', 'Hạt Quản lý đường bộ'];
const hour = 3600e3;

export function makeCity(data = '/work/shared/data') {
  const shapes = JSON.parse(readFileSync(`${data}/boundaries/langson_communes_2025.geojson`, 'utf8')).features;
  const all = shapes.map((f) => {
    const rings = f.geometry.coordinates.flat().filter((r) => r.length > 8);
    const flat = rings.flat();
    return { id: `${f.properties.code}@2025`, code: f.properties.code, name: f.properties.fullName, nameEn: f.properties.fullNameEn, kind: f.properties.fullName.startsWith('Phường') ? 'ward' : 'commune', edition: '2025', rings,
      bounds: [Math.min(...flat.map((p) => p[0])), Math.min(...flat.map((p) => p[1])), Math.max(...flat.map((p) => p[0])), Math.max(...flat.map((p) => p[1]))] };
  });
  const near = all.filter((d) => d.bounds[0] < 106.83 && d.bounds[2] > 106.68 && d.bounds[1] < 21.93 && d.bounds[3] > 21.78);
  const inside = ([x, y], ring) => ring.reduce((is, p, i) => { const q = ring[(i + ring.length - 1) % ring.length]; return (p[1] > y) !== (q[1] > y) && x < ((q[0] - p[0]) * (y - p[1])) / (q[1] - p[1]) + p[0] ? !is : is; }, false);
  const districtOf = (p) => { const d = near.find((a) => a.rings.some((r) => inside(p, r))); return d ? { id: d.id, name: d.name } : null; };

  const river = Array.from({ length: 60 }, (_, i) => [106.70 + i * 0.0022, 21.842 + 0.014 * Math.sin(i / 7) + 0.0006 * i - 0.015]);
  const band = (w) => [...river.map(([x, y]) => [x, y + w]), ...[...river].reverse().map(([x, y]) => [x, y - w])];
  const blob = ([x, y], r) => Array.from({ length: 24 }, (_, i) => [x + r * (1 + 0.25 * Math.sin(i * 1.7)) * Math.cos((i / 24) * 6.283), y + 0.9 * r * (1 + 0.2 * Math.cos(i * 2.3)) * Math.sin((i / 24) * 6.283)]);
  const streets = [];
  for (let i = -14; i <= 14; i++) for (const vertical of [false, true]) {
    const main = i % 7 === 0, middle = i % 3 === 0;
    const line = Array.from({ length: 30 }, (_, k) => { const t = (k / 29 - 0.5) * (main ? 0.12 : 0.06); const o = i * 0.0031 + 0.0006 * Math.sin(k / 3 + i); return vertical ? [center[0] + o + t * 0.15, center[1] + t] : [center[0] + t, center[1] + o - t * 0.15]; });
    streets.push({ kind: 'Line', parts: [line], props: { id: `s${i}${vertical}`, name: pick(names), class: main ? (i === 0 ? 'trunk' : 'primary') : middle ? 'secondary' : i % 2 ? 'residential' : 'tertiary' } });
  }
  const square = ([x, y], w, h) => [[x, y], [x + w, y], [x + w, y + h], [x, y + h]];
  const buildings = Array.from({ length: 2500 }, (_, i) => ({ kind: 'Polygon', parts: [square(around(0.045), 0.0002 + random() * 0.0002, 0.00015 + random() * 0.0002)], props: { id: `b${i}` } }));
  const facilityNames = [['hospital', 'Bệnh viện Đa khoa tỉnh Lạng Sơn'], ['school', 'Trường THPT Việt Bắc'], ['school', 'Trường THPT Chuyên Chu Văn An'], ['market', 'Chợ Đông Kinh'], ['market', 'Chợ Kỳ Lừa'], ['town_hall', 'UBND tỉnh Lạng Sơn'], ['police', 'Công an tỉnh Lạng Sơn'], ['fire_station', 'Phòng Cảnh sát PCCC và CNCH'], ['pagoda', 'Chùa Tam Thanh'], ['heritage', 'Thành nhà Mạc'], ['railway_station', 'Ga Lạng Sơn'], ['bus_station', 'Bến xe phía Bắc'], ['pump_station', 'Trạm bơm Thác Mạ'], ['substation', 'Trạm biến áp 110 kV'], ['water_plant', 'Nhà máy nước Kỳ Cùng'], ['post_office', 'Bưu điện tỉnh Lạng Sơn'], ['museum', 'Bảo tàng tỉnh'], ['hotel', 'Khách sạn Mường Thanh'], ['rain_gauge', 'Trạm đo mưa Mai Pha'], ['camera', 'Camera ngã tư Lê Lợi']];
  const facilities = facilityNames.map(([kind, name], i) => { const p = around(0.028); return { id: `f${i}`, kind, name, nameEn: null, status: i === 12 ? 'Down' : i === 14 || i === 7 ? 'Degraded' : 'Working', district: districtOf(p), address: `Đường ${pick(names)}`, capacity: kind === 'hospital' ? 700 : null, used: kind === 'hospital' ? 612 : null, inTrouble: i === 12, position: { lon: p[0], lat: p[1] }, updatedAt: new Date().toISOString() }; });

  const make = (body, ageHours) => {
    const [type, titles] = pick(kinds);
    const p = body ? [body.position.lon, body.position.lat] : around(0.042);
    const recorded = new Date(Date.now() - ageHours * hour).toISOString();
    const severity = body?.severity ?? pick([1, 2, 2, 3, 3, 3, 4, 4, 5]);
    const closed = ageHours > 30 && random() < 0.82;
    const state = body || ageHours < 1 ? 'New' : closed ? pick(['Closed', 'Closed', 'Closed', 'Rejected']) : pick(['New', 'Received', 'Assigned', 'InProgress', 'InProgress', 'FixClaimed', 'FixVerified']);
    const due = new Date(Date.parse(recorded) + (severity >= 4 ? 24 : severity === 3 ? 72 : 168) * hour).toISOString();
    const street = pick(names);
    const d = districtOf(p);
    return { id: randomUUID(), type: body?.type ?? type, title: body?.title ?? `${pick(titles)}, đường ${street}`, description: body?.description ?? 'Người dân báo qua đường dây nóng.', severity, state, version: body ? 0 : 1, position: { lon: p[0], lat: p[1] }, footprint: null,
      district: d, address: `Gần đường ${street}${d ? `, ${d.name}` : ''}`, agency: ['Assigned', 'InProgress', 'FixClaimed'].includes(state) ? pick(agencies) : null, facility: null, acknowledged: state !== 'New', exercise: body?.exercise ?? false,
      open: !closed, overdue: false, dueSoon: false, occurredAt: recorded, recordedAt: recorded, updatedAt: recorded, dueAt: due, closedAt: closed ? due : null,
      history: body ? [] : [{ sequence: 1, version: 1, kind: 'incident.reported', actor: 'Nguyễn Văn Hùng', occurredAt: recorded, recordedAt: recorded, data: {} }] };
  };
  const incidents = Array.from({ length: 900 }, () => make(null, random() ** 3 * 24 * 60));
  for (const i of incidents) { i.open = !['Closed', 'Rejected'].includes(i.state); i.overdue = i.open && Date.parse(i.dueAt) < Date.now(); }

  const line = (id, shift) => streets.filter((_, i) => i % 3 === 0).map((s, i) => ({ kind: 'Line', parts: s.parts.map((part) => part.map(([x, y]) => [x + shift, y + shift])), props: { id: `${id}${i}` } }));
  const fixed = {
    districts: near.map((d) => ({ kind: 'Polygon', parts: d.rings, props: { id: d.id, code: d.code, name_vi: d.name, name_en: d.nameEn } })),
    streets, buildings, water: [{ kind: 'Polygon', parts: [band(0.0011)], props: { id: 'w1', name: 'Sông Kỳ Cùng', kind: 'river' } }, { kind: 'Polygon', parts: [blob([106.742, 21.868], 0.003)], props: { id: 'w2', name: 'Hồ Phai Loạn', kind: 'lake' } }],
    green: Array.from({ length: 16 }, (_, i) => ({ kind: 'Polygon', parts: [blob(around(0.06), 0.004 + random() * 0.008)], props: { id: `g${i}`, name: i % 4 ? '' : 'Núi Tô Thị', kind: 'hill' } })),
    water_pipes: line('p', 0.00012), power_lines: line('e', -0.00014), lighting_lines: line('l', 0.00006), drains: line('d', -0.00007),
    street_lights: streets.flatMap((s, i) => s.parts[0].filter((_, k) => k % 2 === 0).map((p, k) => ({ kind: 'Point', parts: [[p]], props: { id: `sl${i}-${k}` } }))),
  };
  const layer = (id, vi, en, geometry, count, minZoom = 8, live = false) => ({ id, title: { vi, en }, group: '', geometry, live, order: 1, minZoom, maxZoom: 16, owner: null, source: null, cadence: null, illustrative: true, version: 1, count, updatedAt: new Date().toISOString(), fields: [], bounds: null });
  return {
    incidents, facilities, districts: near.map(({ rings, ...d }) => d),
    layers: [layer('incidents', 'Sự cố', 'Incidents', 'Point', 900, 0, true), layer('facilities', 'Công trình', 'Facilities', 'Point', 20, 8, true), layer('incident_footprints', 'Phạm vi sự cố', 'Incident extents', 'Any', 0, 8, true), layer('districts', 'Địa bàn', 'Districts', 'Polygon', near.length), layer('streets', 'Đường phố', 'Streets', 'Line', streets.length), layer('water', 'Sông hồ', 'Water', 'Polygon', 2), layer('green', 'Cây xanh, đồi núi', 'Green', 'Polygon', 16), layer('buildings', 'Nhà cửa', 'Buildings', 'Polygon', 2500, 13), layer('water_pipes', 'Ống cấp nước', 'Water pipes', 'Line', 20, 11), layer('power_lines', 'Lưới điện', 'Power lines', 'Line', 20, 11), layer('lighting_lines', 'Lưới chiếu sáng', 'Lighting lines', 'Line', 20, 11), layer('drains', 'Thoát nước', 'Drains', 'Line', 20, 11), layer('street_lights', 'Đèn đường', 'Street lights', 'Point', 800, 13)],
    features: (id, test) => id === 'incidents' ? incidents.filter(test).map((i) => ({ kind: 'Point', parts: [[[i.position.lon, i.position.lat]]], props: { id: i.id, type: i.type, title: i.title, severity: i.severity, state: i.state, overdue: i.overdue, acknowledged: i.acknowledged } }))
      : id === 'facilities' ? facilities.map((f) => ({ kind: 'Point', parts: [[[f.position.lon, f.position.lat]]], props: { id: f.id, kind: f.kind, name: f.name, status: f.status } }))
      : id === 'incident_footprints' ? incidents.filter((i) => i.footprint).map((i) => ({ kind: i.footprint.type === 'Polygon' ? 'Polygon' : 'Line', parts: i.footprint.type === 'Polygon' ? i.footprint.coordinates : [i.footprint.coordinates], props: { id: i.id, severity: i.severity, state: i.state } }))
      : fixed[id] ?? [],
    lookup: (lon, lat) => { const d = districtOf([lon, lat]); return { district: d, address: `Gần đường ${pick(names)}${d ? `, ${d.name}` : ''}` }; },
    report: (body) => make(body, 0),
    readings: () => Array.from({ length: 96 }, (_, i) => ({ at: new Date(Date.now() - (96 - i) * 0.25 * hour).toISOString(), value: 1.2 + 0.5 * Math.sin(i / 9) + random() * 0.1 })),
    facilityDetail: (f) => ({ ...f, limits: [{ quantity: 'level', high: 1.6, unit: 'm' }], readings: f.kind === 'pump_station' || f.kind === 'water_plant' ? [{ quantity: 'level', at: new Date().toISOString(), value: 1.43 }] : [], incidents: incidents.filter((i) => i.open).slice(0, 2).map(({ history, ...i }) => i), history: [] }),
    info: (sequence) => ({ name: 'Lạng Sơn', version: '0.1.0', now: new Date().toISOString(), epoch: 'e1', sequence, store: 'mock', bounds: [106.69, 21.79, 106.83, 21.91], center, illustrative: true, languages: ['vi', 'en'], types: [], states: [] }),
  };
}
