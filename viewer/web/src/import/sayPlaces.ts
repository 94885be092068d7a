import type { Language } from '../i18n/words';

/** Where a coordinate system is used, as the server's catalogue says it, and how that is said in Vietnamese. Names of provinces stay. */
const partsVi: ReadonlyArray<readonly [RegExp, string]> = [
  [/^the world$/, 'toàn thế giới'],
  [/Vietnam west of (\S+)E/, 'Việt Nam ở phía tây $1Đ'],
  [/Vietnam east of (\S+)E/, 'Việt Nam ở phía đông $1Đ'],
  [/Vietnam from (\S+)E to (\S+)E/, 'Việt Nam từ $1Đ đến $2Đ'],
  [/^(\S+)E to (\S+)E$/, 'từ $1Đ đến $2Đ'],
  [/^Vietnam$/, 'Việt Nam'],
];

export const sayPlaces = (places: string, language: Language): string =>
  language === 'en' ? places : partsVi.reduce((said, [part, template]) => said.replace(part, template), places);
