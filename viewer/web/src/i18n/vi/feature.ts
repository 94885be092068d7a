/** Words about single features of layers and their editing. */
export const feature = {
  title: 'Đối tượng', unnamed: 'Đối tượng chưa có tên', nothing: 'chưa có', yes: 'có', no: 'không',
  edit: 'Sửa đối tượng', editing: (layer: string) => `Đang sửa lớp ${layer}`, choose: 'Bấm vào đối tượng để chọn.', finish: 'Xong',
  add: { Point: 'Thêm điểm', LineString: 'Thêm đường', Polygon: 'Thêm vùng' },
  placeHint: 'Kéo ghim hoặc bấm lên bản đồ, rồi lưu.',
  attributes: 'Thuộc tính', noFields: 'Lớp này không có thuộc tính nào.', placeless: 'Đối tượng này không có vị trí trên bản đồ.',
  needWhole: 'Cần số nguyên.', needNumber: 'Cần một số.', needTime: 'Cần ngày và giờ, ví dụ 23/11/2026 14:05.', timeHint: '23/11/2026 14:05',
  editShape: 'Sửa hình', movePoint: 'Dời vị trí', shapeHint: 'Kéo các đỉnh; bấm chấm nhỏ để thêm đỉnh.', pointHint: 'Kéo điểm đến chỗ mới.',
  vertex: 'Đỉnh: kéo, hoặc phím mũi tên để dời, Delete để bỏ', addVertex: 'Thêm đỉnh ở đây', removeVertex: 'Bỏ đỉnh',
  remove: 'Xoá', removeAsk: 'Xoá đối tượng này khỏi lớp?', removeNow: 'Xoá', keep: 'Giữ lại',
  saved: 'Đã lưu đối tượng', removed: 'Đã xoá đối tượng. Bấm Hoàn tác để lấy lại.', undo: 'Hoàn tác', redo: 'Làm lại', undone: 'Đã hoàn tác', redone: 'Đã làm lại',
  stale: 'Người khác vừa sửa đối tượng này. Nội dung mới đã được tải, chưa có gì bị ghi đè.',
  importing: 'Lớp này đang được nhập dữ liệu. Hãy sửa sau khi nhập xong.', gone: 'Đối tượng này không còn trong lớp.',
  badShape: 'Hình này không lưu được: các cạnh không được cắt nhau và mọi đỉnh phải nằm trên mặt đất.',
  keys: 'Hoàn tác, làm lại khi sửa đối tượng',
  history: {
    none: 'Chưa ai sửa riêng đối tượng này.', created: 'thêm đối tượng', removed: 'xoá đối tượng', changed: 'sửa thuộc tính', moved: 'sửa hình',
    placed: 'đặt vị trí', unplaced: 'bỏ vị trí', both: 'sửa hình và thuộc tính',
  },
};
