import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createHearback } from 'hearback';
import { handler } from './dist/server/entry.mjs';

const config = JSON.parse(readFileSync('hearback.json', 'utf8'));
const hearback = createHearback({ ...config, onLog: console.error });
await hearback.start();
const link = await hearback.setUpLink();
if (link) console.log(`Choose your name and password: ${link}`);

const locals = { hearback, publicUrl: config.publicUrl };
const server = createServer((req, res) => {
  hearback.node(req, res, (error) => handler(req, res, () => res.writeHead(error ? 500 : 404).end(), locals));
});
const port = Number(process.env.PORT ?? 3000);
server.listen(port, () => console.log(`listening on ${port}`));
process.once('SIGTERM', () => {
  server.close();
  void hearback.stop();
});
