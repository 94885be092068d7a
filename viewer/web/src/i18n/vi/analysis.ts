/** Words of finding something out from layers. */
export const analysis = {
  open: 'Phân tích…', heading: 'Phân tích trên bản đồ', back: 'Chọn phép khác', run: 'Phân tích', running: 'Đang tính…', stop: 'Dừng', another: 'Phân tích khác',
  kinds: {
    Coverage: { name: 'Độ phủ', about: 'Bao nhiêu mét đường (nhà, điểm) nằm trong và ngoài tầm của công trình', input: 'Cần được phủ', other: 'Tính từ' },
    WhatIf: { name: 'Nếu đặt thêm', about: 'Đặt thử công trình mới, so độ phủ trước và sau', input: 'Cần được phủ', other: 'Công trình đang có' },
    Buffer: { name: 'Vùng đệm', about: 'Vẽ phạm vi quanh mỗi đối tượng', input: 'Quanh', other: 'Lớp khác' },
    Summary: { name: 'Thống kê theo vùng', about: 'Đếm và cộng những gì nằm trong mỗi vùng', input: 'Đếm', other: 'Theo vùng của' },
    Nearest: { name: 'Gần nhất', about: 'Công trình gần nhất của mỗi đối tượng và khoảng cách', input: 'Từ', other: 'Đến' },
    Select: { name: 'Chọn theo vùng', about: 'Lấy những đối tượng chạm vào một vùng', input: 'Chọn từ', other: 'Nằm ở vùng của' },
    Intersect: { name: 'Phần giao', about: 'Cắt lớp này bằng các vùng của lớp kia', input: 'Cắt', other: 'Bằng vùng của' },
  },
  pick: 'Chọn lớp…', only: 'Chỉ lấy loại', all: 'Tất cả',
  distance: 'Khoảng cách (m)', badDistance: 'Viết số mét từ 1 đến 100.000.', crow: 'Đo theo đường chim bay, không theo đường đi.',
  dissolve: 'Gộp thành một vùng', within: 'Chỉ lấy đối tượng nằm trọn bên trong', sum: 'Cộng giá trị', onlyCount: 'Chỉ đếm',
  title: 'Tên kết quả (không bắt buộc)', titleHint: 'Để trống thì tự đặt',
  draw: 'Vẽ vùng trên bản đồ', drawAgain: 'Vẽ lại', drawHint: 'Bấm lên bản đồ từng góc của vùng.', byLayer: 'Dùng vùng của lớp',
  drafts: 'Công trình dự kiến', addDraft: 'Đặt trên bản đồ', addDraftHint: 'Bấm lên bản đồ hoặc kéo ghim đến chỗ dự kiến, rồi lưu.', removeDraft: (number: string) => `Bỏ dự kiến ${number}`,
  incomplete: 'Chọn đủ các mục trên để xem trước.', counting: 'Đang đếm…',
  preview: (input: string) => `Sẽ dùng ${input} đối tượng.`, previewTwo: (input: string, other: string) => `Sẽ dùng ${input} và ${other} đối tượng.`,
  tooMany: (most: string) => `Nhiều quá: mỗi lớp tối đa ${most}. Chọn một loại thôi.`,
  done: (title: string) => `Đã có lớp “${title}” trên bản đồ`, show: 'Xem trên bản đồ',
  madeFrom: (layers: string) => `Từ: ${layers}`, madeAt: (time: string) => `Tính lúc ${time}`,
  fresh: 'Dữ liệu gốc chưa đổi', changed: 'Dữ liệu gốc đã đổi; kết quả có thể cũ', gone: 'Lớp gốc không còn', recompute: 'Tính lại',
  coverage: { covered: 'Trong tầm', gained: 'Thêm được nhờ dự kiến', beyond: 'Ngoài tầm' },
  figures: {
    features: 'Đối tượng', area: 'Diện tích', total: 'Tổng cộng', covered: 'Trong tầm', coveredShare: 'Tỷ lệ trong tầm', gained: 'Thêm được nhờ dự kiến', afterShare: 'Tỷ lệ sau khi thêm',
    beyond: 'Ngoài tầm', areas: 'Số vùng', counted: 'Đã đếm', outside: 'Ngoài mọi vùng', sum: 'Tổng giá trị', looked: 'Đã xét', selected: 'Được chọn', pieces: 'Số mảnh',
    mean: 'Trung bình', median: 'Trung vị', most: 'Xa nhất',
  },
  problems: {
    analysis_too_large: 'Lớp có quá nhiều đối tượng. Chọn một loại thôi.', analysis_too_slow: 'Tính quá lâu nên đã dừng. Chọn ít đối tượng hơn.',
    area_too_wide: 'Các lớp nằm quá xa nhau để đo chính xác.', result_too_large: 'Kết quả quá lớn. Chọn ít đối tượng hơn.',
    geometry_invalid: 'Có hình bị lỗi trong lớp. Nhập lại lớp và chọn sửa hình.', unknown_layer: 'Lớp không còn nữa.', busy: 'Đang có phân tích khác chạy. Thử lại sau ít phút.',
  },
};
export type AnalysisWords = typeof analysis;
