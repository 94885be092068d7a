import type { Incident } from '../../api/types';

/** The last thing the feed said about an incident. */
export interface Change {
  id: string;
  /** Where in the feed. */
  sequence: number;
  /** Where in the feed it was reported, when the page saw that: no older tile can hold it. */
  born: number | null;
  /** Null when it does not belong to the query any more. */
  incident: Incident | null;
}

/** What of the tiles is on the screen. */
export interface DrawnTiles {
  /** The sequence of the tile over a place; null when none is drawn there. */
  at: (place: { lon: number; lat: number }) => number | null;
  /** The sequence of the oldest tile; null when none is drawn. */
  oldest: number | null;
  /** Whether it has a mark of its own in some tile, not only a share in a group. */
  single: (id: string) => boolean;
}

export interface Verdict {
  /** The tiles have it: nothing of the page's own is needed. */
  settled: boolean;
  /** Its own mark in a tile is not to be seen. */
  hide: boolean;
  /** It is drawn beside the tiles. */
  draw: boolean;
  /** The tiles may show something that is not so, and only newer ones can help. */
  wrong: boolean;
}

const settled: Verdict = { settled: true, hide: false, draw: false, wrong: false };

/**
 * How a change is shown so that its incident is seen, and counted, exactly once. A tile as new as the change has it. In an older tile it may
 * have a mark of its own, which is covered; or a share in a group, which cannot be taken out: then it stays in the group until newer tiles come.
 */
export function settle(change: Change, tiles: DrawnTiles): Verdict {
  const { id, sequence, born, incident } = change;
  const here = incident ? tiles.at(incident.position) : null;
  // A new incident can only be in the tile it lies in. An older one may have come from anywhere.
  const newestNeeded = born === sequence ? here : tiles.oldest;
  if (newestNeeded !== null && newestNeeded >= sequence) return settled;
  if (!incident) return { settled: false, hide: true, draw: false, wrong: tiles.oldest !== null && !tiles.single(id) };
  const absent = born !== null && (here === null || born > here);
  const draw = tiles.single(id) || absent;
  return { settled: false, hide: true, draw, wrong: !draw && here !== null && here < sequence };
}
