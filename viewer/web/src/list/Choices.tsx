/** A group of chips to press, any number of them. */
export function Choices<T extends string | number>(props: { legend: string; items: readonly T[]; name: (item: T) => string; on: readonly T[]; onToggle: (item: T) => void }) {
  return (
    <fieldset class="choices">
      <legend>{props.legend}</legend>
      <div>{props.items.map((item) => <button type="button" class="chip" key={item} aria-pressed={props.on.includes(item)} onClick={() => props.onToggle(item)}>{props.name(item)}</button>)}</div>
    </fieldset>
  );
}
