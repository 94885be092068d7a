/** Words of a facility's own page. */
export const facility = {
  availability: (percent: string, days: string) => `Hoạt động ${percent} trong ${days} ngày qua`,
  noStatus: 'Chưa ai ghi nhận tình trạng.',
  statusHistory: 'Tình trạng theo thời gian',
  span: (status: string, from: string, to: string) => `${status}: ${from} – ${to}`,
  untilNow: 'nay',
  range: 'Khoảng thời gian',
  ranges: { day: '24 giờ', week: '7 ngày', month: '31 ngày' },
  noReadings: 'Không có số đo trong khoảng này.',
  reading: (quantity: string, latest: string) => `${quantity}, mới nhất ${latest}`,
  at: (time: string, value: string) => `${time}: ${value}`,
  between: (low: string, high: string) => `từ ${low} đến ${high}`,
  min: (value: string) => `tối thiểu ${value}`, max: (value: string) => `tối đa ${value}`,
  crossed: 'vượt ngưỡng',
  nearby: 'Sự cố gần đây', nearbyHint: 'Đang mở, trong vòng 500 m', nearbyNone: 'Không có sự cố nào đang mở trong vòng 500 m.',
  edit: 'Sửa', move: 'Dời trên bản đồ', moved: 'Đã dời công trình',
  editCapacity: 'Cập nhật sức chứa', capacity: 'Sức chứa', used: 'Đang dùng', capacitySaved: 'Đã cập nhật sức chứa',
  wholeNumber: 'Viết một số từ 0 trở lên, hoặc để trống nếu chưa rõ.',
  conflict: 'Người khác vừa cập nhật công trình này. Thông tin mới đã được tải; hãy xem lại rồi lưu.',
  reason: 'Lý do',
  full: (percent: string) => `đầy ${percent}`,
};
export type FacilityWords = typeof facility;
