/** Words of the search. */
export const find = {
  label: 'Tìm sự cố, công trình, đường phố, địa điểm, địa bàn, lớp bản đồ, toạ độ',
  placeholder: 'Tìm kiếm',
  kinds: { area: 'Địa bàn', facility: 'Công trình', street: 'Đường phố', place: 'Địa điểm', layer: 'Lớp bản đồ', incident: 'Sự cố' },
  coordinates: 'Toạ độ',
  list: 'Danh sách',
  degrees: 'Vĩ độ, kinh độ (WGS 84)',
  vn2000: 'Đọc là VN-2000, kinh tuyến trục 107°15′',
  goTo: (text: string) => `Đi tới ${text}`,
  filterBy: (text: string) => `Lọc danh sách theo “${text}”`,
  filterHint: 'Tìm cả trong mô tả',
  done: 'Đã xong',
  of: (shown: string, count: string) => `${shown} trong ${count}`,
  partial: 'Máy chủ đang đọc dữ liệu sau khi khởi động, sẽ còn thêm kết quả.',
  nothing: 'Không thấy gì khớp. Thử ít từ hơn, không cần dấu.',
};

export type FindWords = typeof find;
