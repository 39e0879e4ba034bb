import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Recipient } from '../recipient.ts';
import { wordsOf } from '../words/words.ts';
import type { WebDeps } from './deps.ts';
import { FEED_HEADERS, heldFeed, isFeedToken } from './held-feed.ts';
import { languageOf } from './language.ts';
import { findToken } from './owner-api/bearer.ts';
import { PAGE_HEADERS } from './plain-page.ts';
import { problem } from './problem.ts';
import { line } from './text.ts';

const MOST_ENTRIES = 100;

/** What is reached from a mail or a feed reader, where nobody is logged in. */
export function noticeRoutes(deps: WebDeps): Hono {
  const { store, clock } = deps;
  const routes = new Hono();

  routes.get('/held.atom', async (c) => {
    const params = new URL(c.req.url).searchParams;
    const token = await findToken(deps, params.get('token') ?? undefined);
    if (!token || !isFeedToken({ scopes: token.made })) return problem(c, 401, (say) => say.feedAddress);
    const filter = { moderation: 'pending', ...(token.site !== undefined && { site: token.site }) } as const;
    const mentions = await store.mentions.list({ ...filter, limit: MOST_ENTRIES });
    const words = wordsOf(languageOf(c));
    const body = heldFeed({ mentions, publicUrl: deps.publicUrl(), now: clock.now(), words });
    return c.body(body, 200, FEED_HEADERS);
  });

  async function recipientOf(c: Context): Promise<Recipient | undefined> {
    const id = await deps.notices?.tickets.openStop(c.req.param('ticket') ?? '');
    return id === undefined ? undefined : store.recipients.byId(id);
  }

  // A GET changes nothing: programs look at the links of mails before people do.
  routes.get('/stop/:ticket', async (c) => {
    const { news } = wordsOf(languageOf(c));
    const recipient = await recipientOf(c);
    if (!recipient) return said(c, news.deadLink, news.deadLinkWhy, 404);
    const address = line(recipient.address);
    if (!recipient.active) return said(c, news.stopped, news.stoppedText(address));
    return said(
      c,
      news.stopTitle,
      news.stopText(address),
      200,
      <form method="post">
        <button type="submit">{news.stopIt}</button>
      </form>,
    );
  });

  // From anywhere: with one click in a program for mail it is that program's server who posts (RFC 8058).
  routes.post('/stop/:ticket', async (c) => {
    const { news } = wordsOf(languageOf(c));
    const recipient = await recipientOf(c);
    if (!recipient) return said(c, news.deadLink, news.deadLinkWhy, 404);
    if (recipient.active) {
      await store.recipients.save({ ...recipient, active: false });
      const detail = `${recipient.address} switched off by a link in a mail`;
      const entry = {
        at: clock.now(),
        by: 'a mail',
        address: undefined,
        action: 'notices changed',
        subject: recipient.id,
      } as const;
      await store.audit.add([{ ...entry, detail }]);
    }
    return said(c, news.stopped, news.stoppedText(line(recipient.address)));
  });
  return routes;
}

function said(c: Context, title: string, text: string, status: 200 | 404 = 200, form?: Child) {
  return c.html(
    html`<!doctype html>
${(
  <html lang={languageOf(c)}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{title} · Hearback</title>
      <link rel="stylesheet" href="/admin/assets/pico.css" />
      <link rel="stylesheet" href="/admin/assets/desk.css" />
      <meta name="color-scheme" content="light dark" />
    </head>
    <body>
      <main class="container">
        <article class="narrow">
          <h1>{title}</h1>
          <p>{text}</p>
          {form}
        </article>
      </main>
    </body>
  </html>
)}`,
    status,
    PAGE_HEADERS,
  );
}
