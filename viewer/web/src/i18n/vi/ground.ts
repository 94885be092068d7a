/** Words about what lies under the map. */
export const ground = { title: 'Nền bản đồ', drawn: 'Nền vẽ' };
export type GroundWords = typeof ground;
