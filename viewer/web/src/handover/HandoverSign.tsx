import { actor, words } from '../state/prefs';

/** On paper only: where the two sign. */
export function HandoverSign() {
  const w = words.value.handover;
  return (
    <div class="handover-sign" aria-hidden="true">
      <p>{w.from}{actor.value && `: ${actor.value}`}</p>
      <p>{w.to}</p>
      <p>{w.signedAt}</p>
    </div>
  );
}
