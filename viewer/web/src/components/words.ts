import type { Language } from '../i18n/words';

const vietnamese = {
  title: 'Thành phần giao diện', lead: 'Mọi thành phần của màn hình trong mọi trạng thái, cùng các quy ước về chữ, khoảng cách và màu.',
  back: 'Về bản đồ',
  type: 'Cỡ chữ', typeSample: 'Ngập sau mưa lớn ở Phường Đông Kinh, 1.234 hộ',
  spacing: 'Khoảng cách', colours: 'Màu theo vai trò', contrast: (ratio: string) => `tương phản ${ratio}`,
  roles: {
    canvas: 'nền trang', surface: 'mặt khung', raised: 'mặt nổi', line: 'đường kẻ', control: 'viền ô nhập', ink: 'chữ', muted: 'chữ phụ', accent: 'chọn, liên kết',
    good: 'tốt', warn: 'cần chú ý', bad: 'xấu, quá hạn', past: 'đang xem quá khứ',
  },
  severity: 'Mức độ', severityHint: 'Số luôn đứng trong dấu, nên không chỉ dựa vào màu.',
  sight: { normal: 'nhìn đủ màu', protan: 'mù màu đỏ', deutan: 'mù màu lục', tritan: 'mù màu lam' },
  marks: 'Dấu sự cố', buttons: 'Nút', chips: 'Thẻ lọc', fields: 'Ô nhập', status: 'Tình trạng', tags: 'Nhãn', rows: 'Hàng danh sách', states: 'Trạng thái khung nhìn', icons: 'Biểu tượng', toasts: 'Thông báo',
  usual: 'thường', primary: 'chính', quiet: 'nhẹ', wide: 'rộng', disabled: 'không bấm được', pressed: 'đang bật', withKey: 'kèm phím',
  empty: 'trống', filled: 'đã nhập', wrong: 'chưa đúng', wrongText: 'Chưa đọc được. Viết như 23/11/2026 14:05.', sample: 'Đèn đường không sáng', choice: 'Chọn một', check: 'Đây là diễn tập',
  saved: 'Đã lưu', failed: 'Không lưu được', told: 'Có người vừa thay đổi sự cố này',
};
export type ComponentWords = typeof vietnamese;

const english: ComponentWords = {
  title: 'Components', lead: 'Every component of the screen in every state, with the rules for type, spacing and colour.',
  back: 'Back to the map',
  type: 'Type scale', typeSample: 'Flooding after heavy rain in Dong Kinh Ward, 1,234 homes',
  spacing: 'Spacing', colours: 'Colours by role', contrast: (ratio: string) => `contrast ${ratio}`,
  roles: {
    canvas: 'page', surface: 'panel', raised: 'raised', line: 'line', control: 'edge of a field', ink: 'text', muted: 'secondary text', accent: 'selection, links',
    good: 'good', warn: 'needs attention', bad: 'bad, overdue', past: 'looking at the past',
  },
  severity: 'Severity', severityHint: 'The number always stands in the mark, so that nothing rests on colour alone.',
  sight: { normal: 'full colour sight', protan: 'without red', deutan: 'without green', tritan: 'without blue' },
  marks: 'Marks of incidents', buttons: 'Buttons', chips: 'Filter chips', fields: 'Fields', status: 'Status', tags: 'Tags', rows: 'List rows', states: 'States of a view', icons: 'Icons', toasts: 'Messages',
  usual: 'usual', primary: 'primary', quiet: 'quiet', wide: 'wide', disabled: 'disabled', pressed: 'switched on', withKey: 'with a key',
  empty: 'empty', filled: 'filled', wrong: 'wrong', wrongText: 'This cannot be read. Write it like 23/11/2026 14:05.', sample: 'Street light is out', choice: 'Choose one', check: 'This is an exercise',
  saved: 'Saved', failed: 'Not saved', told: 'Somebody else just changed this incident',
};

export const componentWords: Record<Language, ComponentWords> = { vi: vietnamese, en: english };
