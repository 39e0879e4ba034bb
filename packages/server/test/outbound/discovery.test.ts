import { describe, expect, it } from 'vitest';
import { createPageDiscovery } from '../../src/outbound/discovery.ts';
import { readerHere } from '../support/reader-here.ts';
import { createScriptedWeb, type Script } from './scripted-web.ts';

const PAGE = 'https://bob.example/2';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A page that names an endpoint, with a number that grows by every look at it. */
function open(headers: Record<string, string> = { 'cache-control': 'max-age=3600' }, more: object = {}) {
  const time = { now: 0 };
  const web = createScriptedWeb();
  let looks = 0;
  const named: Script = () => {
    looks += 1;
    return { headers: { ...headers, link: `</ep/${looks}>; rel=webmention` }, ...more };
  };
  web.on(PAGE, named);
  const discovery = createPageDiscovery({ reader: readerHere, clock: { now: () => time.now } });
  const find = async (target = PAGE, anew = false) => {
    const found = (anew ? undefined : discovery.recall(target)) ?? (await discovery.ask(target, web));
    return !('chosen' in found) ? undefined : found.chosen?.url.replace('https://bob.example/ep/', '');
  };
  return { time, web, named, discovery, find, looks: () => looks };
}

describe('WM-S16 looking for endpoints', () => {
  it('asks a page once while it may be kept, and says so', async () => {
    const { time, find, discovery } = open();
    expect(await find()).toBe('1');
    time.now = HOUR - 1;
    expect(await find()).toBe('1');
    expect(discovery.recall(PAGE)).toMatchObject({ reason: expect.stringMatching(/earlier look/) });
    time.now = HOUR;
    expect(await find()).toBe('2');
  });

  it.each<[string, Record<string, string>, object]>([
    ['says nothing', {}, {}],
    ['says no-store', { 'cache-control': 'no-store, max-age=3600' }, {}],
    [
      'is elsewhere, since the redirect is not to be kept',
      { 'cache-control': 'max-age=3600' },
      { finalUrl: `${PAGE}/` },
    ],
    ['is an error', { 'cache-control': 'max-age=3600' }, { status: 404 }],
  ])('asks a page each time that %s', async (_, headers, more) => {
    const { find } = open(headers, more);
    expect([await find(), await find()]).toEqual(['1', '2']);
  });

  it('asks anew when told to, and keeps that', async () => {
    const { find } = open();
    await find();
    expect([await find(PAGE, true), await find()]).toEqual(['2', '2']);
  });

  it('keeps nothing for more than a day', async () => {
    const { time, find } = open({ 'cache-control': 'max-age=999999999' });
    await find();
    time.now = DAY - 1;
    expect(await find()).toBe('1');
    time.now = DAY;
    expect(await find()).toBe('2');
  });

  it('keeps for an hour that a page names none, whatever it allows', async () => {
    const { web, named, time, find } = open();
    web.on(PAGE, { headers: { 'cache-control': 'no-store' } });
    expect(await find()).toBeUndefined();
    web.on(PAGE, named);
    time.now = HOUR - 1;
    expect(await find()).toBeUndefined();
    time.now = HOUR;
    expect(await find()).toBe('1');
  });

  it('keeps no failure', async () => {
    const { web, named, find } = open();
    web.on(PAGE, { failure: 'dns' });
    expect(await find()).toBeUndefined();
    web.on(PAGE, named);
    expect(await find()).toBe('1');
  });

  it('forgets an endpoint, and tells whether it came from memory', async () => {
    const { discovery, find } = open();
    await find();
    expect(discovery.forget('https://bob.example/ep/1')).toBe(false);
    expect(await find()).toBe('2');
    expect(await find()).toBe('2');
    expect(discovery.forget('https://bob.example/ep/9')).toBe(false);
    expect(discovery.forget('https://bob.example/ep/2')).toBe(true);
    expect(await find()).toBe('3');
  });

  it('keeps five hundred pages and forgets the oldest', async () => {
    const { web, named, find, looks } = open();
    const pages = Array.from({ length: 501 }, (_, n) => `https://bob.example/page/${n}`);
    for (const page of pages) {
      web.on(page, named);
      await find(page);
    }
    for (const page of pages.slice(1)) await find(page);
    expect(looks()).toBe(501);
    await find(pages[0]);
    expect(looks()).toBe(502);
  });
});
