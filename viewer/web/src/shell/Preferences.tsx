import { AidPreferences } from '../aids/AidPreferences';
import { actor, language, textSize, themeChoice, words, type TextSize, type ThemeChoice } from '../state/prefs';
import type { Language } from '../i18n/words';
import { helpOpen } from '../state/view';
import { UnitField } from '../views/UnitField';
import { Icon } from '../ui/Icon';
import { Popover } from '../ui/Popover';
import { Segmented } from '../ui/Segmented';

/** Name, language, theme and text size of this browser. */
export function Preferences() {
  const w = words.value.prefs;
  return (
    <Popover label={`${w.title}: ${actor.value || w.actorEmpty}`} align="end" class="actor-button" button={<ActorBadge />}>
      {(close) => (
        <div class="prefs">
          <label class="field"><span>{w.actor}</span>
            <input value={actor.value} maxLength={80} placeholder={w.actorPlaceholder} onInput={(event) => (actor.value = event.currentTarget.value.normalize('NFC').trimStart())} />
          </label>
          <p class="field-hint">{w.actorHint}</p>
          <UnitField />
          <Segmented<Language> label={w.language} value={language.value} onChange={(value) => (language.value = value)}
            options={[{ value: 'vi', label: 'Tiếng Việt' }, { value: 'en', label: 'English' }]} />
          <Segmented<ThemeChoice> label={w.theme} value={themeChoice.value} onChange={(value) => (themeChoice.value = value)}
            options={[{ value: 'light', label: w.light }, { value: 'night', label: w.night }, { value: 'system', label: w.system }]} />
          <Segmented<TextSize> label={w.textSize} value={textSize.value} onChange={(value) => (textSize.value = value)}
            options={[{ value: 'small', label: '−A', title: w.smaller }, { value: 'normal', label: 'A', title: w.normal }, { value: 'large', label: 'A+', title: w.larger }]} />
          <AidPreferences close={close} />
          <button type="button" class="button button-quiet" onClick={() => { close(); helpOpen.value = true; }}><Icon name="help" />{words.value.keys.title}</button>
        </div>
      )}
    </Popover>
  );
}

function ActorBadge() {
  const letters = actor.value.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => word[0]?.toUpperCase()).join('');
  const w = words.value.prefs;
  return (
    <>
      <span class={letters ? 'actor-badge' : 'actor-badge actor-none'} aria-hidden="true">{letters || <Icon name="person" size={18} />}</span>
      <span class="actor-name" aria-hidden="true">{actor.value || w.actorEmpty}</span>
      <span class="visually-hidden">{`${w.title}: ${actor.value || w.actorEmpty}`}</span>
    </>
  );
}
