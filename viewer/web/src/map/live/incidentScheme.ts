/** The scheme of tiles that say up to which sequence they hold the feed. */
export const incidentScheme = 'citymap';

/** The deepest zoom tiles are asked for; the map cuts deeper ones out of them. */
export const deepestTiles = 16;
