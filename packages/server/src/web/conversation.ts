import { Hono } from 'hono';

const LISTS: Readonly<Record<string, string>> = {
  jf2: '/api/mentions.jf2?per-page=1000&',
  jsonfeed: '/feed.json?',
};

/**
 * `GET /conversation.js?url=URL&format=jf2|jsonfeed`, where front ends made for micro.blog ask for what was said of a page. Its
 * script, which writes into the page that has it, is not among the formats: the widget is.
 */
export function conversationRoutes(): Hono {
  return new Hono().get('/conversation.js', (c) => {
    const { url = '', format = '' } = c.req.query();
    c.header('Access-Control-Allow-Origin', '*');
    const list = LISTS[format];
    if (!list || !url)
      return c.text('Name a page and a format: /conversation.js?url=URL&format=jf2, or format=jsonfeed\n', 400);
    return c.redirect(`${list}target=${encodeURIComponent(url)}`, 302);
  });
}
