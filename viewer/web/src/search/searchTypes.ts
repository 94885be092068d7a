import type { Bounds, Position } from '../api/types';

export type SearchKind = 'area' | 'facility' | 'street' | 'place' | 'layer' | 'incident';

export interface SearchItem {
  id: string;
  name: string;
  where: string | null;
  /** Type of an incident, kind of a facility or area, layer of a street or place. */
  code: string | null;
  position: Position | null;
  bounds: Bounds | null;
  metres: number | null;
  open: boolean;
}

export interface SearchGroup { kind: SearchKind; numberMatched: number; items: SearchItem[] }

export interface SearchPage { complete: boolean; groups: SearchGroup[] }
