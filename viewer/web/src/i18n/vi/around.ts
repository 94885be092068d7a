/** Words of what lies around an incident. */
export const around = {
  nearby: 'Đang mở gần đây',
  similar: 'Tương tự',
  none: { nearby: 'Không có sự cố nào khác đang mở trong vòng 500 m.', similar: 'Không có sự cố cùng loại trong vòng 2 km và 30 ngày.' },
  failed: 'Chưa tải được.',
  map: 'Bản đồ quanh đây',
  mapOf: (title: string) => `Bản đồ quanh ${title}`,
  mapFailed: 'Máy chủ chưa vẽ được bản đồ này. Đóng rồi mở lại để thử.',
  keys: 'Các bước xử lý sự cố đang mở (chữ ghi trên nút)',
};
export type AroundWords = typeof around;
