import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';

/** Names to addresses, as the machine's hosts file has them; names in lower case. */
export type Hosts = ReadonlyMap<string, readonly string[]>;

/** Reads text in the format of hosts(5): an address, then its names; `#` starts a comment. Other lines mean nothing. */
export function parseHosts(text: string): Hosts {
  const hosts = new Map<string, readonly string[]>();
  for (const line of text.split('\n')) {
    const [address = '', ...names] = (line.split('#')[0] ?? '').trim().split(/\s+/);
    if (isIP(address) === 0) continue;
    for (const name of names) hosts.set(name.toLowerCase(), [...(hosts.get(name.toLowerCase()) ?? []), address]);
  }
  return hosts;
}

/** The machine's hosts file; empty where there is none to read. */
export function readHosts(path: string): Hosts {
  try {
    return parseHosts(readFileSync(path, 'utf8'));
  } catch {
    return new Map();
  }
}
