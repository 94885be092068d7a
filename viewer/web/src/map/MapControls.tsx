import { useEffect, useRef } from 'preact/hooks';
import { ScaleControl } from 'maplibre-gl';
import { startReport } from '../state/draft';
import { info } from '../state/city';
import { MapLegend } from '../layers/DistrictTheme';
import { HereButton } from '../phone/HereButton';
import { mapPadding, narrow } from '../state/layout';
import { reducedMotion, words } from '../state/prefs';
import { asOf, detail } from '../state/view';
import { Icon } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';
import { Bookmarks } from './Bookmarks';
import { Coordinates } from './Coordinates';
import { MapTools } from './MapTools';
import { flyToBounds, mapCenter, mapHandle } from './mapHandle';
import { mapBearing, mapZoom } from './mapZoom';

/** Zoom, north, home, scale, and the button that reports an incident; always beside the panels, never under them. */
export function MapControls() {
  const w = words.value;
  const map = mapHandle.value;
  const scale = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!map || !scale.current) return undefined;
    const control = new ScaleControl({ maxWidth: 96, unit: 'metric' });
    scale.current.append(control.onAdd(map));
    const read = (): void => {
      mapZoom.value = Math.round(map.getZoom() * 10) / 10;
      mapBearing.value = Math.round(map.getBearing());
    };
    read();
    map.on('zoom', read);
    map.on('rotate', read);
    return () => {
      control.onRemove();
      map.off('zoom', read);
      map.off('rotate', read);
    };
  }, [map]);
  if (!map) return null;
  const padding = mapPadding.value;
  const report = (): void => {
    const center = mapCenter();
    if (center) startReport(center);
  };
  const home = info.value?.bounds;
  return (
    <div class="map-overlay" style={{ left: `${padding.left}px`, right: `${padding.right}px`, bottom: `${padding.bottom}px` }}>
      <div class="map-reading"><MapLegend />{info.value?.illustrative && <span class="badge badge-illustrative map-illustrative" title={w.illustrativeHint}>{w.illustrative}</span>}<div class="map-scale" ref={scale} aria-hidden="true" /><Coordinates /></div>
      <div class="map-buttons">
        {mapBearing.value !== 0 && (
          <button type="button" class="icon-button" aria-label={w.map.north} title={w.map.north} onClick={() => map.resetNorth({ duration: reducedMotion() ? 0 : 200 })}>
            <span style={{ transform: `rotate(${-mapBearing.value}deg)` }}><Icon name="compass" /></span>
          </button>
        )}
        <MapTools />
        <Bookmarks />
        {narrow.value && <HereButton />}
        {home && <IconButton icon="home" label={w.map.home} onClick={() => flyToBounds(home)} />}
        <span class="map-zoom">
          <IconButton icon="plus" label={w.map.zoomIn} onClick={() => map.zoomIn({ duration: reducedMotion() ? 0 : 200 })} />
          <IconButton icon="minus" label={w.map.zoomOut} onClick={() => map.zoomOut({ duration: reducedMotion() ? 0 : 200 })} />
        </span>
        {!asOf.value && detail.value?.kind !== 'report' && (
          <button type="button" class="report-button" onClick={report} title={`${w.report.button} (N)`} aria-label={w.report.button}><Icon name="pinPlus" /><span>{w.report.button}</span></button>
        )}
      </div>
    </div>
  );
}
