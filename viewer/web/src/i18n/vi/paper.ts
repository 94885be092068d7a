/** Words of maps on paper. */
export const paper = {
  open: 'In bản đồ', title: 'In bản đồ', preview: 'Xem trước trang in', previewHint: 'Xem trước: trang in sắc nét hơn', drawing: 'Đang vẽ bản đồ…', make: 'Tạo bản in',
  atlasHint: 'Tập bản đồ có một trang cho mỗi địa bàn, kèm số liệu', subject: 'Nội dung',
  subjects: { view: 'Vùng đang xem', district: 'Địa bàn đang mở', incident: 'Phiếu sự cố đang mở', city: 'Toàn thành phố', atlas: 'Tập bản đồ các địa bàn' },
  paper: 'Khổ giấy', orientation: 'Hướng giấy', lying: 'Ngang', upright: 'Dọc', scale: 'Tỷ lệ', fit: 'Vừa khung', heading: 'Tiêu đề', headingHint: 'Theo nội dung',
  graticule: 'Lưới toạ độ', graticules: { none: 'Không', geographic: 'Kinh vĩ độ', vn2000: 'VN-2000' }, format: 'Định dạng',
  formats: { pdf: 'PDF (để in)', png: 'PNG (ảnh)', svg: 'SVG (véc-tơ)' }, legend: 'Chú giải và số liệu', night: 'Nền tối', locale: 'vi-VN',
};
