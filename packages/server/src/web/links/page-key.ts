import type { SiteDirectory } from '../../pages/directory.ts';
import { pageKey } from '../../site.ts';

/** The page that a filter names, by its address or its path on the site; `undefined` for what is neither. */
export function pageKeyOf(
  text: string,
  { url: base }: { readonly url?: string | undefined },
  directory: Pick<SiteDirectory, 'resolve'>,
): string | undefined {
  const url = URL.parse(text, base);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  return directory.resolve(url)?.key ?? pageKey(url);
}
