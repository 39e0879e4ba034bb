/** Whether a site lives at this host and port; http and https are one site. */
export function isAt(site: string, name: string, port: number): boolean {
  const { hostname, port: given, protocol } = new URL(site);
  const usual = protocol === 'https:' ? 443 : 80;
  return (
    hostname.replace(/^\[(.*)\]$/, '$1') === name &&
    (given === '' ? port === 80 || port === 443 : Number(given || usual) === port)
  );
}
