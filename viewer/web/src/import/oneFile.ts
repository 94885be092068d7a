const parts = new Set(['shp', 'shx', 'dbf', 'prj', 'cpg']);

const split = (name: string): [stem: string, ending: string] => {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1).toLowerCase()];
};

/**
 * The one file that several are: a Shapefile is a handful, packed into an archive as it is sent. What lies beside it, such as the indexes of
 * other programs, stays away. Null when they are several things.
 */
export async function oneFile(files: readonly File[]): Promise<File | null> {
  const [only] = files;
  if (files.length <= 1) return only ?? null;
  const shapes = files.filter((file) => split(file.name)[1] === 'shp').map((file) => split(file.name)[0].toLowerCase());
  if (!shapes.length) return null;
  const { zipSync } = await import('fflate');
  const archive: Record<string, Uint8Array> = {};
  for (const file of files) {
    const [stem, ending] = split(file.name);
    if (parts.has(ending) && shapes.includes(stem.toLowerCase())) archive[file.name] = new Uint8Array(await file.arrayBuffer());
  }
  const first = files.find((file) => split(file.name)[1] === 'shp')!;
  return new File([zipSync(archive, { level: 1 })], `${split(first.name)[0]}.zip`, { type: 'application/zip' });
}
