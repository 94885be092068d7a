import type { Bounds } from '../api/types';

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
  if (order.asOf) params.set('asOf', order.asOf);
  if (subject.kind === 'atlas') return `/api/maps/atlas.pdf?${params}`;
  if (order.scale) params.set('scale', String(order.scale));
  if (!order.legend) params.set('legend', 'false');
  if (order.title.trim()) params.set('title', order.title.trim().normalize('NFC'));
  if (dpi) params.set('dpi', String(dpi));
  return `/api/maps.${format}?${params}`;
}
