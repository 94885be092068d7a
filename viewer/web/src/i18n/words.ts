import { shell as shellVi } from './vi/shell';
import { incident as incidentVi } from './vi/incident';
import { places as placesVi } from './vi/places';
import { trends as trendsVi } from './vi/trends';
import { facility as facilityVi } from './vi/facility';
import { mapping as mappingVi } from './vi/mapping';
import { time as timeVi } from './vi/time';
import { wall as wallVi } from './vi/wall';
import { connection as connectionVi } from './vi/connection';
import { aids as aidsVi } from './vi/aids';
import { phone as phoneVi } from './vi/phone';
import { paper as paperVi } from './vi/paper';
import { find as findVi } from './vi/find';
import { list as listVi } from './vi/list';
import { alerts as alertsVi } from './vi/alerts';
import { views as viewsVi } from './vi/views';
import { around as aroundVi } from './vi/around';
import { bulk as bulkVi } from './vi/bulk';
import { handover as handoverVi } from './vi/handover';
import { importing as importVi } from './vi/import';
import { shell as shellEn } from './en/shell';
import { incident as incidentEn } from './en/incident';
import { places as placesEn } from './en/places';
import { trends as trendsEn } from './en/trends';
import { facility as facilityEn } from './en/facility';
import { mapping as mappingEn } from './en/mapping';
import { time as timeEn } from './en/time';
import { wall as wallEn } from './en/wall';
import { connection as connectionEn } from './en/connection';
import { aids as aidsEn } from './en/aids';
import { phone as phoneEn } from './en/phone';
import { paper as paperEn } from './en/paper';
import { find as findEn } from './en/find';
import { list as listEn } from './en/list';
import { alerts as alertsEn } from './en/alerts';
import { views as viewsEn } from './en/views';
import { around as aroundEn } from './en/around';
import { bulk as bulkEn } from './en/bulk';
import { handover as handoverEn } from './en/handover';
import { importing as importEn } from './en/import';

export type Language = 'vi' | 'en';

/** Every word of the console. Vietnamese is the model: a key missing in English does not compile. */
const vietnamese = { ...shellVi, incident: incidentVi, ...placesVi, trends: trendsVi, facility: facilityVi, mapping: mappingVi, time: timeVi, wall: wallVi, connection: connectionVi, aids: aidsVi, phone: phoneVi, paper: paperVi, find: findVi, list: listVi, bulk: bulkVi, handover: handoverVi, alerts: alertsVi, saved: viewsVi, around: aroundVi, import: importVi };
export type Words = typeof vietnamese;
const english: Words = { ...shellEn, incident: incidentEn, ...placesEn, trends: trendsEn, facility: facilityEn, mapping: mappingEn, time: timeEn, wall: wallEn, connection: connectionEn, aids: aidsEn, phone: phoneEn, paper: paperEn, find: findEn, list: listEn, bulk: bulkEn, handover: handoverEn, alerts: alertsEn, saved: viewsEn, around: aroundEn, import: importEn };

export const dictionaries: Record<Language, Words> = { vi: vietnamese, en: english };
