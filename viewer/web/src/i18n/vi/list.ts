/** Words of the list: more filters, and taking it away as a file. */
export const list = {
  attention: 'Cần chú ý',
  inTime: 'Còn trong hạn',
  exercises: 'Chỉ diễn tập', noExercises: 'Không kể diễn tập',
  age: 'Ghi nhận',
  younger: (age: string) => `Trong ${age} qua`,
  older: (age: string) => `Hơn ${age} trước`,
  occurredSince: (time: string) => `Xảy ra từ ${time}`,
  updatedSince: (time: string) => `Cập nhật từ ${time}`,
  closedSince: (time: string) => `Kết thúc từ ${time}`,
  oldest: 'Cũ nhất',
  export: {
    label: 'Tải danh sách về',
    what: (count: string) => `${count} sự cố, đúng bộ lọc và thứ tự đang xem.`,
    nothing: 'Không có sự cố nào khớp bộ lọc để tải về.',
    formats: { xlsx: 'Excel', csv: 'CSV', geojson: 'GeoJSON', gpkg: 'GeoPackage', zip: 'Shapefile' },
    hints: { xlsx: 'Bảng tính, .xlsx', csv: 'Bảng chữ cho mọi phần mềm, .csv', geojson: 'Cho phần mềm bản đồ, .geojson', gpkg: 'Cho QGIS, .gpkg', zip: 'Cho phần mềm GIS cũ hơn, .zip' },
    tooMany: (most: string) => `Bảng tính chứa nhiều nhất ${most} sự cố: hãy lọc bớt hoặc tải CSV.`,
  },
};
export type ListWords = typeof list;
