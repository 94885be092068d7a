import { useEffect, useRef, useState } from 'preact/hooks';
import { basemap } from '../state/basemap';
import { layers } from '../state/city';
import { mapQuery } from '../state/incidents';
import { layerOrder } from '../state/layerOrder';
import { districtFigure, hiddenLayers, language, layerOpacity, theme, words } from '../state/prefs';
import { asOf, detail } from '../state/view';
import { IconButton } from '../ui/IconButton';
import { PaperForm, type PaperChoice } from './PaperForm';
import { currentSubject } from './currentSubject';
import { paperAddress, type PaperOrder } from './paperOrder';
import { paperOpen } from './paperState';
import { usePreview } from './usePreview';

const first: PaperChoice = { subject: 'view', paper: 'A4', upright: false, scale: null, format: 'pdf', graticule: 'none', legend: true, title: '', night: false };

/** Lays the map out for paper: every choice shows at once how the page will look. */
export function PaperDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [choice, setChoice] = useState(first);
  const open = paperOpen.value;
  useEffect(() => {
    if (!open) return dialog.current?.close();
    setChoice((last) => ({ ...last, subject: detail.peek()?.kind === 'incident' ? 'incident' : detail.peek()?.kind === 'district' ? 'district' : 'view', night: theme.peek() === 'night' && last.night }));
    dialog.current?.showModal();
  }, [open]);
  const order = open ? orderOf(choice) : null;
  const preview = usePreview(order ? paperAddress(order.subject.kind === 'atlas' ? { ...order, subject: { kind: 'city' } } : order, 'png', 72) : null);
  const w = words.value.paper;
  return (
    <dialog ref={dialog} class="paper" aria-labelledby="paper-title" onClose={() => (paperOpen.value = false)}>
      <header><h2 id="paper-title">{w.title}</h2><IconButton icon="close" label={words.value.close} onClick={() => (paperOpen.value = false)} /></header>
      <div class="paper-body">
        <PaperForm choice={choice} change={(part) => setChoice((last) => ({ ...last, ...part }))} />
        <figure class="paper-preview" aria-busy={preview.busy}>
          {preview.picture && <img src={preview.picture} alt={w.preview} />}
          {!preview.picture && !preview.problem && <div class="skeleton" role="status">{w.drawing}</div>}
          {preview.problem && <p class="paper-problem" role="alert">{preview.problem}</p>}
          <figcaption>{preview.busy ? w.drawing : choice.subject === 'atlas' ? w.atlasHint : w.previewHint}</figcaption>
        </figure>
      </div>
      <footer>
        <button type="button" class="button" onClick={() => (paperOpen.value = false)}>{words.value.cancel}</button>
        {order && <a class="button button-primary" href={paperAddress(order)} target="_blank" rel="noopener" download={order.format === 'pdf' ? undefined : `citymap.${order.format}`}>{w.make}</a>}
      </footer>
    </dialog>
  );
}

function orderOf(choice: PaperChoice): PaperOrder {
  const hidden = new Set(hiddenLayers.value);
  return {
    ...choice,
    subject: currentSubject(choice.subject),
    theme: choice.night ? 'night' : 'light',
    language: language.value,
    asOf: asOf.value,
    ground: basemap.value?.id ?? null,
    opacity: layerOpacity.value,
    order: layerOrder.value,
    figure: districtFigure.value,
    incidents: mapQuery.value,
    layers: (layers.value ?? []).map((layer) => layer.id).filter((id) => !hidden.has(id)),
  };
}
