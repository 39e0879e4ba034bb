import type { SiteDirectory } from '../pages/directory.ts';

/** Whether a site lives at this host and port; http and https are one site. */
export function isAt(site: string, name: string, port: number): boolean {
  const { hostname, port: given, protocol } = new URL(site);
  const usual = protocol === 'https:' ? 443 : 80;
  return (
    hostname.replace(/^\[(.*)\]$/, '$1') === name &&
    (given === '' ? port === 80 || port === 443 : Number(given || usual) === port)
  );
}

/** Whether one of the sites lives at this host and port, in the order in which the guard asks it. */
export function ownHosts(directory: SiteDirectory) {
  return (name: string, port: number): boolean =>
    directory.hostsOf(name.includes(':') ? `[${name}]` : name).some((host) => {
      const given = /:(\d+)$/.exec(host)?.[1];
      return given === undefined ? port === 80 || port === 443 : Number(given) === port;
    });
}
