import { parseUrl } from '@hearback/protocol';
import { keysOf, type SiteDirectory } from '../../pages/directory.ts';
import { pageKey } from '../../site.ts';

/** The identities under which mentions of these pages are stored; pages of nobody here are left out. */
export function targetKeys(directory: SiteDirectory, targets: readonly string[]): readonly string[] {
  const keys = targets.flatMap((target) => {
    // `//host/path` means either scheme, and a page has one identity for both.
    const parsed = parseUrl(target.startsWith('//') ? `https:${target}` : target);
    const own = parsed.ok ? directory.resolve(parsed.url) : undefined;
    // A mention that came before the page was in the map is filed under its plain identity.
    return parsed.ok && own ? [own.key, pageKey(parsed.url), ...keysOf(parsed.url)] : [];
  });
  return [...new Set(keys)];
}

/** The hosts of these names at which there are sites; a name without a port stands for all ports. */
export function hostsOf(directory: SiteDirectory, domains: readonly string[]): readonly string[] {
  return [...new Set(domains.flatMap((domain) => directory.hostsOf(domain.toLowerCase())))];
}
