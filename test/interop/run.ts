// A real WordPress, a real browser and other people’s clients against the built command, all on loopback:
// `npm run test:interop`. Everything lies in one temporary folder and ends with the run, also when it is interrupted.
import { provideBrowser } from '../../scripts/lib/browser.ts';
import { type Check, createReport, insist } from './lib/report.ts';
import { openWorkshop, type Workshop } from './lib/workshop.ts';
import { clients } from './parts/clients.ts';
import { flood } from './parts/flood.ts';
import { moving } from './parts/moving.ts';
import { pingbacks } from './parts/pingbacks.ts';
import { receive } from './parts/receive.ts';
import { send } from './parts/send.ts';
import { trackbacks } from './parts/trackbacks.ts';
import { webmentions } from './parts/webmentions.ts';
import { provideRequirements } from './requirements.ts';
import { addressesOf, openWorld, type World } from './world.ts';

const PARTS: readonly (readonly [title: string, part: (world: World, check: Check) => Promise<void>])[] = [
  ['A WordPress post that links to ours', receive],
  ['A page of ours that links to WordPress', send],
  ['WordPress’s flood check', flood],
  ['Other people’s clients', clients],
  ['The list of pingbacks', pingbacks],
  ['TrackBacks', trackbacks],
  ['Webmentions of other people’s programs', webmentions],
  ['A blog moves in and out', moving],
];

/** Answers whether every check went well. */
async function play(workshop: Workshop, print: (line: string) => unknown): Promise<boolean> {
  const from = performance.now();
  const report = createReport(print);
  let world: World | undefined;
  await report.part('The little web', async (check) => {
    world = await openWorld(workshop, check);
  });
  const opened = world;
  if (opened) for (const [title, part] of PARTS) await report.part(title, (check) => part(opened, check));
  await report.part('The end', async (check) => {
    await check('everything has stopped', async () => {
      await workshop.close();
      for (const address of opened ? addressesOf(opened) : [])
        insist(await refuses(address), `${address} still answers`);
    });
  });
  const { ok, failed } = report.counts;
  const seconds = ((performance.now() - from) / 1000).toFixed(0);
  print(`${ok} ok, ${failed} failed, ${seconds} s${opened ? ` (WordPress ${opened.wordpress.version})` : ''}`);
  return failed === 0;
}

function refuses(url: string): Promise<boolean> {
  return fetch(url).then(
    () => false,
    () => true,
  );
}

const stopping = new AbortController();
const interrupted = new Promise<never>((_, reject) => {
  stopping.signal.addEventListener('abort', () => reject(stopping.signal.reason));
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => stopping.abort(new Error(`Stopped by ${signal}.`)));
}
// Whoever read the lines has gone (`| head`), so there is nobody to go on for.
process.stdout.once('error', (error) => stopping.abort(error));

const workshop = openWorkshop();
try {
  provideRequirements();
  provideBrowser();
  // What an interrupted step makes of the loss of its programs is no finding.
  const played = play(workshop, (line) => stopping.signal.aborted || console.log(line));
  process.exitCode = (await Promise.race([played, interrupted])) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await workshop.close();
}
// An interrupted step may still be waiting for something.
process.exit();
