/** A tile as its source names it. */
export interface TileAddress { z: number; x: number; y: number }

interface Answer { sequence: number; etag: string | null }

const keyOf = (tile: TileAddress): string => `${tile.z}/${tile.x}/${tile.y}`;

/**
 * Up to which sequence of the feed each tile holds the changes. The server says so beside the tile; the map shows an answer a little later, or
 * goes on showing what it has when the answer is the same again, which is then as new as the answer.
 */
export class TileSequences {
  private readonly answered = new Map<string, Answer>();
  private readonly shown = new Map<string, Answer>();

  /** @param deepest Deeper tiles of the map are cut from tiles of this zoom. */
  constructor(private readonly deepest: number) {}

  /** The server answered for a tile. True when what is shown is known to be that new already. */
  answer(tile: TileAddress, sequence: number, etag: string | null): boolean {
    const key = keyOf(tile);
    this.answered.set(key, { sequence, etag });
    const shown = this.shown.get(key);
    if (!shown || etag === null || shown.etag !== etag) return false;
    shown.sequence = Math.max(shown.sequence, sequence);
    return true;
  }

  /** The map shows the last answer for a tile. */
  show(tile: TileAddress): void {
    const key = keyOf(this.source(tile));
    const answer = this.answered.get(key);
    if (answer) this.shown.set(key, { ...answer });
  }

  /** The sequence of a tile that is shown; 0 when it is not known. */
  of(tile: TileAddress): number {
    return this.shown.get(keyOf(this.source(tile)))?.sequence ?? 0;
  }

  /** Other tiles follow: another query, time or history. */
  clear(): void {
    this.answered.clear();
    this.shown.clear();
  }

  private source({ z, x, y }: TileAddress): TileAddress {
    const up = Math.max(0, z - this.deepest);
    return { z: z - up, x: x >> up, y: y >> up };
  }
}
