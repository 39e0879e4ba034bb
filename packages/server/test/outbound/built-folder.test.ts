import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookNow } from '../../src/outbound/look-now.ts';
import { BLOG, blog } from './house.ts';
import { article, DAY, HOUR, openWorld } from './published-world.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearback-built-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const MINUTE = HOUR / 60;

type World = Awaited<ReturnType<typeof openWorld>>;
let builds = 0;

/** Builds the site as generators do: every file is written anew, with the date of the build. */
function build(pages: Readonly<Record<string, string>>): void {
  rmSync(folder, { recursive: true });
  builds += 1;
  for (const [path, html] of Object.entries(pages)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, html);
    utimesSync(file, builds, builds);
  }
}

/** What was built becomes what the world sees; what is not there any more is answered with 404. */
function deploy({ house }: World, pages: Readonly<Record<string, string>>, ...lost: readonly string[]): void {
  for (const path of lost) house.web.on(addressOf(path), { status: 404, body: '' });
  for (const [path, html] of Object.entries(pages)) house.web.on(addressOf(path), html);
}

const addressOf = (path: string) => new URL(path.replace(/(^|\/)index\.html$/, '$1'), BLOG).href;
const home = (...posts: readonly string[]) => posts.map((post) => `<article>${post}</article>`).join('');

describe('a folder of built HTML', () => {
  it('three posts over time: each told once, edits and removals told, and nothing twice', async () => {
    await using world = await openWorld(blog({ folder }));
    const site: Record<string, string> = {
      'index.html': home('a', 'b'),
      'posts/old/index.html': article('Long ago', 9),
      '404.html': article('Not here', 8),
      'moved/index.html': `<meta http-equiv="refresh" content="0; url=/posts/old/">${article('x', 7)}`,
    };
    const publish = async (changes: Record<string, string>, ...lost: readonly string[]) => {
      Object.assign(site, changes);
      for (const path of lost) delete site[path];
      build(site);
      deploy(world, site, ...lost);
      return world.pass(DAY);
    };
    expect(await publish({})).toEqual([]);
    expect(
      await publish({ 'posts/one.html': article('One', 1, 2), 'index.html': home('c', article('One', 1, 2)) }),
    ).toEqual(['/posts/one.html → /1', '/posts/one.html → /2']);
    expect(await publish({})).toEqual([]);
    expect(
      await publish({ 'posts/one.html': article('One', 2, 3), 'posts/two/index.html': article('Two', 4) }),
    ).toEqual(['/posts/one.html → /1', '/posts/one.html → /2', '/posts/one.html → /3', '/posts/two/ → /4']);
    // A page that looks new to the file system, and a footer that changes on every page.
    expect(await publish({ 'posts/two/index.html': `${article('Two', 4)}<footer>2026</footer>` })).toEqual([]);
    expect(await publish({ 'posts/three/index.html': article('Three', 5) }, 'posts/two/index.html')).toEqual([
      '/posts/three/ → /5',
      '/posts/two/ → /4',
    ]);
    expect(await publish({})).toEqual([]);
  });

  it('is told of when the web has it, in the state that the folder has', async () => {
    await using world = await openWorld(blog({ folder }), { watchEvery: 600 });
    const site: Record<string, string> = { 'a.html': article('A', 1) };
    build(site);
    deploy(world, site);
    await world.pass(HOUR);
    build({ 'a.html': article('A, edited', 2), 'b.html': article('B', 3) });
    expect(await world.pass(HOUR / 3)).toEqual([]);
    deploy(world, { 'a.html': article('A, edited', 2), 'b.html': article('B', 3) });
    expect(await world.pass(HOUR)).toEqual(['/a.html → /2', '/b.html → /3']);
    expect(world.house.reported).toContainEqual(expect.stringContaining('waiting until it is deployed'));
  });

  it('is looked at on the web when somebody says that it is deployed, however often that was in vain', async () => {
    await using world = await openWorld(blog({ folder }));
    const hook = () => lookNow(world.house.store, blog(), world.house.time.now);
    build({});
    mkdirSync(folder);
    await world.pass(DAY);
    build({ 'a.html': article('A', 1) });
    deploy(world, { 'a.html': article('not yet', 2) });
    await hook();
    for (let n = 0; n < 30; n += 1) {
      expect(await world.pass(MINUTE)).toEqual([]);
      await hook();
    }
    expect(await world.pass(6 * MINUTE)).toEqual([]);
    deploy(world, { 'a.html': article('A', 1) });
    await hook();
    expect(await world.pass(1_000)).toEqual(['/a.html → /1']);
  });

  it('believes the web in the end, for servers change what they serve', async () => {
    await using world = await openWorld(blog({ folder }));
    build({});
    mkdirSync(folder);
    await world.pass(DAY);
    build({ 'a.html': article('A', 1) });
    deploy(world, { 'a.html': article('A, minified', 2) });
    expect(await world.pass(DAY)).toEqual(['/a.html → /2']);
  });

  it('that is empty for a while, because it is being built, loses nothing', async () => {
    await using world = await openWorld(blog({ folder }), { watchEvery: 600 });
    const site = { 'a.html': article('A', 1), 'b.html': article('B', 2) };
    build({});
    mkdirSync(folder);
    await world.pass(HOUR);
    build(site);
    deploy(world, site);
    expect(await world.pass(HOUR)).toEqual(['/a.html → /1', '/b.html → /2']);
    build({});
    mkdirSync(folder);
    expect(await world.pass(HOUR)).toEqual([]);
    build(site);
    expect(await world.pass(DAY)).toEqual([]);
  });

  it('that is not there is one line, and nothing is announced', async () => {
    await using world = await openWorld(blog({ folder: join(folder, 'none') }));
    await world.pass(DAY);
    expect(new Set(world.house.reported).size).toBe(1);
    expect(world.house.reported[0]).toMatch(/^The folder .*none cannot be read: ENOENT[^\n]*\.$/);
  });

  it('is not left by way of a link', async () => {
    await using world = await openWorld(blog({ folder }));
    const outside = mkdtempSync(join(tmpdir(), 'hearback-outside-'));
    writeFileSync(join(outside, 'secret.html'), article('Secret', 1));
    symlinkSync(outside, join(folder, 'out'));
    symlinkSync(join(outside, 'secret.html'), join(folder, 'link.html'));
    await world.pass(DAY);
    expect(await world.house.store.listings.pages(blog().id, '', 9)).toEqual([]);
    rmSync(outside, { recursive: true });
  });
});
