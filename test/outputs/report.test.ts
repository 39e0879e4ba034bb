import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { bodies, header, openMailServer } from '../../packages/server/test/notices/smtp.ts';
import { DAY, openReporting, WANTS } from '../../packages/server/test/report/house.ts';
import { CLEANED, TEXTS } from './corpus.ts';
import { innocent } from './furnished.ts';

const ALL = [...TEXTS, ...CLEANED].map(([, text]) => text);

/** A mail shows ten of each kind; so many come in one week. */
const WEEK = 5;

/** Reports of links whose pages say the texts wherever they can; links come, change and go. */
async function reports(texts: readonly string[]): Promise<readonly string[]> {
  await using server = await openMailServer();
  await using house = await openReporting(server.port);
  await house.save(WANTS);
  await house.pass(60_000);
  for (let at = 0; at < texts.length; at += WEEK) {
    for (const [n, text] of texts.slice(at, at + WEEK).entries()) {
      const name = `n${at + n}`;
      await house.arrive(name, { title: text, excerpt: text, author: { name: text, url: '', photo: '' } });
      await house.look(name);
      await house.look(name, 'live', { anchor: text, rel: text.split(/\s+/), finalUrl: `https://${name}.example/x` });
      if (n === 0) await house.look(name, 'lost');
    }
    house.sleep(7 * DAY);
    await house.pass(60_000);
  }
  return server.mails.map(({ raw }) => raw);
}

function shapeOf(html: string) {
  const shape: string[] = [];
  const links: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      shape.push(`${name}(${Object.keys(attributes).sort()})`);
      if (attributes.href) links.push(attributes.href);
    },
  });
  parser.end(html);
  return { shape, links };
}

/** What a line begins with, which says what it is. */
const linesOf = (text: string) => text.split('\n').map((line) => /^ *(?:- “?|https?:)?/.exec(line)?.[0]);

test('the report of links by mail', { timeout: 120_000 }, async () => {
  const calm = await reports(ALL.map((_, n) => innocent(n)));
  const wild = await reports(ALL);
  expect(wild).toHaveLength(Math.ceil(ALL.length / WEEK));
  for (const [n, raw] of wild.entries()) {
    const [one, other] = [bodies(calm[n] ?? ''), bodies(raw)];
    expect([header(raw, 'To'), header(raw, 'Bcc')]).toEqual(['alice@alice.example', undefined]);
    expect(header(raw, 'Subject')).toBe(header(calm[n] ?? '', 'Subject'));
    expect(linesOf(other.text), other.text).toEqual(linesOf(one.text));
    expect(other.text).not.toMatch(/[^\P{Cc}\n]|[\u2028-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u);
    const [plain, hostile] = [shapeOf(one.html), shapeOf(other.html)];
    expect(hostile.shape).toEqual(plain.shape);
    for (const link of hostile.links) expect(link).toMatch(/^https:\/\/hear\.alice\.example\//);
  }
});
