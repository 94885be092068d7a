/** Words for doing the same with many incidents at once. */
export const bulk = {
  label: 'Các sự cố đã chọn',
  select: (title: string) => `Chọn ${title}`,
  selected: (count: string) => `Đã chọn ${count}`,
  selectAll: (count: string) => `Chọn cả ${count}`,
  selectFirst: (count: string) => `Chọn ${count} sự cố đầu`,
  clear: 'Bỏ chọn',
  acknowledge: 'Xác nhận', receive: 'Tiếp nhận', assign: 'Phân công…',
  assignAll: (count: string) => `Phân công ${count} sự cố`,
  assignSome: (able: string, count: string) => `Phân công được ${able} trong ${count} sự cố đã chọn; các sự cố khác phải tiếp nhận hoặc mở lại trước.`,
  assignNone: 'Chưa phân công được sự cố nào đã chọn: phải tiếp nhận hoặc mở lại trước.',
  done: {
    acknowledge: (count: string) => `Đã xác nhận ${count} sự cố.`,
    receive: (count: string) => `Đã tiếp nhận ${count} sự cố.`,
    assign: (count: string) => `Đã phân công ${count} sự cố.`,
  },
  notDone: (count: string) => `${count} sự cố không làm được và vẫn được chọn:`,
  refusals: {
    changed: 'Có người vừa thay đổi; đã lấy bản mới nhất, bấm lại để làm.',
    notAllowed: 'Trạng thái hiện tại không cho phép.',
    first: { receive: 'Chưa tiếp nhận: tiếp nhận trước rồi mới phân công được.', reopen: 'Đã xử lý xong hoặc từ chối: mở lại trước rồi mới phân công được.' },
    nothing: 'Đã như vậy rồi.',
    gone: 'Không còn sự cố này.',
    busy: 'Máy chủ đang bận, hãy thử lại.',
    other: 'Máy chủ không nhận.',
  },
  keys: { toggle: 'Chọn hoặc bỏ chọn sự cố', range: 'Chọn đến dòng này' },
};
export type BulkWords = typeof bulk;
