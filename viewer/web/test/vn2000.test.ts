import { describe, expect, it } from 'vitest';
import { parsePlane } from '../src/format/planePair';
import { fromVn2000, toVn2000, zones } from '../src/format/vn2000';

describe('VN-2000', () => {
  const zone = { epsg: 9210, meridian: 105.75 };

  it('agrees with the published point of EPSG:9210 to the millimetre', () => {
    const { easting, northing } = toVn2000({ lon: 106.7, lat: 10.78 }, zone);
    expect(easting).toBeCloseTo(603696.965, 3);
    expect(northing).toBeCloseTo(1192284.864, 3);
  });

  it('agrees with PROJ in the zone of Lạng Sơn to a centimetre', () => {
    const { easting, northing } = toVn2000({ lon: 106.76, lat: 21.85 });
    expect(easting).toBeCloseTo(449158.033, 2);
    expect(northing).toBeCloseTo(2417140.524, 2);
  });

  it('comes back from every zone and place to where it was, to a centimetre', () => {
    for (const own of zones) for (let lat = 8.5; lat < 24; lat += 0.7) for (const aside of [-1.5, -0.4, 0, 0.9, 1.5]) {
      const place = { lon: own.meridian + aside, lat };
      const back = fromVn2000(toVn2000(place, own), own);
      // Within a few hundred metres of where the two shifts meet, the way back may take the other one: 0.8 m.
      const near = [9.35, 11.04].some((edge) => Math.abs(lat - edge) < 0.005) || [104.24, 107.11].some((edge) => Math.abs(place.lon - edge) < 0.005);
      expect(Math.abs(back.lat - place.lat)).toBeLessThan(near ? 1.5e-5 : 1e-7);
      expect(Math.abs(back.lon - place.lon)).toBeLessThan(near ? 1.5e-5 : 1e-7);
    }
  });
});

describe('a pair of metres', () => {
  it('is read in either order', () => {
    expect(parsePlane('449400 2417700')).toEqual({ easting: 449400, northing: 2417700 });
    expect(parsePlane('2417700.5, 449400.25')).toEqual({ easting: 449400.25, northing: 2417700.5 });
  });
  it('is not made of degrees, of words, or of what lies outside Vietnam', () => {
    for (const text of ['21.85, 106.76', '449400', 'đường 449400 2417700', '449400 5417700', '49400 2417700']) expect(parsePlane(text)).toBeNull();
  });
});
