import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openHouse } from '../../packages/server/test/web/house.ts';
import { hearback } from '../support/command.ts';
import { CLEANED, TEXTS } from './corpus.ts';
import { type Furnished, furnish, innocent, neutral } from './furnished.ts';
import { COMMANDS } from './sinks-commands.ts';

const TEXT = [...TEXTS, ...CLEANED].map(([, text]) => text);
/** What no line of output may hold: it moves the cursor, renames the window, reorders or hides. */
const TRICKS = /[\p{Cc}\p{Cs}\u061C\u200B\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\u{E0000}-\u{E007F}]/u;
interface Stage {
  readonly house: House;
  readonly furnished: Furnished;
}
let control: Stage;
let hostile: Stage;
let blog: Server;
let page = '';
beforeAll(async () => {
  const open = async (texts: readonly string[]): Promise<Stage> => {
    const house = await openHouse();
    return { house, furnished: await furnish(house, texts) };
  };
  control = await open(TEXT.map((_, n) => innocent(n)));
  hostile = await open(TEXT);
  blog = createServer((_, res) => res.setHeader('content-type', 'text/html; charset=utf-8').end(page));
  await new Promise<void>((resolve) => blog.listen(0, '127.0.0.1', resolve));
}, 60_000);
afterAll(async () => {
  blog.close();
  await control.house.close();
  await hostile.house.close();
});

/** As a terminal or a parser is given it: a whole process, and all its bytes. */
async function printed({ house, furnished }: Stage, words: readonly string[], n: number): Promise<string> {
  const args = words.map(
    (word) => (word === 'ID' ? furnished.held[n] : word === 'DELIVERY' ? furnished.deliveries[n] : word) ?? '',
  );
  const { out, err } = await hearback([...args, '--data', house.folder]);
  const lines = `${out}${err}`.split('\n');
  for (const line of lines) expect(line.replaceAll('\t', ''), words.join(' ')).not.toMatch(TRICKS);
  return out;
}

const shown = (text: string) =>
  text
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .replace(new RegExp(TRICKS, 'gu'), (character) =>
      character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    );

const put = (text: string, how: (one: string) => string) =>
  TEXT.reduce((rest, one, n) => rest.replaceAll(innocent(n), how(one)), text);

/** What is printed of one innocent text is printed of another, with that text and its number in the addresses. */
const renumbered = (text: string, from: number, to: number) =>
  text
    .replaceAll(innocent(from), innocent(to))
    .replace(new RegExp(`(/(?:held|told|shown)/|\\bdelivery-)${from}\\b`, 'g'), `$1${to}`);

const runs = Object.entries(COMMANDS).flatMap(([name, all]) =>
  typeof all === 'string' ? [] : all.map((words) => [words.join(' '), words, name] as const),
);
test.each(runs)(
  'hearback %s prints what it prints of innocent texts, line by line',
  { timeout: 120_000 },
  async (_, words) => {
    // One process for each of a few texts: those that end a line, colour it, and reorder it.
    const perText = words.some((word) => word === 'ID' || word === 'DELIVERY');
    const picks = perText ? [TEXT.length - 1, TEXTS.length, TEXTS.length + 6] : [0];
    const [first = 0] = picks;
    const innocents = await printed(control, words, first);
    for (const n of picks) {
      const calm = renumbered(innocents, first, n);
      const wild = await printed(hostile, words, n);
      if (words.includes('--json')) {
        const strings = (text: string, how: (one: string) => string) =>
          JSON.parse(
            JSON.stringify(JSON.parse(text), (_key, value) =>
              typeof value === 'string' ? put(neutral(value), how) : value,
            ),
          );
        expect(strings(wild, (one) => one)).toEqual(strings(calm, (one) => one));
      } else {
        expect(neutral(wild).split('\n')).toEqual(neutral(put(calm, shown)).split('\n'));
      }
    }
  },
);

test('what a page says to the commands that look at it', { timeout: 120_000 }, async () => {
  const url = () => `http://127.0.0.1:${(blog.address() as AddressInfo).port}/`;
  const target = 'http://alice.example/';
  for (const text of ['\u001b[2J\u009b31m', 'Mal\u202Elory\u{E0041}', 'a\r\nforged: line', '<b>"\'&amp;</b>']) {
    page = `<!doctype html><title>${text}</title><link rel=pingback href="http://127.0.0.1:9/${text}"><article class=h-entry><h1 class=p-name>${text}</h1><p class=e-content>${text} <a href="${target}">${text}</a>`;
    for (const words of [
      ['verify', url(), target],
      ['verify', url(), target, '--json'],
      ['discover', url()],
      ['discover', url(), '--json'],
      ['doctor', url()],
      ['doctor', url(), '--json'],
    ]) {
      const { out, err, code } = await hearback([...words, '--allow-network', '127.0.0.0/8']);
      for (const line of `${out}${err}`.split('\n')) expect(line, words.join(' ')).not.toMatch(TRICKS);
      expect(out).not.toMatch(/^forged/m);
      if (words[0] === 'verify') expect(code).toBe(0);
      if (words.includes('--json')) JSON.parse(out);
    }
  }
});
