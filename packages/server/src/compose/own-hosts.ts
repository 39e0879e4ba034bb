import type { SiteDirectory } from '../pages/directory.ts';
import { isAt } from './is-at.ts';

/** Whether one of the sites lives at this host and port, in the order in which the guard asks it. */
export function ownHosts(directory: SiteDirectory) {
  return (name: string, port: number): boolean =>
    directory.atHost(name.includes(':') ? `[${name}]` : name).some((site) => isAt(site.url, name, port));
}
