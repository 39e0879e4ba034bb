import { describe, expect, it } from 'vitest';
import type { MatchLevel, Protocol } from '../../src/index.ts';
import { isReadable } from '../../src/index.ts';
import { read, TARGET } from '../document/read.ts';

const WEBMENTION: readonly Protocol[] = ['webmention'];
const PINGBACK: readonly Protocol[] = ['pingback'];
const BOTH: readonly Protocol[] = ['webmention', 'pingback'];
const level = (html: string, protocols: readonly Protocol[], type = 'text/html') =>
  read(html, { protocols, headers: [['content-type', type]] }).level;

/** Id, markup, whether it is a link for a webmention, and for a pingback. */
const MARKUP: readonly [string, string, boolean, boolean][] = [
  ['WM-R26 a', `<a href="${TARGET}">x</a>`, true, true],
  ['WM-R26 img', `<img src="${TARGET}">`, true, false],
  ['WM-R26 video', `<video src="${TARGET}"></video>`, true, false],
  ['WM-R26 audio', `<audio src="${TARGET}"></audio>`, true, false],
  ['WM-R26 source', `<video><source src="${TARGET}"></video>`, true, false],
  ['area', `<map><area href="${TARGET}"></map>`, true, true],
  ['link', `<link rel="in-reply-to" href="${TARGET}">`, true, true],
  ['cite', `<blockquote cite="${TARGET}">x</blockquote>`, true, true],
  ['a stylesheet', `<link rel="stylesheet" href="${TARGET}">`, false, false],
  ['iframe', `<iframe src="${TARGET}"></iframe>`, false, false],
  ['WM-R26 text', `<p>${TARGET}</p>`, false, false],
  ['WM-R26 comment', `<!-- <a href="${TARGET}">x</a> -->`, false, false],
  ['WM-R26 absent', '<p>x</p>', false, false],
  ['script', `<script>"<a href='${TARGET}'>"</script>`, false, false],
  ['UN-22 a longer URL', `<a href="${TARGET}yz">x</a><img src="${TARGET}/1">`, false, false],
  ['a data attribute', `<div data-href="${TARGET}">x</div>`, false, false],
];

describe('which elements are links', () => {
  it.each(MARKUP)('%s', (_, html, byWebmention, byPingback) => {
    expect(level(html, WEBMENTION) !== undefined).toBe(byWebmention);
    expect(level(html, PINGBACK) !== undefined).toBe(byPingback);
    expect(level(html, BOTH) !== undefined).toBe(byWebmention);
  });
});

/** Id, href, the level for a webmention and for a mention that came by another protocol too. */
const LEVELS: readonly [string, string, MatchLevel | undefined, MatchLevel | undefined][] = [
  ['WM-R13 same', TARGET, 'L0', 'L0'],
  ['UN-05 UN-20 same serialisation', 'HTTP://TARGET.example:80/x', 'L1', 'L1'],
  ['scheme', 'https://target.example/x', 'L3', 'L3'],
  ['fragment', `${TARGET}#c1`, 'L4', 'L4'],
  ['trailing slash', `${TARGET}/`, undefined, 'L5'],
  ['www', 'http://www.target.example/x', undefined, 'L5'],
  ['another name of the page', 'http://target.example/?p=1', undefined, 'L6'],
];

describe('how exact a match has to be', () => {
  it.each(LEVELS)('%s', (_, href, exact, loose) => {
    const page = { aliases: ['http://target.example/?p=1'] };
    const html = `<a href="${href}">x</a>`;
    expect(read(html, { ...page, protocols: WEBMENTION }).level).toBe(exact);
    for (const protocols of [BOTH, PINGBACK, ['refback'], ['trackback']] as const) {
      expect(read(html, { ...page, protocols }).level).toBe(loose);
    }
  });
});

/** Id, text, level. */
const TEXTS: readonly [string, string, MatchLevel | undefined][] = [
  ['alone', TARGET, 'L0'],
  ['among words', `I read ${TARGET} today`, 'L0'],
  ['at the end of a sentence', `Read ${TARGET}.`, 'L0'],
  ['in brackets', `Read (see ${TARGET}), and <${TARGET}>!`, 'L0'],
  ['in quotes', `Read "${TARGET}"`, 'L0'],
  ['a link of Markdown', `Read [this post](${TARGET}), and ![x](${TARGET})`, 'L0'],
  ['no link of Markdown', `http://o.example/](${TARGET}) a](${TARGET}yz) a(${TARGET})`, undefined],
  ['another scheme', 'Read https://target.example/x', 'L3'],
  ['a longer URL', `${TARGET}yz ${TARGET}/1 ${TARGET}(1) ${TARGET}?a`, undefined],
  ['in another URL', `http://o.example/?u=${TARGET} x${TARGET}`, undefined],
  ['markup', `<a href='${TARGET}'>`, undefined],
  ['without scheme', 'target.example/x', undefined],
];

const JSONS: readonly [string, unknown, MatchLevel | undefined][] = [
  ['a value', { url: TARGET }, 'L0'],
  ['deep', { a: [{ b: [null, 1, TARGET] }] }, 'L0'],
  ['the whole document', TARGET, 'L0'],
  ['in a sentence', { text: `I read ${TARGET}` }, undefined],
  ['a key', { [TARGET]: 1 }, undefined],
  ['a longer value', { url: `${TARGET}yz` }, undefined],
  ['__proto__', JSON.parse(`{"__proto__": "${TARGET}"}`), 'L0'],
];

describe('WM-R12 sources without markup', () => {
  it.each(TEXTS)('text: %s', (_, text, expected) => {
    expect(level(text, WEBMENTION, 'text/plain; charset=utf-8')).toBe(expected);
  });

  it.each(JSONS)('JSON: %s', (_, value, expected) => {
    expect(level(JSON.stringify(value), WEBMENTION, 'application/json')).toBe(expected);
    expect(level(JSON.stringify(value), WEBMENTION, 'application/feed+json; charset=utf-8')).toBe(expected);
  });

  it('shows the host, since there is nothing else to show', () => {
    const reading = read(TARGET, { protocols: WEBMENTION, headers: [['content-type', 'text/plain']] });
    expect(reading).toMatchObject({
      links: [{ href: TARGET, anchor: '', rel: [] }],
      entry: { kind: 'mention', title: 'source.example', author: { name: 'source.example' }, excerpt: '' },
    });
  });

  it.each([
    ['text/html; charset=utf-8', true, true],
    ['application/xhtml+xml', true, true],
    ['text/plain', true, false],
    ['application/json', true, false],
    ['application/ld+json', true, false],
    ['text/json', true, false],
    ['application/pdf', false, false],
    ['image/png', false, false],
    ['text/plainish', false, false],
    ['application/jsonp', false, false],
    [undefined, false, false],
  ])('%s', (type, byWebmention, byOthers) => {
    expect([isReadable(type, WEBMENTION), isReadable(type, BOTH)]).toEqual([byWebmention, byWebmention]);
    expect([isReadable(type, PINGBACK), isReadable(type, [])]).toEqual([byOthers, byOthers]);
  });

  it.each([
    ['broken JSON', '{"a": ', 'application/json'],
    ['deep JSON', `${'['.repeat(400_000)}${']'.repeat(400_000)}`, 'application/json'],
    ['wide JSON', `[${`"${TARGET}yz",`.repeat(20_000)}1]`, 'application/json'],
    ['one long word', `${TARGET}${')'.repeat(900_000)}z`, 'text/plain'],
    ['brackets', '(['.repeat(400_000), 'text/plain'],
    ['many words', `${TARGET}z `.repeat(20_000), 'text/plain'],
  ])('%s is no link and takes little time', (_, text, type) => {
    const started = performance.now();
    expect(level(text, WEBMENTION, type)).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
