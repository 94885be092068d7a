/** Words of what a phone can do besides. */
export const phone = {
  reportHere: 'Báo sự cố tại chỗ tôi',
  goHere: 'Đến chỗ tôi',
  locating: 'Đang tìm vị trí…',
  forbidden: 'Chưa được phép biết vị trí. Cho phép trong cài đặt của trình duyệt rồi thử lại.',
  noPlace: 'Thiết bị chưa cho biết vị trí. Chạm vào bản đồ để chọn nơi.',
};
export type PhoneWords = typeof phone;
