import { parseUrl, readSelector } from '@hearback/protocol';
import { z } from 'zod';
import { owns, type Site, siteId, USUAL_LINKS, wantsToken } from './site.ts';
import { type GivenSettings, settingsShape } from './site-settings.ts';

export const webUrl = z.string().transform((text, ctx) => {
  const parsed = parseUrl(text);
  if (parsed.ok) return parsed.url.href;
  ctx.addIssue({ code: 'custom', message: `"${text}" is not a web address: ${parsed.reason}` });
  return z.NEVER;
});

/** An address that others are made from by adding to its path. */
export const rootUrl = webUrl.refine((href) => !/[?#]/.test(href), {
  error: ({ input }) => `"${String(input)}" has a query or a fragment, and everything lies below it: leave that off`,
});

/** What `--watch` names. */
export type Watched = { readonly feed: string } | { readonly folder: string };

const selector = z.string('must be text').superRefine((text, ctx) => {
  const reading = readSelector(text);
  if (!reading.ok) ctx.addIssue({ code: 'custom', message: `cannot be used: ${reading.reason}` });
});

/** An address alone, or with the token that it wants. */
const buildHook = z.preprocess(
  (value) => (typeof value === 'string' ? { url: value } : value),
  // Never quoted in a message: whoever knows the address can start builds.
  z
    .strictObject({
      url: z.string('must be text').refine((text) => parseUrl(text).ok, 'is not a web address'),
      token: z.string('must be text').min(1, 'must not be empty').optional(),
    })
    .refine(({ url, token }) => token !== undefined || !wantsToken(url), 'lacks the token that GitHub wants'),
);

/** A site of the configuration file, or its address alone. */
export const siteSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { url: value } : value),
  z
    .strictObject({
      url: rootUrl,
      name: z.string().min(1).optional(),
      feed: webUrl.optional(),
      sitemap: webUrl.optional(),
      folder: z.string('must be text').min(1, 'must not be empty').optional(),
      receive: z.boolean().optional(),
      send: z.boolean().optional(),
      avatars: z.boolean('must be true or false').optional(),
      content: selector.optional(),
      ignore: selector.optional(),
      internalLinks: z.boolean('must be true or false').optional(),
      nofollow: z.enum(['tell', 'skip'], 'must be "tell" or "skip"').optional(),
      buildHook: buildHook.optional(),
      ...settingsShape,
      pages: z
        .array(z.strictObject({ url: webUrl, receive: z.boolean().optional(), send: z.boolean().optional() }))
        .optional(),
    })
    .superRefine(({ url, pages = [] }, ctx) => {
      for (const [n, page] of pages.entries()) {
        if (owns({ url }, new URL(page.url))) continue;
        ctx.addIssue({ code: 'custom', path: ['pages', n, 'url'], message: `"${page.url}" is no page of this site` });
      }
    }),
);
type GivenSite = z.infer<typeof siteSchema>;

const SETTINGS = [...(Object.keys(settingsShape) as (keyof typeof settingsShape)[]), 'pages'] as const;
/** What the desk would change otherwise. */
const SWITCHES = ['receive', 'send', 'avatars', 'content', 'ignore', 'internalLinks', 'nofollow'] as const;

export function readSite(given: GivenSite, watch: Watched | undefined): Site {
  const url = new URL(given.url);
  const { content, ignore, internalLinks, nofollow } = given;
  const isUsual = [content, ignore, internalLinks, nofollow].every((value) => value === undefined);
  const links = {
    ...{ content, ignore },
    internal: internalLinks ?? USUAL_LINKS.internal,
    nofollow: nofollow === undefined ? USUAL_LINKS.nofollow : nofollow === 'tell',
  };
  const settings = Object.fromEntries(
    SETTINGS.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]),
  ) as GivenSettings;
  const fixed = [...SWITCHES, ...SETTINGS].filter((name) => given[name] !== undefined);
  const folder = watch && 'folder' in watch ? watch.folder : given.folder;
  return {
    id: siteId(url),
    url: url.href,
    name: given.name ?? url.host,
    // Whoever names a feed to watch means that one, whatever else the file has.
    feed: watch && 'feed' in watch ? watch.feed : given.feed,
    sitemap: given.sitemap,
    ...(folder !== undefined && !(watch && 'feed' in watch) && { folder }),
    ...(!isUsual && { links }),
    ...(given.buildHook && { buildHook: given.buildHook }),
    receive: given.receive ?? true,
    send: given.send ?? true,
    announce: given.send ?? watch !== undefined,
    ...(given.avatars !== undefined && { avatars: given.avatars }),
    ...(Object.keys(settings).length > 0 && { settings }),
    ...(fixed.length > 0 && { fixed }),
  };
}
