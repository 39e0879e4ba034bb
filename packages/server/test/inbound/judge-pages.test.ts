import { readPage } from '@hearback/protocol';
import { expect, it } from 'vitest';
import { PAGES, TARGET } from '../../../../test/spam/corpus/by-hand.ts';
import { sketchOf } from '../../src/inbound/judge/texts.ts';
import { SPAM_AT } from '../../src/inbound/judge/weights.ts';
import { judge } from '../../src/inbound/judge.ts';
import { evidenceOf } from './evidence.ts';

const read = (source: string, html: string) =>
  readPage({
    body: new TextEncoder().encode(html),
    status: 200,
    finalUrl: source,
    headers: [['content-type', 'text/html; charset=utf-8']],
    target: TARGET,
    protocols: ['pingback'],
  });

it.each(PAGES)('%s: %s', (label, _, source, html) => {
  const { to, points, reasons } = judge(evidenceOf(source, read(source, html), { target: TARGET }));
  expect(to, reasons.join('\n')).toBe(label === 'spam' ? 'spam' : 'pending');
  expect(points >= SPAM_AT).toBe(label === 'spam');
});

it('is the same for the same evidence, and its points are those of its sentences', () => {
  for (const [, , source, html] of PAGES) {
    const evidence = evidenceOf(source, read(source, html), { target: TARGET });
    const [one, other] = [judge(evidence), judge(evidence)];
    expect(other).toEqual(one);
    const said = one.reasons.flatMap((reason) => /\(([+−])(\d+)\)$/.exec(reason) ?? []);
    const sum = one.reasons.reduce((total, reason) => {
      const [, sign, points] = /\(([+−])(\d+)\)$/.exec(reason) ?? [];
      return total + (points ? Number(points) * (sign === '−' ? -1 : 1) : 0);
    }, 0);
    expect([sum, said.length > 0]).toEqual([one.points, one.points !== 0]);
  }
});

it('speaks for nobody: what a page is like never publishes it', () => {
  for (const [, , source, html] of PAGES) {
    const best = evidenceOf(source, read(source, html), {
      target: TARGET,
      isKnown: true,
      fromSource: true,
      opinion: { isSpam: false, sentence: 'Fine.' },
    });
    expect(judge(best).to).not.toBe('approved');
  }
});

it.each([
  [
    'a stranger’s page of 20,000 words',
    `<title>x</title><a href="${TARGET}">x</a> ${'casino word buy now great post '.repeat(4_000)}`,
  ],
  [
    'thousands of links',
    `<title>x</title><a href="${TARGET}">x</a> ${Array.from({ length: 20_000 }, (_, n) => `<a href="https://h${n}.example/">buy casino ${n}</a>`).join('')}`,
  ],
])('takes a moment for %s', (_, html) => {
  const reading = read('https://x.example/', html);
  expect(reading.surroundings?.outside.length).toBeLessThanOrEqual(601);
  expect(reading.surroundings?.text.length).toBeLessThanOrEqual(20_000);
  const begun = performance.now();
  for (let n = 0; n < 5; n++) judge(evidenceOf('https://x.example/', reading));
  // A fifth of a second each on a machine that eight others use; linear, so that no page can make it much more.
  expect((performance.now() - begun) / 5).toBeLessThan(500);
  expect(sketchOf(reading.surroundings?.text ?? '').hashes.length).toBeLessThanOrEqual(256);
});

it('258 who announces a page counts for little: another server than its own makes nothing spam', () => {
  for (const [, , source, html] of PAGES) {
    const reading = read(source, html);
    const pointsBy = (fromSource: boolean | undefined) =>
      judge(evidenceOf(source, reading, { target: TARGET, fromSource }));
    const [own, nobody, other] = [pointsBy(true), pointsBy(undefined), pointsBy(false)];
    expect(own.points).toBeLessThanOrEqual(nobody.points);
    expect(other.points - own.points).toBeLessThan(20);
    if (nobody.points < 80) expect(other.to).toBe('pending');
  }
});
