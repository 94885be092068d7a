import { shell as shellVi } from './vi/shell';
import { incident as incidentVi } from './vi/incident';
import { places as placesVi } from './vi/places';
import { time as timeVi } from './vi/time';
import { wall as wallVi } from './vi/wall';
import { shell as shellEn } from './en/shell';
import { incident as incidentEn } from './en/incident';
import { places as placesEn } from './en/places';
import { time as timeEn } from './en/time';
import { wall as wallEn } from './en/wall';

export type Language = 'vi' | 'en';

/** Every word of the console. Vietnamese is the model: a key missing in English does not compile. */
const vietnamese = { ...shellVi, incident: incidentVi, ...placesVi, time: timeVi, wall: wallVi };
export type Words = typeof vietnamese;
const english: Words = { ...shellEn, incident: incidentEn, ...placesEn, time: timeEn, wall: wallEn };

export const dictionaries: Record<Language, Words> = { vi: vietnamese, en: english };
