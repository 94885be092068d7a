import { describe, expect, it } from 'vitest';
import { dictionaries } from '../src/i18n/words';
import { filterChips } from '../src/list/filterChips';
import { addressQuery, emptyQuery } from '../src/query/incidentQuery';
import { readSort } from '../src/query/sortParam';
import { mostViews, readViews, renamed, withView, type SavedView } from '../src/views/savedViews';
import { viewAddress } from '../src/views/viewAddress';

const saved = (name: string, part: Partial<SavedView> = {}): SavedView => ({ id: name, name, search: 'severities=4,5&sort=-severity', map: { lon: 106.76, lat: 21.85, zoom: 13.5, bearing: 0 }, ...part });
const names = (views: readonly SavedView[]): string[] => views.map((view) => view.name);

describe('saved views', () => {
  it('come back from the browser, without what is no view', () => expect(names(readViews(JSON.stringify([saved('a'), { id: 1 }, null, saved('')])))).toEqual(['a']));
  it.each([null, 'no json', '{}'])('are none where %s is kept', (text) => expect(readViews(text)).toEqual([]));
  it('are replaced where they stand by one of the same name', () => {
    const next = withView([saved('a'), saved('b')], saved('a', { id: 'new', search: 'q=x' }));
    expect(next.map((view) => [view.id, view.search])).toEqual([['a', 'q=x'], ['b', 'severities=4,5&sort=-severity']]);
  });
  it('are so many at most', () => expect(withView(Array.from({ length: mostViews }, (_, at) => saved(`${at}`)), saved('one more'))).toHaveLength(mostViews));
  it('take another name, but none that is taken or empty', () => {
    const views = [saved('a'), saved('b')];
    expect(names(renamed(views, 'a', ' c '))).toEqual(['c', 'b']);
    expect(renamed(views, 'a', 'b')).toBe(views);
    expect(renamed(views, 'a', ' ')).toBe(views);
  });
  it('are shared by an address that stands for the same filters, order and place', () => {
    const address = new URL(viewAddress(saved('a'), 'http://city'));
    expect(addressQuery(address.searchParams).severities).toEqual([4, 5]);
    expect(readSort(address.searchParams)).toBe('-severity');
    expect(address.hash).toBe('#map=13.5/21.85/106.76');
  });
});

describe('the chip of my own agency', () => {
  const chips = filterChips({ ...emptyQuery, agencies: ['Điện lực'] }, { type: String, state: String, district: String, agency: (name) => dictionaries.vi.saved.mineIs(name) }, dictionaries.vi);
  it('says that it is mine', () => expect(chips[0]?.label).toBe('Của tôi: Điện lực'));
});
