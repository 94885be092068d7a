/** A place in WGS 84 degrees. */
export interface Position { lon: number; lat: number }

/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number];

export interface Geometry { type: string; coordinates: unknown }

export interface Jurisdiction {
  rule: 'Inside' | 'OnBorder' | 'Nearest' | 'Outside';
  areaId: string | null;
  areaName: string | null;
  edition: string | null;
  distanceToBorderMetres: number | null;
  runnerUpId: string | null;
  runnerUpName: string | null;
  runnerUpDistanceMetres: number | null;
}

/** One incident as every read, answer and live event carries it. Times are ISO 8601 in UTC. */
export interface Incident {
  id: string;
  type: string;
  title: string;
  description: string | null;
  severity: number;
  state: string;
  version: number;
  position: Position;
  footprint: Geometry | null;
  district: { id: string; name: string } | null;
  jurisdiction?: Jurisdiction | null;
  address: string | null;
  agency: string | null;
  facility: string | null;
  acknowledged: boolean;
  exercise: boolean;
  open: boolean;
  overdue: boolean;
  dueSoon: boolean;
  occurredAt: string;
  recordedAt: string;
  updatedAt: string;
  dueAt: string | null;
  closedAt: string | null;
  /** Commands allowed in this state; only in the detail. */
  allowed?: string[];
  sequence?: number;
}

export interface IncidentPage { numberMatched: number; numberReturned: number; sequence: number; next: string | null; items: Incident[] }

export interface IncidentCounts {
  sequence: number;
  total: number;
  open: number;
  overdue: number;
  unacknowledged: number;
  rows: Array<Record<string, string | number | boolean | null> & { count: number }>;
}

export interface HistoryEntry {
  sequence: number;
  version: number;
  kind: string;
  actor: string;
  occurredAt: string;
  recordedAt: string;
  data: Record<string, unknown>;
}

/** A notice is raised when this many incidents, at least this severe, are reported within the window. */
export interface Threshold { type: string | null; minSeverity: number; count: number; windowMinutes: number }

export interface District {
  id: string;
  code: string;
  name: string;
  nameEn: string | null;
  kind: string;
  edition: string;
  bounds: Bounds;
  counts: {
    open: number;
    overdue: number;
    unacknowledged: number;
    byState: Record<string, number>;
    byType: Record<string, number>;
    bySeverity: Record<string, number>;
  };
  oldestOpen: { id: string; recordedAt: string } | null;
  /** The number of facilities in trouble, or the facilities themselves. */
  facilitiesInTrouble: number | Array<{ id: string; name: string }>;
  /** What raises a notice; only in the detail of the present. */
  watch?: { version: number; thresholds: Threshold[] } | null;
}

/** How the open incidents of some districts came and went; see `/api/districts/trend`. */
export interface TrendPage {
  sequence: number;
  range: TrendRange;
  /** One more than there are steps. */
  times: string[];
  items: DistrictTrend[];
}
export type TrendRange = '24h' | '7d' | '90d';
export interface DistrictTrend { id: string; open: number[]; opened: number[]; closed: number[] }

/** What changed in a district since a moment. */
export interface DistrictChanges {
  since: string;
  openThen: number;
  openNow: number;
  reported: number;
  resolved: number;
  touched: number;
  items: ChangedIncident[];
}
export interface ChangedIncident { id: string; title: string; type: string; severity: number; state: string; stateThen: string | null; updatedAt: string }

export interface Facility {
  id: string;
  kind: string;
  name: string;
  nameEn: string | null;
  status: string;
  district: { id: string; name: string } | string | null;
  address: string | null;
  capacity: number | null;
  used: number | null;
  inTrouble: boolean;
  position: Position;
  updatedAt: string | null;
  /** Only by itself, as everything below. */
  version?: number;
  reason?: string | null;
  limits?: FacilityLimit[];
  readings?: Array<{ quantity: string; at: string; value: number }>;
  incidents?: Incident[];
  history?: HistoryEntry[];
}

export interface FacilityLimit {
  quantity: string;
  min: number | null;
  max: number | null;
  hysteresis: number;
  incidentType: string;
  severity: number;
  crossed?: { value: number; limit: number; at: string; incident: string } | null;
}

/** Measurements in steps of equal length; a step that holds none is missing. */
export interface ReadingSeries { quantity: string; from: string; to: string; items: Array<{ at: string; low: number; mean: number; high: number; count: number }> }

export interface FacilityPage { numberMatched: number; next: string | null; items: Facility[] }

export interface LayerField { name: string; type: string; title?: { vi: string; en: string }; unit?: string | null }

/** How a planner wants a layer drawn; see `PATCH /api/layers/{id}`. */
export interface LayerStyle {
  kind: 'Single' | 'Categorised' | 'Graduated' | 'HeatMap';
  field: string | null;
  method: ClassMethod | null;
  colour: string;
  opacity: number;
  size: number;
  classes: StyleClass[];
  label: { field: string; size: number; minZoom: number } | null;
}
export type ClassMethod = 'Quantile' | 'EqualInterval' | 'NaturalBreaks';
export interface StyleClass { colour: string; value: string | null; from: number | null; to: number | null }

/** The values of a field, or the classes its numbers fall into. */
export interface FieldClasses { field: string; distinct: number; without: number; items: Array<{ value: string | null; from: number | null; to: number | null; count: number }> }

export interface Layer {
  id: string;
  title: { vi: string; en: string };
  group: string;
  geometry: 'Point' | 'Line' | 'Polygon' | 'Any';
  live: boolean;
  order: number;
  minZoom: number;
  maxZoom: number;
  owner: string | null;
  source: string | null;
  cadence: string | null;
  illustrative: boolean;
  version: number;
  count: number;
  updatedAt: string | null;
  fields: LayerField[];
  bounds: Bounds | null;
  description?: { vi: string; en: string } | null;
  licence?: string | null;
  shownFrom?: number | null;
  shownTo?: number | null;
  audience?: string | null;
  /** A planner has said where it lies among the layers of its group. */
  placed?: boolean;
  retired?: boolean;
  /** Its features may be made, changed and removed one by one. */
  editable?: boolean;
  /** The version of its description; 0 when nobody has described it. */
  cardVersion?: number;
  style?: LayerStyle | null;
  /** The style as layers of a MapLibre style. */
  draw?: unknown[] | null;
}

export interface CityInfo {
  name: string;
  version: string;
  now: string;
  epoch: string | number;
  sequence: number;
  bounds: Bounds | null;
  center: [number, number] | Position | null;
  illustrative: boolean;
  types: Array<{ code: string; vi: string; en: string; emergency: boolean }>;
  states: Array<{ code: string; vi: string; en: string }>;
}

export interface Lookup { district: { id: string; name: string } | null; jurisdiction: Jurisdiction | null; address: string | null }
