import type { Layer } from '../../api/types';
import type { Language } from '../../i18n/words';
import type { Theme } from './palette';

export interface StyleOptions {
  theme: Theme;
  language: Language;
  /** The server's catalogue; sources are made from it. */
  layers: readonly Layer[];
  /** Ids of layers switched off. */
  hidden: ReadonlySet<string>;
  /** How strong layers are drawn, from 0 to 1, by id. */
  opacity?: Readonly<Record<string, number>>;
  /** Ids of layers from the top of the map down, as this browser wants them within their groups. */
  order?: readonly string[];
  /** Whether the districts are coloured by a figure. */
  districtTheme?: boolean;
  /** Whether one of the districts may be chosen. */
  districtChosen?: boolean;
  /** A base map of raster tiles under everything. */
  ground?: { id: string; tiles: string; minZoom: number; maxZoom: number; attribution: string } | null;
  /** Parameters of incident tiles: the query and the time looked at. */
  incidentParams: string;
  /** Parameters of every other tile: the time looked at. */
  otherParams: string;
  /** Words drawn by the map itself. */
  noDistrictLabels?: boolean;
}
