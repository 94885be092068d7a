/** Everything that was dropped, the files of folders too. To be called while the drop is handled: afterwards the browser forgets what it was. */
export function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  // A page that drops by script has files only.
  if (entries.some((entry) => entry === null)) return Promise.resolve([...transfer.files]);
  return Promise.all(entries.map((entry) => filesIn(entry!))).then((files) => files.flat());
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return [await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  // A folder is told in portions; an empty one says that there is no more.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (!portion.length) return files;
    for (const inner of portion) if (inner.isFile) files.push(...await filesIn(inner));
  }
}
