import { computed } from '@preact/signals';
import { classify, figureOf, type FigureClass } from '../districts/figures';
import { districts } from './city';
import { districtFigure } from './prefs';

/** The classes the districts are coloured by; null when they are not coloured. */
export const districtClasses = computed<FigureClass[] | null>(() => {
  const figure = districtFigure.value;
  if (figure === 'none' || !districts.value) return null;
  return classify(districts.value.map((district) => figureOf(district, figure)).filter((value) => value !== null));
});
