/** Words of saved views, and of the filters "mine" and "in view". */
export const views = {
  title: 'Khung nhìn đã lưu',
  none: 'Chưa lưu khung nhìn nào. Đặt bộ lọc, thứ tự và bản đồ như ý rồi đặt tên.',
  save: 'Lưu khung nhìn đang xem',
  nameHint: 'Ví dụ: Nặng ở Đông Kinh',
  replace: 'Thay',
  share: (name: string) => `Chép đường dẫn của ${name}`,
  rename: (name: string) => `Đổi tên ${name}`,
  remove: (name: string) => `Xoá ${name}`,
  deleted: (name: string) => `Đã xoá khung nhìn ${name}.`,
  putBack: 'Hoàn lại',
  where: 'Giữ trong trình duyệt này. Gửi cho người khác bằng đường dẫn.',
  mine: 'Của tôi',
  mineIs: (unit: string) => `Của tôi: ${unit}`,
  inView: 'Trong khung bản đồ',
  unit: 'Cơ quan hoặc tổ của bạn',
  unitHint: 'Để lọc “Của tôi” trong danh sách. Tên không có dấu phẩy.',
  keys: { open: 'Khung nhìn đã lưu', pick: 'Đến khung nhìn thứ 1…9' },
};
export type ViewWords = typeof views;
