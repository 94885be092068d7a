/** An edition of areas; see `GET /api/areas/editions`. Days are `yyyy-MM-dd`; `validTo` is the first day no longer in force. */
export interface AreaEdition { id: string; validFrom: string; validTo: string | null; areas: number; kinds: Record<string, number> }

export type FaultKind = 'overlap' | 'gap' | 'sliver' | 'invalid';

/** A fault of an edition as a division of the land; see `GET /api/areas/topology`. */
export interface Fault {
  type: 'Feature';
  id: number;
  geometry: { type: 'Polygon'; coordinates: number[][][] };
  properties: { kind: 'overlap' | 'gap' | 'invalid'; sliver: boolean; areas: string; names: string; squareMetres: number; meanWidthMetres: number };
}

export interface Topology { edition: string; counts: Record<FaultKind, number>; features: Fault[] }

export interface AreaName { id: string; code: string; nameVi: string; nameEn: string; kind: string; edition: string }

/** What changed between two editions; see `GET /api/areas/changes`. */
export interface EditionDifference {
  from: string;
  to: string;
  counts: Record<string, number>;
  changes: Array<{ kind: string; before: AreaName; after: AreaName; shared: number }>;
  gone: AreaName[];
  new: AreaName[];
}
