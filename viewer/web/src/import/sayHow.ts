import type { Language } from '../i18n/words';

/** What the server says of how it read a file, part by part, and how that is said in Vietnamese. */
const partsVi: ReadonlyArray<readonly [RegExp, string]> = [
  [/position from "(.+?)" and "(.+?)"/, 'toạ độ ở cột “$1” và “$2”'],
  [/geometry from "(.+?)"/, 'hình học ở cột “$1”'],
  [/no columns for a position were found/, 'không tìm thấy cột toạ độ'],
  [/id from "(.+?)"/, 'mã ở cột “$1”'],
  [/newline-delimited GeoJSON/, 'GeoJSON mỗi dòng một đối tượng'],
  [/GeoJSON text sequence/, 'chuỗi đối tượng GeoJSON'],
  [/(\d+) tables?$/, '$1 bảng'],
  [/(\d+) layers by own rules/, '$1 lớp theo quy tắc riêng'],
  [/^Shapefile, Point[ZM]*/, 'Shapefile, điểm'],
  [/^Shapefile, MultiPoint[ZM]*/, 'Shapefile, nhiều điểm'],
  [/^Shapefile, PolyLine[ZM]*/, 'Shapefile, đường'],
  [/^Shapefile, Polygon[ZM]*/, 'Shapefile, vùng'],
  [/\(as stated\)/, '(như đã chọn)'],
  [/\(plain letters only\)/, '(chỉ có chữ không dấu)'],
  [/\(valid UTF-8\)/, '(UTF-8 hợp lệ)'],
  [/\((\S+) ?(%?) of its words are Vietnamese in it\)/, '($1$2 số từ đúng chính tả tiếng Việt)'],
  [/\(as its header says\)/, '(theo phần đầu tệp)'],
  [/\(a guess\)/, '(phỏng đoán)'],
];

/** How a file was read, in the reader's language. */
export const sayHow = (how: string, language: Language): string =>
  language === 'en' ? how : partsVi.reduce((said, [part, template]) => said.replace(part, template), how);
