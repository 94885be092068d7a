import bank from '@mapbox/maki/icons/bank.svg?raw';
import border from '@mapbox/maki/icons/lift-gate.svg?raw';
import building from '@mapbox/maki/icons/building.svg?raw';
import bus from '@mapbox/maki/icons/bus.svg?raw';
import camera from '@mapbox/maki/icons/attraction.svg?raw';
import clinic from '@mapbox/maki/icons/doctor.svg?raw';
import college from '@mapbox/maki/icons/college.svg?raw';
import dam from '@mapbox/maki/icons/dam.svg?raw';
import fire from '@mapbox/maki/icons/fire-station.svg?raw';
import heritage from '@mapbox/maki/icons/historic.svg?raw';
import hospital from '@mapbox/maki/icons/hospital.svg?raw';
import hydrant from '@mapbox/maki/icons/drinking-water.svg?raw';
import lodging from '@mapbox/maki/icons/lodging.svg?raw';
import market from '@mapbox/maki/icons/shop.svg?raw';
import museum from '@mapbox/maki/icons/museum.svg?raw';
import pagoda from '@mapbox/maki/icons/religious-buddhist.svg?raw';
import park from '@mapbox/maki/icons/park.svg?raw';
import police from '@mapbox/maki/icons/police.svg?raw';
import post from '@mapbox/maki/icons/post.svg?raw';
import pump from '@mapbox/maki/icons/watermill.svg?raw';
import rail from '@mapbox/maki/icons/rail.svg?raw';
import rain from '@mapbox/maki/icons/wetland.svg?raw';
import school from '@mapbox/maki/icons/school.svg?raw';
import stadium from '@mapbox/maki/icons/stadium.svg?raw';
import substation from '@mapbox/maki/icons/charging-station.svg?raw';
import townHall from '@mapbox/maki/icons/town-hall.svg?raw';
import waste from '@mapbox/maki/icons/waste-basket.svg?raw';
import water from '@mapbox/maki/icons/water.svg?raw';

/** Maki icons (15 × 15) by kind of facility. */
const icons: Record<string, string> = {
  hospital, clinic, school, university: college, police, fire_station: fire, town_hall: townHall, market, bus_station: bus, railway_station: rail,
  border_gate: border, heritage, pagoda, museum, hotel: lodging, park, stadium, post_office: post, bank, pump_station: pump, water_plant: water,
  substation, reservoir: dam, waste_station: waste, camera, hydrant, rain_gauge: rain,
};

/** The kinds that have an icon of their own. */
export const facilityKinds: readonly string[] = Object.keys(icons);

const cache = new Map<string, string>();

/** The outline of a kind's icon as one SVG path in a 15 × 15 box. */
export function makiPath(kind: string): string {
  const known = cache.get(kind);
  if (known !== undefined) return known;
  // Not by a parser of documents: the same outlines are taken where there is no browser. Some files write line breaks as references.
  const path = [...(icons[kind] ?? building).matchAll(/<path[^>]*?\sd="([^"]+)"/g)].map((found) => (found[1] ?? '').replace(/&#x?[0-9a-fA-F]+;/g, ' ')).join(' ');
  cache.set(kind, path);
  return path;
}
