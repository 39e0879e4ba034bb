import assert from 'node:assert/strict';
import { publicAddress } from '../lib/addresses.ts';
import { type Group, notApplicable, row } from '../lib/case.ts';
import { NEXT, read } from '../lib/reading.ts';
import { bytesOf, notification, TARGET } from '../lib/requests.ts';
import { LINK, linking, page } from '../lib/verbs.ts';

/** Either is fine, and so is that the reader was ended: its second goes by the wall, and this machine may be busy. */
const READ = ['live', 'absent', 'unreachable'];

const AFTER = (before: string) => `${before}${LINK}`;
const deep = (tag: string, times: number) => `<${tag}>`.repeat(times);
const ENTRY = (inner: string) =>
  `<article class="h-entry"><p class="e-content">${inner}<a href="${TARGET}">x</a></p></article>`;

export const group: Group = {
  letter: 'H',
  title: 'hostile pages',
  rows: [
    row('150', 0, 'deep nesting, 250 KB', [
      read('div', AFTER(deep('div', 50_000)), READ),
      ...[
        'b',
        'table',
        'ul><li',
        'blockquote',
        'font',
        'a href=x',
        'svg',
        'template',
        'select',
        'form',
        'p',
        'object',
      ].map((tag) => read(tag, AFTER(deep(tag, Math.floor(250_000 / (tag.length + 2)))), READ)),
    ]),
    row('151', 0, 'deep nesting, 1 MB', [
      read('div', AFTER(deep('div', 200_000)), READ),
      read('with entries', deep('div class="h-entry"', 50_000), 'absent'),
      read('formatting', AFTER(deep('b', 340_000)), READ),
      read('closed again', AFTER(`${deep('div', 90_000)}${'</div>'.repeat(90_000)}`), READ),
    ]),
    row('152', 0, 'stray end tags', [
      ...['</p></p>', '</', '<', '</a></body></html>', '</br></p>', '<!', '<?', '</>', '<>', ']]>', '<![CDATA['].map(
        (html) => read(JSON.stringify(html), html, 'absent'),
      ),
      read('and then the link', AFTER('</p></div></a></html>'), 'live'),
    ]),
    row('154', 1, 'attributes', [
      read(
        '100,000 on one tag',
        `<a ${Array.from({ length: 100_000 }, (_, at) => `a${at}`).join(' ')} href="${TARGET}">x</a>`,
        READ,
      ),
      read('one of a megabyte', `<a title="${'x'.repeat(1_000_000)}" href="${TARGET}">x</a>`, READ),
      read('a href of a megabyte', AFTER(`<a href="${'x'.repeat(1_000_000)}">x</a>`), READ),
      read('a class of a megabyte', `<div class="${'h-entry '.repeat(120_000)}">${LINK}`, READ),
      read('a rel of a megabyte', AFTER(`<a rel="${'me '.repeat(300_000)}" href=/x>x</a>`), READ),
      read('a href twice', `<a href="http://other.test/" href="${TARGET}">x</a>`, 'absent'),
    ]),
    row('155', 1, 'constructs without an end', [
      ...[
        '<!--',
        '<script>',
        '<plaintext>',
        '<textarea>',
        '<title>',
        '<style>',
        '<xmp>',
        '<noembed>',
        '<iframe>',
        '<noframes>',
        '<a href="',
        "<a href='",
        '<a title="',
        '<!DOCTYPE "',
      ].map((start) =>
        read(start, `<body>${start}<p><a href="${TARGET}">x</a>`, start.startsWith('<!D') ? READ : 'absent'),
      ),
      read('a megabyte of open comments', '<!--'.repeat(250_000), 'absent'),
      read('a megabyte of <', '<'.repeat(1_000_000), 'absent'),
      read('a megabyte of open quotes', '<a b="'.repeat(160_000), 'absent'),
      read('a megabyte of open scripts', '<script>'.repeat(120_000), 'absent'),
      read('a megabyte of </script', `<script>${'</script'.repeat(120_000)}`, 'absent'),
    ]),
    row('157', 1, 'character references', [
      ...['&#0;', '&#xD800;', '&#9999999999;', '&#x110000;', '&am', '&', '&#', '&#x', `&${'a'.repeat(10_000)};`].map(
        (reference) => read(reference.slice(0, 20), AFTER(`<p>${reference}`), 'live'),
      ),
      read('200,000', AFTER('&amp;'.repeat(200_000)), 'live'),
      read('in the address', `<a href="http://alice&#46;example/p&#x6f;st">x</a>`, 'live'),
      read('300,000 without an end', AFTER('&amp'.repeat(240_000)), 'live'),
    ]),
    row('158', 1, 'base', [
      read('leads to the target', '<base href="http://alice.example/"><a href="post">x</a>', 'live'),
      read('of a script is none', '<base href="javascript:x"><a href="post">x</a>', 'absent'),
      read(
        'the first one counts',
        '<base href="http://other.test/"><base href="http://alice.example/"><a href="post">x</a>',
        'absent',
      ),
      read('of data is none', `<base href="data:text/html,x">${LINK}`, 'live'),
    ]),
    row('159', 1, 'microformats', [
      read('h-entry in h-entry, 1,000 times', `${'<div class="h-entry">'.repeat(1000)}${LINK}`, READ),
      read('h-entry in h-entry, 40,000 times', `${'<div class="h-entry">'.repeat(40_000)}${LINK}`, READ),
      ...['p-__proto__', 'u-constructor', 'p-prototype', 'dt-toString', 'e-hasOwnProperty'].map((name) =>
        read(name, ENTRY(`<span class="${name}">x</span>`), 'live'),
      ),
      read(
        'includes that go round',
        ENTRY('<a class="include" href="#a" id="a">x</a><object class="include" data="#b" id="b"></object>'),
        'live',
      ),
      read('50,000 properties', ENTRY('<i class="p-x">y</i>'.repeat(50_000).slice(0, 900_000)), READ),
      read(
        '50,000 authors',
        `<div class="h-entry">${'<a class="p-author h-card" href="/x">y</a>'.repeat(20_000)}${LINK}</div>`,
        READ,
      ),
    ]),
    row('160', 1, 'JSON', [
      read('100,000 deep', '['.repeat(100_000), 'absent', {}, 'application/json'),
      read(
        '100,000 deep, closed',
        `${'['.repeat(100_000)}"${TARGET}"${']'.repeat(100_000)}`,
        ['absent', 'unreachable', 'live'],
        {},
        'application/json',
      ),
      read(
        'a million keys',
        `{${Array.from({ length: 90_000 }, (_, at) => `"k${at}":1`).join(',')},"x":"${TARGET}"}`,
        READ,
        {},
        'application/json',
      ),
      read(
        '__proto__',
        `{"__proto__":{"polluted":"${TARGET}"},"constructor":{"prototype":{"polluted":1}}}`,
        READ,
        {},
        'application/json',
      ),
      read('1e400', `{"a":1e400,"b":"${TARGET}"}`, 'live', {}, 'application/json'),
      read('JSON-LD, 100,000 deep', AFTER(`<script type="application/ld+json">${'['.repeat(100_000)}</script>`), [
        'live',
        'absent',
      ]),
      read(
        'JSON-LD, going round',
        AFTER(
          `<script type="application/ld+json">{"@graph":[${'{"@id":"a","author":{"@id":"a"}},'.repeat(5000)}{}]}</script>`,
        ),
        'live',
      ),
      read('text of a megabyte without a blank', 'x'.repeat(1_000_000), 'absent', {}, 'text/plain'),
      read('text of half addresses', 'http://alice.example/pos '.repeat(40_000), 'absent', {}, 'text/plain'),
    ]),
    row('161', 2, 'foreign content', [
      read('xlink:href', `<svg><a xlink:href="${TARGET}">x</a></svg>`, 'absent'),
      read('math', `<math><mi xlink:href="${TARGET}">x</mi></math>`, 'absent'),
      read(
        'an annotation',
        `<math><annotation-xml encoding="text/html"><a href="${TARGET}">x</a></annotation-xml></math>`,
        READ,
      ),
      read('foreignObject', `<svg><foreignObject><a href="${TARGET}">x</a></foreignObject></svg>`, READ),
    ]),
    row('153', 0, 'pages that end the reader', [
      {
        title: 'ten at once hold up nothing, and an honest one is read behind them',
        dns: {
          ...Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`p${at}.test`, [publicAddress(at + 10)]])),
          'next.test': [NEXT],
        },
        dial: {
          ...Object.fromEntries(
            Array.from({ length: 10 }, (_, at) => [`${publicAddress(at + 10)}:80`, page(AFTER(deep('b', 340_000)))]),
          ),
          [`${NEXT}:80`]: linking,
        },
        deed: {
          drill: async ({ rig, figure }) => {
            for (const at of Array(10).keys()) await rig.send(bytesOf(notification('pingback', `http://p${at}.test/`)));
            await rig.send(bytesOf(notification('pingback', 'http://next.test/')));
            const began = performance.now();
            await rig.pass();
            const next = (await rig.mentions()).find(({ source }) => source === 'http://next.test/');
            assert.equal(next?.link, 'live');
            figure(`${Math.round(performance.now() - began)} ms for all eleven`);
          },
        },
        expect: { rows: 11, rssMb: 128, withinMs: 20_000 },
      },
    ]),
    notApplicable('H1', 1, 'JSON feeds as sources', 'only an equal JSON value counts, and feeds are not followed'),
  ],
};
