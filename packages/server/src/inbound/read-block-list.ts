import { isPublicSuffix } from '../domain.ts';

export interface ListText {
  /** Each once, in the order of the file. */
  readonly domains: readonly string[];
  /** Lines that are no domain or would block a whole suffix, and what is beyond the cap. */
  readonly skipped: number;
}

export const MAX_LIST_BYTES = 5 * 1024 * 1024;
const MAX_ENTRIES = 200_000;
/** What hosts files have for the machine itself. */
const LOCAL = new Set([
  'localhost',
  'localhost.localdomain',
  'local',
  'broadcasthost',
  'ip6-localhost',
  'ip6-loopback',
  'ip6-localnet',
  'ip6-mcastprefix',
  'ip6-allnodes',
  'ip6-allrouters',
  'ip6-allhosts',
  '0.0.0.0',
]);
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f:]*:[\da-f:]*)$/i;

/** A name as DNS has it; `undefined` for what is none. */
function domainOf(word: string): string | undefined {
  const name = word
    .toLowerCase()
    .replace(/^\*?\./, '')
    .replace(/\.$/, '');
  if (name.length > 253 || !name.includes('.') || /[/:@?#\s*]/.test(name)) return undefined;
  const host = URL.parse(`http://${name}/`)?.hostname;
  return host && !ADDRESS.test(host) && host.includes('.') ? host : undefined;
}

/** The names of one line: `spam.example`, or what stands behind the address in a hosts file. */
function namesIn(line: string): readonly string[] {
  const words = line.split(/\s+/);
  return words.length > 1 && ADDRESS.test(words[0] ?? '') ? words.slice(1, 50) : words.length === 1 ? words : [line];
}

/**
 * Reads a list: plain text with a domain a line, or the hosts format; `#` and `!` begin comments. A suffix under which
 * everybody may have a site is skipped: somebody else's slip must not shut out half the web. Never throws; linear.
 */
export function readBlockList(text: string): ListText {
  const domains = new Set<string>();
  let skipped = 0;
  for (const raw of text.split(/\r\n?|\n/)) {
    const line = raw.replace(/(?:^|\s)[#!].*$/s, '').trim();
    if (line === '') continue;
    for (const name of namesIn(line)) {
      if (LOCAL.has(name.toLowerCase())) continue;
      const domain = domainOf(name);
      if (domain === undefined || isPublicSuffix(domain) || domains.size >= MAX_ENTRIES) skipped += 1;
      else domains.add(domain);
    }
  }
  return { domains: [...domains], skipped };
}
