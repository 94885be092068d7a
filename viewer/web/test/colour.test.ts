import { describe, expect, it } from 'vitest';
import { contrast, difference, parseHex, type Rgb, type Sight } from '../src/components/colour';
import { componentWords } from '../src/components/words';
import { palettes } from '../src/map/style/palette';

const pairs = (colors: readonly Rgb[]): Array<[Rgb, Rgb, string]> =>
  colors.flatMap((a, i) => colors.slice(i + 1).map((b, j): [Rgb, Rgb, string] => [a, b, `${i + 1} and ${i + j + 2}`]));

describe.each(['light', 'night'] as const)('the colours of severity, %s', (theme) => {
  const palette = palettes[theme];
  const colors = palette.severity.map(parseHex);
  it('carry their number with enough contrast', () => {
    for (const color of colors) expect(contrast(color, parseHex(palette.onSeverity))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(['normal', 'protan', 'deutan', 'tritan'] as Sight[])('differ for sight %s', (sight) => {
    for (const [a, b, which] of pairs(colors)) expect(difference(a, b, sight), which).toBeGreaterThan(8);
  });
});

describe('colours as seen', () => {
  it('have the contrast of WCAG', () => expect(contrast(parseHex('#000000'), parseHex('#FFFFFF'))).toBeCloseTo(21, 5));
  it('keep grey grey whatever the sight', () => {
    for (const sight of ['protan', 'deutan', 'tritan'] as Sight[]) expect(difference(parseHex('#808080'), parseHex('#808080'), sight)).toBe(0);
  });
});

describe('the words of the component page', () => {
  it('are there in both languages and in normal form C', () => {
    for (const text of [...JSON.stringify(componentWords.vi).matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '')) expect(text).toBe(text.normalize('NFC'));
    expect(Object.keys(componentWords.en)).toEqual(Object.keys(componentWords.vi));
  });
});
