/** Words of taking a layer away as a file. */
export const download = {
  open: 'Tải xuống', inView: 'Chỉ phần đang thấy trên bản đồ', crs: 'Hệ toạ độ của GeoPackage và Shapefile',
  moment: (time: string) => `Tại thời điểm ${time}`,
  incidents: 'Cả lớp, không theo bộ lọc của danh sách; bản tải theo bộ lọc nằm ở đầu danh sách sự cố.',
  systems: { 4326: 'WGS 84, độ', 9215: 'VN-2000 / TM-3 107°15′', 32648: 'UTM 48N', 3857: 'Web Mercator' },
  formats: { gpkg: 'GeoPackage', zip: 'Shapefile (.zip)', geojson: 'GeoJSON', csv: 'CSV' },
  hints: {
    gpkg: 'Cho QGIS và mọi phần mềm GIS; giữ nguyên mọi trường', zip: 'Cho phần mềm cũ; tên trường còn 10 chữ, có ghi chú kèm theo',
    geojson: 'Cho trang mạng và lập trình; WGS 84', csv: 'Cho bảng tính; điểm thành kinh độ, vĩ độ',
  },
};
export type DownloadWords = typeof download;
