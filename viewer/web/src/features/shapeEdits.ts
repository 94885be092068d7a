/** Where a position stands in the coordinates of a shape: one number per level. */
export type Path = readonly number[];
export interface Vertex { path: Path; at: [number, number] }

type Nested = number[] | Nested[];
type Shape = Exclude<GeoJSON.Geometry, GeoJSON.GeometryCollection>;

const isPosition = (value: Nested): value is number[] => typeof value[0] === 'number';
const isArea = (shape: Shape): boolean => shape.type === 'Polygon' || shape.type === 'MultiPolygon';
/** Positions the innermost list must keep; a ring repeats its first one at the end. */
const fewest = (shape: Shape): number => ({ Point: 1, MultiPoint: 1, LineString: 2, MultiLineString: 2, Polygon: 4, MultiPolygon: 4 })[shape.type];

function walk(value: Nested, path: Path, visit: (list: number[][], path: Path) => void): void {
  if (isPosition(value)) visit([value], path);
  else if (value[0] && isPosition(value[0])) visit(value as number[][], path);
  else (value as Nested[]).forEach((part, index) => walk(part, [...path, index], visit));
}

/** Every corner that can be taken hold of; that a ring ends where it began is told once. */
export function verticesOf(shape: Shape): Vertex[] {
  if (shape.type === 'Point') return [{ path: [], at: shape.coordinates as [number, number] }];
  const found: Vertex[] = [];
  walk(shape.coordinates as Nested, [], (list, path) => {
    const open = isArea(shape) ? list.slice(0, -1) : list;
    open.forEach((at, index) => found.push({ path: [...path, index], at: [at[0]!, at[1]!] }));
  });
  return found;
}

/** Half-way between neighbouring corners: the path is where a new corner would go. */
export function middlesOf(shape: Shape): Vertex[] {
  if (shape.type === 'Point' || shape.type === 'MultiPoint') return [];
  const found: Vertex[] = [];
  walk(shape.coordinates as Nested, [], (list, path) => {
    for (let index = 1; index < list.length; index++) {
      const [a, b] = [list[index - 1]!, list[index]!];
      found.push({ path: [...path, index], at: [(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2] });
    }
  });
  return found;
}

/** Changes the list a path ends in; what is not on the way is shared. */
function inList(shape: Shape, path: Path, change: (list: number[][], index: number) => number[][]): Shape {
  const at = (value: Nested, depth: number): Nested => {
    if (depth === path.length - 1) return change([...(value as number[][])], path[depth]!);
    const copy = [...(value as Nested[])];
    copy[path[depth]!] = at(copy[path[depth]!]!, depth + 1);
    return copy;
  };
  return { ...shape, coordinates: at(shape.coordinates as Nested, 0) } as Shape;
}

const close = (shape: Shape, list: number[][]): number[][] => (isArea(shape) ? [...list.slice(0, -1), list[0]!] : list);

/** The shape with a corner elsewhere. */
export function moveVertex(shape: Shape, path: Path, to: [number, number]): Shape {
  if (shape.type === 'Point') return { ...shape, coordinates: to };
  return inList(shape, path, (list, index) => {
    list[index] = to;
    return close(shape, list);
  });
}

/** The shape with one corner more, before the one at the path. */
export const insertVertex = (shape: Shape, path: Path, at: [number, number]): Shape =>
  inList(shape, path, (list, index) => [...list.slice(0, index), at, ...list.slice(index)]);

/** The shape with a corner less; null when too few would be left. */
export function removeVertex(shape: Shape, path: Path): Shape | null {
  if (shape.type === 'Point') return null;
  let left = 0;
  const next = inList(shape, path, (list, index) => {
    const rest = list.filter((_, at) => at !== index);
    left = rest.length;
    return close(shape, rest);
  });
  return left < fewest(shape) ? null : next;
}

/** True for shapes whose corners can be moved here. */
export const isEditable = (shape: GeoJSON.Geometry | null): shape is Shape => shape !== null && shape.type !== 'GeometryCollection';

export type { Shape };
