import { palettes } from '../../map/style/palette';

/** Colours of categories that are told apart by most eyes: M. Okabe, K. Ito, "Color Universal Design" (2008), darkened where white paper needs it. */
export const categories = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b58900', '#56b4e9', '#6a3d9a', '#4d4d4d'] as const;

/** The colour a layer has before anybody chooses one: a form that starts from it changes nothing by itself. */
export function usualColour(layer: string): string {
  const { networks, water, green, building, streetLight } = palettes.light;
  const known: Record<string, string> = { ...networks, water, green, buildings: building, street_lights: streetLight };
  return (known[layer] ?? networks.telecom_lines).toLowerCase();
}

/** Ramps of one hue for numbers, from low to high. */
export const ramps = {
  blue: ['#cfe1f7', '#0b3d91'],
  orange: ['#fde0c0', '#9c3500'],
  green: ['#d3ecd9', '#0b5d2e'],
  violet: ['#e3dbf7', '#4b1e8f'],
} as const;
export type Ramp = keyof typeof ramps;

const parts = (colour: string): number[] => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** So many steps of a ramp; a single one in its strong end. */
export function rampColours(ramp: Ramp, steps: number): string[] {
  const [low, high] = ramps[ramp].map(parts) as [number[], number[]];
  return Array.from({ length: steps }, (_, step) => {
    const share = steps === 1 ? 1 : step / (steps - 1);
    return `#${low.map((value, index) => Math.round(value + ((high[index] ?? 0) - value) * share).toString(16).padStart(2, '0')).join('')}`;
  });
}

/** The ramp a style's strongest colour comes from; the first when it is none of them. */
export const rampOf = (colour: string | undefined): Ramp =>
  (Object.keys(ramps) as Ramp[]).find((ramp) => ramps[ramp][1] === colour) ?? 'blue';
