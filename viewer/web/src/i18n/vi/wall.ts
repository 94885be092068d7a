/** Words of the wall. */
export const wall = {
  title: 'Màn hình lớn',
  open: 'đang mở',
  overdue: 'quá hạn',
  unacknowledged: 'chưa xác nhận',
  newest: 'Mới nhất',
  worst: 'Nghiêm trọng nhất',
  none: 'Không có sự cố đang mở',
  wholeCity: 'Toàn thành phố',
  theme: (name: string) => `${name} theo địa bàn`,
  themes: { open: 'Đang mở', overdue: 'Quá hạn' },
  pace: (seconds: string) => `đổi sau mỗi ${seconds} giây`,
  position: (at: string, of: string) => `${at}/${of}`,
  stale: (since: string) => `Mất liên lạc với máy chủ. Số liệu của lúc ${since}.`,
  never: 'Đang chờ máy chủ. Màn hình tự đầy khi máy chủ trả lời.',
};
export type WallWords = typeof wall;
