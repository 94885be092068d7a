/** Words of the page aids and of print. */
export const aids = {
  contrast: 'Tương phản',
  contrasts: { system: 'Theo máy', normal: 'Thường', more: 'Cao' },
  read: 'Đọc thành tiếng phần đang chọn',
  readStop: 'Dừng đọc',
  reading: 'Đang đọc',
  noVoice: 'Thiết bị này chưa có giọng đọc tiếng Việt. Thêm giọng trong cài đặt của thiết bị.',
  noSpeech: 'Trình duyệt này không đọc thành tiếng được.',
  nothing: 'Chưa có gì để đọc. Bôi đen một đoạn hoặc mở một sự cố.',
  print: 'In trang này',
  printed: {
    now: (when: string) => `Số liệu lúc ${when} (giờ Việt Nam)`,
    asOf: (when: string, printed: string) => `Xem tại thời điểm ${when}, in lúc ${printed} (giờ Việt Nam)`,
    stale: (since: string) => `Dữ liệu cũ: mất liên lạc với máy chủ từ ${since}`,
    filter: 'Bộ lọc',
    noFilter: 'không lọc',
    source: 'Nguồn',
    rows: (shown: string, of: string) => `${shown} trong ${of} sự cố`,
    columns: { severity: 'Mức', title: 'Sự cố', type: 'Loại', state: 'Trạng thái', place: 'Nơi', reported: 'Ghi nhận', due: 'Hạn', name: 'Tên', status: 'Tình trạng' },
    map: 'Bản đồ đang xem',
  },
};
export type AidsWords = typeof aids;
