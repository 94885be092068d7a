/** Words of bringing a file onto the map. */
export const importing = {
  open: 'Nhập tệp…', heading: 'Nhập tệp vào bản đồ', choose: 'Chọn tệp, hoặc kéo tệp vào bản đồ',
  oneAtATime: 'Mỗi lần chỉ một tệp. Riêng các phần của một Shapefile (.shp, .shx, .dbf, .prj, .cpg) thì đưa vào cùng lúc.',
  unreadable: 'Không đọc được gì từ những thứ vừa thả.',
  formats: 'GeoJSON, CSV, Shapefile (.zip hoặc cả bộ tệp), GeoPackage, KML, GPX, OSM PBF', dropHere: 'Thả tệp để đưa vào bản đồ',
  checking: 'Đang đọc thử tệp…', storing: 'Đang đưa vào bản đồ…', stop: 'Dừng', store: 'Đưa vào bản đồ', stored: 'Đã có trên bản đồ',
  crsQuestion: 'Toạ độ của tệp thuộc hệ nào?', crsHint: 'Tệp không ghi hệ toạ độ. Bản đồ vẽ phạm vi của tệp theo từng hệ: chọn hệ đặt tệp đúng chỗ.',
  crsNone: 'Không hệ toạ độ nào đã biết đặt tệp này vào Việt Nam. Kiểm tra cột toạ độ: hồ sơ đo đạc thường ghi X là hướng bắc, Y là hướng đông.',
  meridian: (degrees: string) => `Kinh tuyến trục ${degrees}`, firstAt: (place: string) => `Điểm đầu ở ${place}`,
  good: 'Dùng được', kinds: { bad: 'Bị từ chối', repaired: 'Đã sửa', warning: 'Cần xem' },
  notes: (count: string) => `${count} ghi chú về từng dòng`, row: (line: string) => `dòng ${line}`, more: (count: string) => `và ${count} ghi chú nữa`,
  features: (count: string, kind: string) => `${count} ${kind}`, exists: '(đã có)', numberedFrom: (first: string) => `Dòng không có mã được đánh số từ ${first} trở đi`,
  geometries: { Point: 'điểm', Line: 'đường', Polygon: 'vùng', Any: 'đối tượng' },
  types: { Text: 'chữ', Integer: 'số nguyên', Real: 'số thực', Boolean: 'đúng/sai', Timestamp: 'thời điểm' },
  title: 'Tên lớp bản đồ', layer: 'Mã lớp', prefix: 'Chữ đứng trước mã các lớp', layerHint: 'Chữ thường không dấu, số và _ ; để trống thì theo tệp',
  mode: 'Nếu lớp đã có', modes: { append: 'Thêm vào', replace: 'Thay toàn bộ', upsert: 'Cập nhật theo mã đối tượng' },
  repair: 'Sửa các vùng sai hình học và liệt kê từng vùng', partial: 'Bỏ qua các dòng bị từ chối, chỉ lấy dòng dùng được',
  refusals: {
    import_failed: 'Tệp chưa dùng được; chưa có gì được lưu.', unknown_format: 'Không nhận ra định dạng của tệp.', archive_refused: 'Tệp nén không an toàn hoặc bị hỏng nên không được mở.',
    crs_unknown: 'Tệp ghi một hệ toạ độ mà CityMap chưa biết.', layer_conflict: 'Lớp bản đồ này không nhận được tệp.', store_refused: 'Có mã đối tượng đã tồn tại; chọn “Cập nhật” hoặc “Thay toàn bộ”.',
  },
};
