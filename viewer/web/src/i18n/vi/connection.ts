/** Words about the line to the server, and what waits for it. */
export const connection = {
  live: 'Trực tiếp',
  connecting: 'Đang kết nối',
  catchingUp: 'Đang bắt kịp',
  stale: (since: string) => `Dữ liệu cũ từ ${since}`,
  offline: 'Mất mạng',
  paused: 'Tạm dừng',
  hint: 'Tình trạng nhận tin trực tiếp',
  bandStale: (since: string) => `Mất liên lạc với máy chủ từ ${since}.`,
  bandOffline: (since: string) => `Thiết bị mất mạng từ ${since}.`,
  bandHint: 'Những gì đang thấy là của lúc đó. Trang tự nối lại.',
  bandKept: (count: string) => `Những gì đang thấy là của lúc đó. ${count} việc đang chờ gửi, tự gửi khi nối lại.`,
  kept: (label: string) => `Chưa gửi được: ${label}. Tự gửi lại khi có máy chủ.`,
  doNotSend: 'Không gửi nữa',
  sentNow: (label: string) => `Đã gửi: ${label}`,
  notTaken: (label: string, why: string) => `Không nhận: ${label}. ${why}`,
  changedMeanwhile: (state: string) => `Có người đã thay đổi sự cố trong lúc mất liên lạc; giờ là “${state}”. Mở ra xem, còn cần thì làm lại.`,
  waitingMoves: (moves: string) => `Đang chờ gửi: ${moves}. Tự gửi khi có máy chủ.`,
  waitingReport: 'Chưa tới máy chủ. Phản ánh được giữ ở đây và tự gửi khi có máy chủ; không cần bấm lại.',
  woke: 'Thiết bị vừa thức dậy, đang lấy tin mới.',
};
export type ConnectionWords = typeof connection;
