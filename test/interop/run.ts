// A real WordPress, a real browser and other people's clients against the built command, all on loopback:
// `npm run test:interop`. Everything lies in one temporary folder and ends with the run, also when it is interrupted.

import { startHearback } from './lib/hearback.ts';
import { openPages } from './lib/pages.ts';
import { type Check, createReport, insist } from './lib/report.ts';
import { openWorkshop, type Workshop } from './lib/workshop.ts';
import { clients } from './parts/clients.ts';
import { flood } from './parts/flood.ts';
import { pingbacks } from './parts/pingbacks.ts';
import { receive } from './parts/receive.ts';
import { send } from './parts/send.ts';
import { provideRequirements } from './requirements.ts';
import { startWordPress } from './wordpress/wordpress.ts';
import type { World } from './world.ts';

const PARTS: readonly (readonly [title: string, part: (world: World, check: Check) => Promise<void>])[] = [
  ['A WordPress post that links to ours', receive],
  ['A page of ours that links to WordPress', send],
  ['WordPress’s flood check', flood],
  ['Other people’s clients', clients],
  ['The list of pingbacks', pingbacks],
];

async function open(workshop: Workshop, check: Check): Promise<World> {
  const wordpress = await check('WordPress, MariaDB, PHP-FPM and nginx', () => startWordPress(workshop));
  const ours = await openPages(workshop, '127.0.0.3');
  const strangers = await openPages(workshop, '127.0.0.4');
  const hearback = await check('hearback serve', () => startHearback(workshop, ours.url));
  const endpoint = `${hearback.url}/xmlrpc`;
  const post = new URL('/a-post', ours.url).href;
  ours.put('/a-post', {
    title: 'A post',
    head: `<link rel="pingback" href="${endpoint}">`,
    headers: { 'x-pingback': endpoint },
    body: `<p>It says something.</p>
<hearback-mentions target="${post}" api="${hearback.url}"></hearback-mentions>
<script type="module" src="${hearback.url}/widget.js"></script>`,
  });
  return { workshop, wordpress, hearback, ours, strangers, post };
}

async function refuses(url: string): Promise<boolean> {
  return fetch(url).then(
    () => false,
    () => true,
  );
}

async function play(workshop: Workshop): Promise<boolean> {
  const report = createReport((line) => console.log(line));
  const from = performance.now();
  let world: World | undefined;
  await report.part('The little web', async (check) => {
    world = await open(workshop, check);
  });
  for (const [title, part] of world ? PARTS : []) await report.part(title, (check) => part(world as World, check));
  await report.part('The end', (check) =>
    check('everything has stopped', async () => {
      await workshop.close();
      for (const { url } of world ? [world.wordpress, world.hearback, world.ours, world.strangers] : []) {
        insist(await refuses(url), `${url} still answers`);
      }
    }),
  );
  const { ok, failed } = report.counts;
  console.log(`${ok} ok, ${failed} failed, ${((performance.now() - from) / 1000).toFixed(0)} s`);
  return failed === 0;
}

function interrupted(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => reject(new Error(`Stopped by ${signal}.`)));
    // Whoever read the lines has gone (`| head`): without a reader there is nothing to go on for.
    process.stdout.once('error', reject);
  });
}

const workshop = openWorkshop();
try {
  provideRequirements();
  process.exitCode = (await Promise.race([play(workshop), interrupted()])) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await workshop.close();
}
// The signals are still listened for, and an interrupted step may still be waiting.
process.exit();
