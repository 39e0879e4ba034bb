import { Parser } from 'htmlparser2';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LANGUAGES } from '../../packages/server/src/words/language.ts';
import { openChromium } from './chromium.ts';
import { type OpenDesk, openDesk } from './desk-pages.ts';

let chromium: Browser;
let full: OpenDesk;
let empty: OpenDesk;
beforeAll(async () => {
  chromium = await openChromium();
  full = await openDesk(chromium, ['12345']);
  empty = await openDesk(chromium, []);
}, 60_000);
afterAll(async () => {
  await chromium.close();
  await full.close();
  await empty.close();
});

/** Strangers' text and what is for machines. */
const OTHERS = new Set(['bdi', 'code', 'pre', 'style', 'script', 'mark']);
const SPOKEN = ['alt', 'aria-label', 'data-label', 'placeholder', 'title'];
/** The same in each of them. Hosts, addresses, codes, names of protocols and formats, and values of HTML are no words. */
const SAME =
  /^(?:Hearback|Spam|Tokens?|Alice|alice|HTTP|UTC|Standard Webhooks|ntfy|English|Español|Deutsch|Français|CSV|JSON|NDJSON|nofollow|ugc|sponsored|noindex)$/;
const isNoWord = (text: string) =>
  !/\p{L}{2}/u.test(text) ||
  /[.:/@_]\S/.test(text) ||
  /^[\w-]{16,}$/.test(text) ||
  /^(?:Webmention|Pingback|TrackBack|Refback)s?$/.test(text);

/** What a page says to people: its texts and the attributes that are read out. */
function saidBy(html: string): Set<string> {
  const said = new Set<string>();
  const within: { name: string; isOther: boolean }[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const isOther = OTHERS.has(name) || attributes.lang === 'en' || (within.at(-1)?.isOther ?? false);
      within.push({ name, isOther });
      for (const attribute of SPOKEN) if (!isOther && attributes[attribute]) said.add(attributes[attribute]);
    },
    onclosetag: () => void within.pop(),
    ontext(text) {
      if (!within.at(-1)?.isOther) said.add(text.replace(/\s+/g, ' ').trim());
    },
  });
  // The whole page has a language; only what differs from it is somebody else's.
  parser.end(html.replace(/<html lang="\w+"/, '<html'));
  return said;
}

test.each([
  ['with something of everything', () => full],
  ['with nothing yet', () => empty],
])('no page says the same in every language, %s', { timeout: 120_000 }, async (_, desk) => {
  const page = await desk().open();
  const [cookie] = await page.context().cookies();
  const found: Record<string, string[]> = {};
  for (const path of desk().pages) {
    const pages = await Promise.all(
      LANGUAGES.map(async (language) => {
        const headers = {
          cookie: `${cookie?.name}=${cookie?.value}`,
          accept: 'text/html',
          'accept-language': language,
        };
        return saidBy(await (await fetch(`${desk().url}${path}`, { headers })).text());
      }),
    );
    const [first = new Set<string>(), ...rest] = pages;
    expect(first.size, path).toBeGreaterThan(2);
    const same = [...first].filter((text) => rest.every((other) => other.has(text)));
    const left = same.filter((text) => !isNoWord(text) && !SAME.test(text));
    if (left.length > 0) found[path] = left;
  }
  expect(found).toEqual({});
});
