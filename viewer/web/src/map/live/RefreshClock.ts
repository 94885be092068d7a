/** How urgent newer tiles are. */
export type Urgency = 'now' | 'soon' | 'later';

/** Something on the screen is not so. */
const soonMilliseconds = 1500;
/** Everything is drawn right, though partly beside the tiles. */
const laterMilliseconds = 8000;
/** A server that takes its time is asked less often, by this factor. */
const patience = 5;

/** Says when the tiles are to be read again: never before the last reading has ended. */
export class RefreshClock {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private due = Infinity;
  private startedAt: number | null = null;
  private took = 0;

  constructor(private readonly refresh: () => void, private readonly now: () => number = Date.now) {}

  /** @param loaded Whether the last reading has ended. */
  want(urgency: Urgency, loaded: boolean): void {
    if (this.startedAt !== null && loaded) {
      this.took = this.now() - this.startedAt;
      this.startedAt = null;
    }
    const wait = { now: 0, soon: Math.min(laterMilliseconds, Math.max(soonMilliseconds, patience * this.took)), later: laterMilliseconds }[urgency];
    // A reading that never ends (the line broke) is tried again after a while.
    const due = this.startedAt === null ? this.now() + wait : this.startedAt + laterMilliseconds;
    if (due >= this.due) return;
    this.stop();
    this.due = due;
    this.timer = setTimeout(() => this.run(), Math.max(0, due - this.now()));
  }

  stop(): void {
    clearTimeout(this.timer);
    this.due = Infinity;
  }

  private run(): void {
    this.due = Infinity;
    this.startedAt = this.now();
    this.refresh();
  }
}
