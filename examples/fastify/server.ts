import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import Fastify from 'fastify';
import { createHearback } from 'hearback';

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

const app = Fastify();
// As a hook, which runs before Fastify reads the body: Hearback does that itself, and with a limit.
app.addHook('onRequest', (request, reply, next) => hearback.node(request.raw, reply.raw, next));

app.get('/hello', async (_, reply) => reply.type('text/html; charset=utf-8').send(await hello()));
// To be called when the post was published or edited: `curl -X POST -H "Authorization: Bearer $PUBLISH_TOKEN" …/publish`.
app.post('/publish', async (request, reply) => {
  if (request.headers.authorization !== `Bearer ${token}`) return reply.code(401).send('The token is wrong.\n');
  return hearback.send([POST]);
});

const port = Number(process.env.PORT ?? 3000);
await app.listen({ port, host: '0.0.0.0' });
console.log(`listening on ${port}`);
process.once('SIGTERM', async () => {
  await app.close();
  await hearback.stop();
});
