import { Hono } from 'hono';
import { targetKeys } from './api/targets.ts';
import type { WebDeps } from './deps.ts';
import { type Presented, present } from './presented.ts';
import { REL } from './rel.ts';

const ROWS = 100;

const VERBS = {
  mention: 'mentioned this',
  reply: 'replied',
  like: 'liked this',
  repost: 'reposted this',
  bookmark: 'bookmarked this',
  rsvp: 'answered the invitation',
} as const;

/** `GET /fragment?target=URL`: the mentions of a page as HTML to put into it, without scripts and without style. */
export function fragmentRoutes({ store, directory }: Pick<WebDeps, 'store' | 'directory'>): Hono {
  return new Hono().get('/fragment', async (c) => {
    const target = c.req.query('target') ?? '';
    if (!target) return c.text('Name the page whose mentions you want: /fragment?target=URL\n', 400, FRAGMENT_HEADERS);
    const keys = targetKeys(directory, [target]);
    const { rows, total } =
      keys.length === 0
        ? { rows: [], total: 0 }
        : await store.mentions.published({
            targetKeys: keys,
            sites: directory.sites().map(({ id }) => id),
            sortBy: 'created',
            direction: 'down',
            limit: ROWS,
            offset: 0,
          });
    return c.html(<Fragment mentions={rows.map(present)} total={total} />, 200, FRAGMENT_HEADERS);
  });
}

const FRAGMENT_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'no-cache',
  // It is somebody else's words on our origin: shown on its own, it may do nothing at all.
  // A site may frame it: there is nothing in it to click but links.
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *; sandbox allow-popups",
  'X-Content-Type-Options': 'nosniff',
};

function Fragment({ mentions, total }: { mentions: readonly Presented[]; total: number }) {
  if (mentions.length === 0) return <p class="hearback-empty">Nobody has mentioned this page yet.</p>;
  return (
    <section class="hearback" aria-label="Mentions">
      <ol class="hearback-list">
        {mentions.map((mention) => (
          <Mentioned mention={mention} />
        ))}
      </ol>
      {total > mentions.length && <p class="hearback-more">And {total - mentions.length} more.</p>}
    </section>
  );
}

function Mentioned({ mention }: { mention: Presented }) {
  const { author, host, title, excerpt, kind, source } = mention;
  // Only the source was verified: a name may not lead to a site that knows nothing of it.
  const authorUrl = URL.parse(author.url)?.host === host ? author.url : '';
  const when = mention.published || new Date(mention.publicAt ?? mention.receivedAt).toISOString();
  return (
    <li class={kind === 'mention' ? 'hearback-mention' : `hearback-mention hearback-${kind}`}>
      <p>
        {authorUrl ? (
          <a class="hearback-author" href={authorUrl} rel={REL}>
            <bdi>{author.name || host}</bdi>
          </a>
        ) : (
          <bdi class="hearback-author">{author.name || host}</bdi>
        )}{' '}
        <span class="hearback-verb">{VERBS[kind]}</span>{' '}
        <a class="hearback-source" href={source} rel={REL}>
          <bdi>{title || host}</bdi>
        </a>{' '}
        <time datetime={when}>{when.slice(0, 10)}</time>
      </p>
      {excerpt && (
        <blockquote cite={source}>
          <p>
            <bdi>{excerpt}</bdi>
          </p>
        </blockquote>
      )}
    </li>
  );
}
