import { type HeaderLine, headerValues } from '@hearback/protocol';
import { absolute } from './absolute.ts';

/** A link as feeds carry it. */
export interface AtomLink {
  readonly href?: string | undefined;
  readonly rel?: string | undefined;
  readonly type?: string | undefined;
}

/** What a feed says of itself to those who want to be told of changes (WebSub §4). Absolute http(s) URLs. */
export interface Announced {
  /** Who tells of changes; the first of several. */
  readonly hub: string | undefined;
  /** The name under which the hub knows the feed. */
  readonly self: string | undefined;
}

/** The headers of the reply go before what stands in the feed, for the hub and the name each (WebSub §4). */
export function announcedBy(headers: readonly HeaderLine[], links: readonly AtomLink[], finalUrl: string): Announced {
  const all = [...linkHeaders(headers), ...links];
  const first = (rel: string) => {
    const href = all.find((link) => link.rel?.toLowerCase().split(/\s+/).includes(rel) && link.href)?.href;
    return href === undefined ? undefined : absolute(href, finalUrl);
  };
  return { hub: first('hub'), self: first('self') };
}

/** RFC 8288, as far as these two need it. */
function linkHeaders(headers: readonly HeaderLine[]): readonly AtomLink[] {
  return headerValues(headers, 'link').flatMap((line) =>
    [...line.slice(0, 8_192).matchAll(/<([^<>]*)>([^<]*)/g)].map(([, href = '', parameters = '']) => {
      const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters);
      return { href, rel: rel?.[1] ?? rel?.[2] };
    }),
  );
}
