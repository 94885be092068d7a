import { useState } from 'preact/hooks';
import type { Layer } from '../api/types';
import { formatDateTime } from '../format/dateTime';
import { visibleBounds } from '../map/mapHandle';
import { language, words } from '../state/prefs';
import { asOf } from '../state/view';
import { Icon } from '../ui/Icon';
import { downloadAddress, downloadSystems, layerFormats } from './downloadAddress';

/** Takes a layer away as a file: of the moment that is shown, all of it or what is in view. */
export function LayerDownload({ layer }: { layer: Layer }) {
  const w = words.value.download;
  const [open, setOpen] = useState(false);
  const [inView, setInView] = useState(false);
  const [crs, setCrs] = useState<number>(4326);
  return (
    <div class="download">
      <button type="button" class="button" aria-expanded={open} onClick={() => setOpen(!open)}><Icon name="download" size={18} />{w.open}</button>
      {open && (
        <div class="download-body">
          {asOf.value && layer.live && <p class="field-hint">{w.moment(formatDateTime(asOf.value, language.value))}</p>}
          {layer.id === 'incidents' && <p class="field-hint">{w.incidents}</p>}
          <label class="check"><input type="checkbox" checked={inView} onChange={(event) => setInView(event.currentTarget.checked)} />{w.inView}</label>
          <label class="field"><span>{w.crs}</span>
            <select value={crs} onChange={(event) => setCrs(Number(event.currentTarget.value))}>
              {downloadSystems.map((code) => <option key={code} value={code}>{w.systems[code]}</option>)}
            </select></label>
          <ul>
            {layerFormats.map((format) => (
              <li key={format}>
                <a class="export-link" download href={downloadAddress(layer.id, format, { within: null, asOf: asOf.value, crs })}
                  onClick={(event) => (event.currentTarget.href = downloadAddress(layer.id, format, { within: inView ? visibleBounds() : null, asOf: asOf.value, crs }))}>
                  <b>{w.formats[format]}</b><span>{w.hints[format]}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
