/** One call on a drawing context, by the name of the method or property and its arguments. */
export type Call = [string, ...(number | string)[]];

const methods = ['beginPath', 'closePath', 'moveTo', 'lineTo', 'arc', 'roundRect', 'fill', 'stroke', 'fillRect', 'fillText', 'clip', 'save', 'restore',
  'translate', 'scale'];

/** A drawing context that draws nothing and writes down what it is asked, so that a program without a browser can draw the same. */
export function recordContext(calls: Call[]): CanvasRenderingContext2D {
  const target: Record<string, unknown> = {};
  for (const name of methods) {
    target[name] = (...values: unknown[]) => calls.push([name, ...values.map((value) => (value instanceof RecordedPath ? value.outline : (value as number | string)))]);
  }
  return new Proxy(target, {
    get(known, name) {
      if (name in known) return known[String(name)];
      throw new Error(`Drawings of map symbols may not use ${String(name)}: programs without a browser do not know it.`);
    },
    set(_, name, value: number | string) {
      calls.push([String(name), value]);
      return true;
    },
  }) as unknown as CanvasRenderingContext2D;
}

/** Stands in for Path2D. */
export class RecordedPath {
  constructor(readonly outline: string) {}
}
