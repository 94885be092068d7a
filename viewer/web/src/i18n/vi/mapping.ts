/** Words about how the map is put together: the order of its layers, places to come back to. */
export const mapping = {
  order: {
    handle: (name: string) => `Đổi thứ tự lớp ${name}: kéo, hoặc dùng phím mũi tên lên, xuống`,
    moved: (name: string, place: string, of: string) => `${name}: thứ ${place} trong ${of}`,
    reset: 'Về thứ tự ban đầu',
    share: 'Đặt thứ tự này cho mọi người', shared: 'Mọi người đã thấy các lớp theo thứ tự này',
  },
  bookmarks: {
    title: 'Nơi đã lưu',
    none: 'Chưa lưu nơi nào. Đặt tên cho khung nhìn này để quay lại sau.',
    name: 'Tên nơi này', nameHint: 'Ví dụ: Chợ Kỳ Lừa',
    save: 'Lưu khung nhìn', saved: 'Đã lưu nơi này',
    go: (name: string) => `Bay tới ${name}`,
    remove: (name: string) => `Bỏ ${name}`,
    full: 'Đã lưu đủ 50 nơi. Bỏ bớt trước khi thêm.',
    here: 'Chỉ lưu trong trình duyệt này.',
  },
  edit: {
    about: 'Thông tin', style: 'Kiểu vẽ', retire: 'Ngừng dùng', restore: 'Dùng lại',
    retired: 'Đã ngừng dùng lớp này. Dữ liệu vẫn còn.', restored: 'Đã dùng lại lớp này', retiredGroup: 'Đã ngừng dùng',
    saved: 'Đã lưu lớp bản đồ', conflict: 'Người khác vừa sửa lớp này. Thông tin mới đã được tải; hãy mở lại rồi lưu.',
    titleVi: 'Tên (tiếng Việt)', titleEn: 'Tên (tiếng Anh)', aboutVi: 'Mô tả (tiếng Việt)', aboutEn: 'Mô tả (tiếng Anh)', description: 'Mô tả',
    licence: 'Giấy phép', cadence: 'Chu kỳ cập nhật',
    cadences: { none: 'Không hứa trước', P1D: 'Mỗi ngày', P7D: 'Mỗi tuần', P1M: 'Mỗi tháng', P3M: 'Mỗi quý', P6M: 'Nửa năm', P1Y: 'Mỗi năm' },
    shownFrom: 'Hiện từ mức thu phóng', shownTo: 'Ẩn từ mức thu phóng', always: 'Luôn hiện', badScales: 'Mức ẩn phải lớn hơn mức hiện.',
    audience: 'Dành cho', audiences: { everyone: 'Mọi người', staff: 'Cán bộ' },
    kind: 'Tô theo', kinds: { Single: 'Một màu', Categorised: 'Giá trị', Graduated: 'Số liệu', HeatMap: 'Mật độ' },
    colour: 'Màu', field: 'Thuộc tính', noNumbers: 'Lớp này không có thuộc tính dạng số.',
    method: 'Cách chia lớp', methods: { Quantile: 'Phân vị (số lượng bằng nhau)', EqualInterval: 'Khoảng bằng nhau', NaturalBreaks: 'Ngắt tự nhiên (Jenks)' },
    classes: 'Số lớp', ramp: 'Dải màu', ramps: { blue: 'Xanh lam', orange: 'Cam', green: 'Xanh lục', violet: 'Tím' },
    others: 'Còn lại', radius: 'Cỡ điểm', width: 'Độ dày nét', reach: 'Tầm ảnh hưởng của điểm', label: 'Ghi nhãn bằng', noLabel: 'Không ghi nhãn', plain: 'Vẽ mặc định',
  },
  make: {
    open: 'Lớp mới để vẽ', title: 'Tên lớp', geometry: 'Hình dạng', shapes: { Point: 'Điểm', Line: 'Đường', Polygon: 'Vùng' },
    fields: 'Thuộc tính', fieldName: 'Tên thuộc tính', fieldType: 'Kiểu', firstField: 'Tên', add: 'Thêm thuộc tính', remove: (name: string) => `Bỏ thuộc tính ${name}`, make: 'Tạo và vẽ',
    types: { Text: 'Chữ', Integer: 'Số nguyên', Real: 'Số thập phân', Boolean: 'Có hoặc không', Timestamp: 'Thời điểm' },
  },
};
export type MappingWords = typeof mapping;
