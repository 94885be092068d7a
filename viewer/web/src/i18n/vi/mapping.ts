/** Words about how the map is put together: the order of its layers, places to come back to. */
export const mapping = {
  order: {
    handle: (name: string) => `Đổi thứ tự lớp ${name}: kéo, hoặc dùng phím mũi tên lên, xuống`,
    moved: (name: string, place: string, of: string) => `${name}: thứ ${place} trong ${of}`,
    reset: 'Về thứ tự ban đầu',
  },
  bookmarks: {
    title: 'Nơi đã lưu',
    none: 'Chưa lưu nơi nào. Đặt tên cho khung nhìn này để quay lại sau.',
    name: 'Tên nơi này', nameHint: 'Ví dụ: Chợ Kỳ Lừa',
    save: 'Lưu khung nhìn', saved: 'Đã lưu nơi này',
    go: (name: string) => `Bay tới ${name}`,
    remove: (name: string) => `Bỏ ${name}`,
    full: 'Đã lưu đủ 50 nơi. Bỏ bớt trước khi thêm.',
    here: 'Chỉ lưu trong trình duyệt này.',
  },
};
export type MappingWords = typeof mapping;
