import type { IncidentSort } from './incidentQuery';

export const sorts: readonly IncidentSort[] = ['-recordedAt', 'recordedAt', '-severity', 'dueAt', '-updatedAt'];

/** The order of a page that says nothing of it. */
export const usualSort: IncidentSort = '-recordedAt';

/** The order an address stands for. */
export const readSort = (params: URLSearchParams): IncidentSort => sorts.find((sort) => sort === params.get('sort')) ?? usualSort;
