import type { Bounds } from '../api/types';
import type { DistrictFigure } from '../districts/figures';
import { queryParams, type IncidentQuery } from '../query/incidentQuery';

export type PaperFormat = 'pdf' | 'png' | 'svg';
export type PaperSubject = { kind: 'view'; bounds: Bounds } | { kind: 'district'; id: string } | { kind: 'incident'; id: string } | { kind: 'city' } | { kind: 'atlas' };

/** What is to be printed. */
export interface PaperOrder {
  subject: PaperSubject;
  paper: 'A4' | 'A3' | 'A2' | 'A1' | 'A0';
  upright: boolean;
  /** Denominator; null fits the subject into the frame at a round scale. */
  scale: number | null;
  format: PaperFormat;
  graticule: 'none' | 'geographic' | 'vn2000';
  legend: boolean;
  title: string;
  theme: 'light' | 'night';
  language: 'vi' | 'en';
  asOf: string | null;
  layers: readonly string[];
  /** Id of the base map under it; null for the drawn ground. */
  ground?: string | null;
  /** How strong layers are drawn, from 0 to 1; those not named in full. */
  opacity?: Readonly<Record<string, number>>;
  /** Layers from the top of the map down. */
  order?: readonly string[];
  /** What the districts are coloured by. */
  figure?: DistrictFigure;
  /** Which incidents are shown, as the list and the map are asked for them. */
  incidents?: IncidentQuery;
}

/** The address of the map on paper. */
export function paperAddress(order: PaperOrder, format: PaperFormat = order.format, dpi?: number): string {
  const params = new URLSearchParams();
  const { subject } = order;
  if (subject.kind === 'view') params.set('bbox', subject.bounds.map((n) => n.toFixed(6)).join(','));
  else if (subject.kind === 'district' || subject.kind === 'incident') params.set(subject.kind, subject.id);
  params.set('size', `${order.paper}${order.upright ? '-portrait' : ''}`);
  params.set('theme', order.theme);
  params.set('lang', order.language);
  params.set('graticule', order.graticule);
  const layers = order.ground ? order.layers.filter((id) => !['green', 'water', 'buildings'].includes(id)) : order.layers;
  if (layers.length) params.set('layers', layers.join(','));
  if (order.ground) params.set('ground', order.ground);
  const shown = new Set(order.layers);
  const faint = Object.entries(order.opacity ?? {}).filter(([id, share]) => shown.has(id) && share < 1);
  if (faint.length) params.set('opacity', faint.map(([id, share]) => `${id}:${Number(share.toFixed(2))}`).join(','));
  const moved = (order.order ?? []).filter((id) => shown.has(id));
  if (moved.length) params.set('order', moved.join(','));
  if (order.figure && order.figure !== 'none') params.set('figure', order.figure);
  if (order.incidents) for (const [name, value] of incidentParams(order.incidents)) params.set(name, value);
  if (order.asOf) params.set('asOf', order.asOf);
  if (subject.kind === 'atlas') return `/api/maps/atlas.pdf?${params}`;
  if (order.scale) params.set('scale', String(order.scale));
  if (!order.legend) params.set('legend', 'false');
  if (order.title.trim()) params.set('title', order.title.trim().normalize('NFC'));
  if (dpi) params.set('dpi', String(dpi));
  return `/api/maps.${format}?${params}`;
}

/** A map without a condition shows what is open; a list without one shows all. The box of the list is not the box of the map. */
function incidentParams(query: IncidentQuery): URLSearchParams {
  const params = queryParams({ ...query, box: null });
  return params.size ? params : new URLSearchParams({ all: 'true' });
}
