import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { createHearback } from 'hearback';
import { Hono } from 'hono';

const config = JSON.parse(readFileSync('hearback.json', 'utf8'));
const { publicUrl } = config;
const POST = new URL('/hello', publicUrl).href;
/** Whoever has it may announce the post. Without one in the environment nobody can guess it. */
const token = process.env.PUBLISH_TOKEN ?? crypto.randomUUID();

const hearback = createHearback({ ...config, onLog: console.error });
await hearback.start();
const link = await hearback.setUpLink();
if (link) console.log(`Choose your name and password: ${link}`);

/** The post, and below it who mentioned it. The mentions stand outside of the entry: what they link to is not announced. */
async function hello(): Promise<string> {
  const mentions = await hearback.fetch(new Request(`${publicUrl}/fragment?target=${encodeURIComponent(POST)}`));
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Hello</title>
<link rel="webmention" href="${publicUrl}/webmention">
<link rel="pingback" href="${publicUrl}/xmlrpc">
<article class="h-entry">${await readFile('posts/hello.html', 'utf8')}</article>
${await mentions.text()}
</html>`;
}

const app = new Hono();
app.all('/hearback/*', (c) => hearback.fetch(c.req.raw, { address: getConnInfo(c).remote.address }));

app.get('/hello', async (c) => c.html(await hello()));
// To be called when the post was published or edited: `curl -X POST -H "Authorization: Bearer $PUBLISH_TOKEN" …/publish`.
app.post('/publish', async (c) => {
  if (c.req.header('authorization') !== `Bearer ${token}`) return c.text('The token is wrong.\n', 401);
  return c.json(await hearback.send([POST]));
});

const server = serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) }, ({ port }) =>
  console.log(`listening on ${port}`),
);
process.once('SIGTERM', () => {
  server.close();
  void hearback.stop();
});
