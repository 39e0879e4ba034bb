import type { OwnTarget } from '../pages/directory.ts';

/** Why nothing may be sent for a page of ours, in a sentence; `undefined` when sending is on. */
export function sendingOff({ site, page }: Pick<OwnTarget, 'site' | 'page'>): string | undefined {
  if (site.send === false) return `Sending is switched off for ${site.name}.`;
  return page?.send === false ? 'Sending is switched off for this page.' : undefined;
}
