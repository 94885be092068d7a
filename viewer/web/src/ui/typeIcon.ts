import type { IconName } from './iconPaths';

const icons: Record<string, IconName> = {
  TRAFFIC: 'traffic', LIGHT: 'light', TREE: 'tree', WATER: 'water', POWER: 'power', TELECOM: 'telecom', WASTE: 'waste', NOISE: 'noise', ORDER: 'order',
  SECURITY: 'security', FIRE: 'fire', HAZARD: 'hazard', HEALTH: 'health', EDU: 'edu', TOURISM: 'tourism', BORDER: 'border', BUS: 'bus', ADMIN: 'admin',
};

/** The icon of a type of incident. */
export const typeIcon = (type: string): IconName => icons[type] ?? 'other';
