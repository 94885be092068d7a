import { palettes } from '../map/style/palette';
import { theme } from '../state/prefs';

/** A layer's sign as the map draws it. */
export function LayerSwatch({ id, colour, geometry, heat }: { id: string; colour?: string | undefined; geometry?: string; heat?: boolean }) {
  if (colour && heat) {
    return (
      <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true">
        {[[9, 0.2], [6.5, 0.35], [4, 0.6], [2, 1]].map(([radius, opacity]) => <circle key={radius} cx="10" cy="10" r={radius} fill={colour} fill-opacity={opacity} />)}
      </svg>
    );
  }
  if (colour) {
    return (
      <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true">
        {geometry === 'Point' ? <circle cx="10" cy="10" r="5.5" fill={colour} /> : geometry === 'Line' ? <path d="M3 14 8 7l4 5 5-7" stroke={colour} stroke-width="2.4" fill="none" />
          : <path d="M4 6 15 4l2 10-10 2z" fill={colour} fill-opacity="0.5" stroke={colour} stroke-width="1.8" />}
      </svg>
    );
  }
  const palette = palettes[theme.value];
  const networks: Record<string, string> = palette.networks;
  const line = networks[id];
  if (line) return <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true"><path d="M3 14 8 7l4 5 5-7" stroke={line} stroke-width="2.2" fill="none" stroke-dasharray={id === 'drains' ? '4 2' : id === 'lighting_lines' ? '1 3' : undefined} /></svg>;
  const fills: Record<string, [string, string]> = { water: [palette.water, palette.waterEdge], green: [palette.green, palette.greenLabel], buildings: [palette.building, palette.buildingEdge] };
  const fill = fills[id];
  if (fill) return <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true"><rect x="3" y="4" width="14" height="12" rx="3" fill={fill[0]} stroke={fill[1]} /></svg>;
  if (id === 'streets') return <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true"><path d="M2 15 18 5" stroke={palette.mainCasing} stroke-width="7" /><path d="M2 15 18 5" stroke={palette.main} stroke-width="4.5" /></svg>;
  if (id === 'street_lights') return <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="4" fill={palette.streetLight} /></svg>;
  if (id === 'districts') return <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true"><rect x="3" y="3" width="14" height="14" rx="3" fill="none" stroke={palette.border} stroke-width="1.8" stroke-dasharray="3.5 2" /></svg>;
  if (id === 'facilities') return <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true"><rect x="3" y="3" width="14" height="14" rx="4" fill={palette.surface} stroke={palette.label} /><path d="M10 6v8M6 10h8" stroke={palette.label} stroke-width="2" /></svg>;
  if (id === 'incidents') return <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7.5" fill={palette.severity[3]} /></svg>;
  if (id === 'incident_footprints') return <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true"><path d="M4 6 15 4l2 10-10 2z" fill={palette.severity[3]} fill-opacity="0.2" stroke={palette.severity[3]} stroke-width="1.8" /></svg>;
  return <svg class="swatch" viewBox="0 0 20 20" aria-hidden="true"><path d="M4 6 15 4l2 10-10 2z" fill="none" stroke={palette.networks.telecom_lines} stroke-width="1.8" /></svg>;
}
