import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../state/prefs';
import { answerWhoActs, nameAsked } from '../state/whoActs';
import { IconButton } from '../ui/IconButton';

/** Asks a person without a name who they are, over the move they just made; Enter saves and goes on, Escape gives the move up. */
export function WhoActsDialog() {
  const w = words.value.prefs.who;
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState('');
  const given = name.trim();
  useEffect(() => {
    if (nameAsked.value) dialog.current?.showModal();
    else dialog.current?.close();
  }, [nameAsked.value]);
  const cancel = (): void => answerWhoActs('cancel');
  return (
    // Its keys are its own: none of them is a move of the incident behind it.
    <dialog ref={dialog} class="who-acts" aria-labelledby="who-acts-title" onClose={() => { if (!dialog.current?.open) cancel(); }} onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => { if (event.target === dialog.current) cancel(); }}>
      {nameAsked.value && (
        <form onSubmit={(event) => { event.preventDefault(); if (given) answerWhoActs({ name: given }); }}>
          <header><h2 id="who-acts-title">{w.title}</h2><IconButton icon="close" label={w.giveUp} onClick={cancel} /></header>
          <label class="field"><span>{words.value.prefs.actor}</span>
            <input value={name} maxLength={80} autoFocus autocomplete="name" placeholder={words.value.prefs.actorPlaceholder} aria-describedby="who-acts-hint" onInput={(event) => setName(event.currentTarget.value)} />
          </label>
          <p class="field-hint" id="who-acts-hint">{w.hint}</p>
          <div class="form-buttons">
            <button type="button" class="button button-quiet" onClick={() => answerWhoActs('unnamed')}>{w.unnamed}</button>
            <button type="submit" class="button button-primary" disabled={!given}>{w.save}</button>
          </div>
        </form>
      )}
    </dialog>
  );
}
