import { effect } from '@preact/signals';
import { info } from '../state/city';
import { cityCounts } from '../state/incidents';
import { asOf } from '../state/view';
import { badgeIcon, badgeText } from './badge';

/** Shows in the tab how many incidents nobody has acknowledged: in its title and on its icon. Nothing while the past is looked at. */
export function keepBadge(): void {
  const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
  const plain = icon?.href ?? '';
  effect(() => {
    const text = badgeText(asOf.value === null ? cityCounts.value?.unacknowledged ?? 0 : 0);
    document.title = `${text ? `(${text}) ` : ''}CityMap${info.value ? ` · ${info.value.name}` : ''}`;
    const href = text ? badgeIcon(text) : plain;
    if (icon && icon.href !== href) icon.href = href;
  });
}
