import { useEffect, useRef } from 'preact/hooks';
import { words } from '../state/prefs';
import { helpOpen } from '../state/view';
import { IconButton } from '../ui/IconButton';

/** The keyboard shortcuts. */
export function HelpDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (helpOpen.value) dialog.current?.showModal();
    else dialog.current?.close();
  }, [helpOpen.value]);
  const k = words.value.keys;
  const t = words.value.time;
  const rows: Array<[string[], string]> = [
    [['/'], k.search], [['N'], k.report], [['J'], k.next], [['K'], k.previous], [['Enter'], k.open], [['Esc'], k.close], [['A'], k.acknowledge], [['A', 'B', '…'], words.value.around.keys], [['⇧ A'], words.value.alerts.keys.first], [['U'], words.value.alerts.keys.open], [['V'], words.value.saved.keys.open], [['1', '9'], words.value.saved.keys.pick], [['X'], words.value.bulk.keys.toggle], [['⇧ X'], words.value.bulk.keys.range], [['L'], k.layers], [['M'], k.measure], [['G'], k.goTo], [['C'], k.share], [['Ctrl Z', 'Ctrl Y'], words.value.feature.keys],
    [['←', '↑', '→', '↓'], k.pan], [['+', '−'], k.zoom], [['⇧ ←', '⇧ →'], k.rotate], 
    [['T'], t.bar], [['P'], t.play], [['[', ']'], t.keyHour], [['{', '}'], t.keyDay], [['0'], t.back], [['R'], words.value.aids.read], [['?'], k.help],
  ];
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={() => (helpOpen.value = false)} onClick={(event) => { if (event.target === dialog.current) helpOpen.value = false; }}>
      <div class="help-body">
        <header><h2 id="help-title">{k.title}</h2><IconButton icon="close" label={words.value.close} onClick={() => (helpOpen.value = false)} /></header>
        <dl>{rows.map(([keys, text]) => <div key={text}><dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt><dd>{text}</dd></div>)}</dl>
      </div>
    </dialog>
  );
}
