import type { ImportChoice } from './importTypes';

/** Times in a file that name no zone are the city's. */
const zone = 'Asia/Ho_Chi_Minh';

/** The address to send a file to. */
export function importAddress(file: string, choice: ImportChoice, dryRun: boolean): string {
  const params = new URLSearchParams({ file, mode: choice.mode, tz: zone });
  if (choice.layer.trim()) params.set('layer', choice.layer.trim());
  if (choice.title.trim()) params.set('title', choice.title.normalize('NFC').trim());
  if (choice.crs !== null) params.set('crs', `EPSG:${choice.crs}`);
  if (choice.repair) params.set('repair', 'true');
  if (choice.partial) params.set('acceptPartial', 'true');
  if (dryRun) params.set('dryRun', 'true');
  return `/api/imports?${params.toString()}`;
}
