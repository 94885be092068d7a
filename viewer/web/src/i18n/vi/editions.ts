/** Words about editions of areas: which there are, their faults, what changed between them. */
export const editions = {
  open: 'Các lần ban hành địa giới', heading: 'Các lần ban hành địa giới',
  about: 'Chọn một lần ban hành để xem ranh giới trên bản đồ và kiểm tra chồng lấn, khe hở.',
  loading: 'Đang tải…', none: 'Chưa có lần ban hành nào. Nhập bằng lệnh ./citymap areas import.',
  from: (day: string) => `Từ ${day}`, until: (from: string, to: string) => `${from} – ${to}`, areas: (count: string) => `${count} địa bàn`, now: 'Đang hiệu lực',
  check: 'Kiểm tra ranh giới', checking: 'Đang kiểm tra ranh giới…', clean: 'Không có lỗi: các địa bàn khớp nhau.',
  faults: { overlap: 'Chồng lấn', gap: 'Khe hở', sliver: 'Mảnh vụn', invalid: 'Tự cắt' },
  wide: (metres: string) => `rộng trung bình ${metres} m`,
  more: (count: string) => `và ${count} lỗi nhỏ hơn, đều có trên bản đồ`,
  compare: 'So với', noCompare: 'Không so sánh', comparing: 'Đang so sánh…', same: 'Mã và tên đều giữ nguyên nghĩa.',
  changes: (count: string) => `${count} mã hoặc tên đã đổi nghĩa`,
  kinds: { codeReused: 'Mã dùng lại', nameReused: 'Tên dùng lại', renamed: 'Đổi tên', recoded: 'Đổi mã', reshaped: 'Đổi ranh giới' } as Record<string, string>,
  shared: (percent: string) => `${percent} % đất chung`,
};
export type EditionWords = typeof editions;
