import type { GroundWords } from '../vi/ground';

/** Words about what lies under the map. */
export const ground: GroundWords = { title: 'Base map', drawn: 'Drawn ground' };
