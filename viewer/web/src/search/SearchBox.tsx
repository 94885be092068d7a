import { useRef, useState } from 'preact/hooks';
import { formatNumber } from '../format/number';
import { explain } from '../state/explain';
import { language, words } from '../state/prefs';
import { Icon } from '../ui/Icon';
import { buildOptions, type Option } from './buildOptions';
import { useSearch } from './useSearch';

/** Search over everything of the city, keyboard first: `/` to come here, arrows, Enter, Esc. */
export function SearchBox() {
  const w = words.value.find;
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const found = useSearch(text);
  const input = useRef<HTMLInputElement>(null);
  const shown = open && text.trim().length > 1;
  const groups = shown ? buildOptions(text, found.groups) : [];
  const options = groups.flatMap((group) => group.options);
  const at = Math.min(active, options.length - 1);
  const choose = (option: Option | undefined): void => {
    if (!option) return;
    option.run();
    setOpen(false);
    input.current?.blur();
  };
  const move = (to: number): void => {
    setActive(Math.max(0, Math.min(options.length - 1, to)));
    requestAnimationFrame(() => document.querySelector('.search-option[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') move(at + 1);
    else if (event.key === 'ArrowUp') move(at - 1);
    else if (event.key === 'Enter') choose(options[at]);
    else if (event.key === 'Escape') {
      if (text) setText('');
      else input.current?.blur();
      setOpen(false);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  let number = 0;
  return (
    <div class="search" onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOpen(false); }}>
      <Icon name="search" size={18} />
      <input ref={input} id="search" type="search" list={undefined} role="combobox" autocomplete="off" spellcheck={false} maxLength={200} value={text} placeholder={w.placeholder} aria-label={w.label}
        aria-expanded={shown} aria-controls="search-results" aria-autocomplete="list" aria-activedescendant={shown && options[at] ? `search-${at}` : undefined}
        onFocus={() => setOpen(true)} onKeyDown={onKey} onInput={(event) => { setText(event.currentTarget.value); setActive(0); setOpen(true); }} />
      <kbd aria-hidden="true">/</kbd>
      <div class="search-panel" hidden={!shown}>
        <div id="search-results" class="search-results" role="listbox" aria-label={w.label} aria-busy={found.loading}>
          {groups.map((group) => (
            <div key={group.key} role="group" aria-label={group.title}>
              <p class="search-group" role="presentation"><span>{group.title}</span>{group.count && <span class="figures">{w.of(formatNumber(group.options.length, language.value), group.count)}</span>}</p>
              {group.options.map((option) => {
                const index = number++;
                return (
                  <div key={option.key} id={`search-${index}`} role="option" aria-selected={index === at} class="search-option"
                    onPointerDown={(event) => { event.preventDefault(); choose(option); }} onMouseMove={() => setActive(index)}>{option.body}</div>
                );
              })}
            </div>
          ))}
        </div>
        <p class="search-note" role="status">
          {found.error !== null ? explain(found.error) : !found.complete ? w.partial : found.groups.length || found.loading || groups[0]?.key === 'place' ? '' : w.nothing}
        </p>
      </div>
    </div>
  );
}
