import type { Incident } from '../src/api/types';

/** An incident of Lạng Sơn, changed where a test needs it. */
export const makeIncident = (part: Partial<Incident> = {}): Incident => ({
  id: 'a', type: 'LIGHT', title: 'Đèn đường không sáng', description: null, severity: 3, state: 'New', version: 1,
  position: { lon: 106.76, lat: 21.85 }, footprint: null, district: { id: '05977@2025', name: 'Phường Đông Kinh' }, address: 'Gần đường Lê Lợi, Phường Đông Kinh',
  agency: null, facility: null, acknowledged: false, exercise: false, open: true, overdue: false, dueSoon: false,
  occurredAt: '2026-11-23T07:00:00Z', recordedAt: '2026-11-23T07:00:00Z', updatedAt: '2026-11-23T07:00:00Z', dueAt: '2026-11-26T07:00:00Z', closedAt: null,
  ...part,
});
