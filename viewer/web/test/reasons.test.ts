import { describe, expect, it } from 'vitest';
import { reasonsVi } from '../src/import/reasons.vi';
import { sayHow } from '../src/import/sayHow';
import { sayPlaces } from '../src/import/sayPlaces';
import { sayReason } from '../src/import/sayReason';

describe('why a row is refused', () => {
  it.each([
    ['The latitude 106.7 is outside −90 to 90. Longitude comes first: did you mean lon 106.7, lat 21.8?', 'Vĩ độ 106.7 nằm ngoài −90 đến 90. Kinh độ đứng trước: có phải ý bạn là kinh độ 106.7, vĩ độ 21.8?'],
    ['The row has 3 values, the header has 5 columns.', 'Dòng có 3 giá trị, tiêu đề có 5 cột.'],
    ['The area is not valid: self-intersection at 106.75, 21.85. Mend it, or import with repair.', 'Vùng tự cắt chính nó tại 106.75, 21.85. Sửa trong tệp, hoặc chọn “Sửa các vùng sai hình học”.'],
    ['"31/02/2026" is not a time that could be read.', '“31/02/2026” không phải là thời điểm đọc được.'],
    ['The file is empty.', 'Tệp rỗng.'],
    ['Expected a position [longitude, latitude], found a number.', 'Cần một vị trí [kinh độ, vĩ độ], ở đây là một số.'],
    ['Expected an object, found text.', 'Kiểu dữ liệu không đúng: ở đây là chữ.'],
    ['"text" is not a number of degrees.', '“text” không phải là số độ.'],
  ])('is said in Vietnamese: %s', (reason, said) => expect(sayReason(reason, 'vi')).toEqual({ text: said, lang: 'vi' }));

  it('is left as it is for a reader of English, and where nobody has said it in Vietnamese, marked as English', () => {
    expect(sayReason('The file is empty.', 'en').text).toBe('The file is empty.');
    expect(sayReason('Something new.', 'vi')).toEqual({ text: 'Something new.', lang: 'en' });
  });

  it('names only what its sentence holds', () => {
    for (const [pattern, template] of reasonsVi) {
      const groups = new RegExp(`${pattern.source}|`).exec('')!.length - 1;
      for (const [, index] of template.matchAll(/\$(\d)/g)) expect(Number(index), template).toBeLessThanOrEqual(groups);
    }
  });
});

describe('how a file was read', () => {
  it.each([
    ['CSV, utf-8, position from "kinh do" and "vi do", id from "ma"', 'CSV, utf-8, toạ độ ở cột “kinh do” và “vi do”, mã ở cột “ma”'],
    ['Shapefile, PolygonZ, windows-1258 (98% of its words are Vietnamese in it)', 'Shapefile, vùng, windows-1258 (98% số từ đúng chính tả tiếng Việt)'],
    ['GeoPackage, 3 tables', 'GeoPackage, 3 bảng'],
    ['newline-delimited GeoJSON', 'GeoJSON mỗi dòng một đối tượng'],
    ['KMZ', 'KMZ'],
  ])('is said in Vietnamese: %s', (how, said) => {
    expect(sayHow(how, 'vi')).toBe(said);
    expect(sayHow(how, 'en')).toBe(how);
  });
});

describe('where a coordinate system is used', () => {
  it.each([
    ['the world', 'toàn thế giới'],
    ['102°E to 108°E', 'từ 102°Đ đến 108°Đ'],
    ['Vietnam west of 103°30′E', 'Việt Nam ở phía tây 103°30′Đ'],
    ['Hà Nội, Hà Nam; Vietnam from 103°30′E to 106°30′E', 'Hà Nội, Hà Nam; Việt Nam từ 103°30′Đ đến 106°30′Đ'],
    ['Lạng Sơn', 'Lạng Sơn'],
  ])('is said in Vietnamese: %s', (places, said) => {
    expect(sayPlaces(places, 'vi')).toBe(said);
    expect(sayPlaces(places, 'en')).toBe(places);
  });
});
