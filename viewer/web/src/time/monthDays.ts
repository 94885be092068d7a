import { cityOffsetMinutes } from '../format/zone';

/** A day of the city's calendar; months from 1. */
export interface CityDay { year: number; month: number; day: number }

/** The city's day a moment falls in. */
export function cityDay(moment: number): CityDay {
  const local = new Date(moment + cityOffsetMinutes * 60_000);
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}

/** A day so many days later. */
export const addDays = (from: CityDay, days: number): CityDay => {
  const moved = new Date(Date.UTC(from.year, from.month - 1, from.day + days));
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
};

/** For comparing days. */
export const dayNumber = (of: CityDay): number => Date.UTC(of.year, of.month - 1, of.day) / 86_400_000;

/** The weeks of a month, Monday first, with the days of its neighbours that fill them. */
export function monthWeeks(year: number, month: number): CityDay[][] {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const monday = addDays({ year, month, day: 1 }, -((first.getUTCDay() + 6) % 7));
  const weeks: CityDay[][] = [];
  for (let start = monday; dayNumber(start) < Date.UTC(year, month, 1) / 86_400_000; start = addDays(start, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(start, index)));
  }
  return weeks;
}
