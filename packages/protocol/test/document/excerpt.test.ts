import { describe, expect, it } from 'vitest';
import { read, TARGET } from './read.ts';

const LINK = `<a href="${TARGET}">the post</a>`;
const words = (count: number, word: string) => `${word} `.repeat(count);

const ROWS: readonly (readonly [id: string, html: string, excerpt: string])[] = [
  ['PB-S17', `<p>Before.</p><p>I read ${LINK}, it is good.</p><p>After.</p>`, '[…] I read the post, it is good. […]'],
  [
    'inline markup',
    `<li><b>He</b>y, <i>${LINK}</i><br>is <code>x &lt; y</code>.</li>`,
    '[…] Hey, the post is x < y. […]',
  ],
  ['references', `<p>A &amp; B &#8211; ${LINK}&hellip;</p>`, '[…] A & B – the post… […]'],
  ['no body', `<title>Title</title>I read ${LINK}, good.`, '[…] I read the post, good. […]'],
  ['no body, with a head', `<head><meta charset=utf-8><title>A &amp; B</title></head>${LINK} x`, '[…] the post x […]'],
  ['title in the text', `<p>a ${LINK} b<title>Title</title> c`, '[…] a the post b c […]'],
  ['link alone', `<li>${LINK}</li>`, '[…] the post […]'],
  ['spaces as the page has them', `<p>x(${LINK}) y <a href="${TARGET}"> z </a>w</p>`, '[…] x(the post) y z w […]'],
  [
    'word borders',
    `<p>${words(40, 'before')}${LINK} ${words(40, 'after')}</p>`,
    `[…] ${words(17, 'before')}the post ${words(20, 'after').trim()} […]`,
  ],
  [
    'no words at all',
    `<p>${'猫'.repeat(200)}${LINK}${'犬'.repeat(200)}</p>`,
    `[…] ${'猫'.repeat(120)}the post${'犬'.repeat(120)} […]`,
  ],
  ['long anchor', `<p><a href="${TARGET}">${'x'.repeat(300)}</a></p>`, `[…] ${'x'.repeat(100)} […]`],
  [
    'script beside it',
    `<p>a <script>var p = "<p>no</p>";</script>${LINK}<style>p{}</style> b</p>`,
    '[…] a the post b […]',
  ],
  ['comment beside it', `<p>a <!-- <p>no --> ${LINK} <!-- no --> b`, '[…] a the post b […]'],
  ['block in the link', `<div>a <a href="${TARGET}"><h2>x</h2><p>y</p></a> b</div>`, '[…] a x y b […]'],
  ['unclosed link', `<p>a <a href="${TARGET}">x <a href="/">y</a> b`, '[…] a x y b […]'],
  ['image link', `<p>a <a href="${TARGET}"><img alt="pic"></a> b</p>`, '[…] a pic b […]'],
  [
    'quotation',
    `<p>He said:</p><blockquote cite="${TARGET}"><p>Hear back.</p><p>More.</p></blockquote>`,
    '[…] Hear back. […]',
  ],
  ['link with words first', `<map><area href="${TARGET}"></map><p>see ${LINK}</p>`, '[…] see the post […]'],
  ['link element', `<meta name=description content="About it"><link rel=prev href="${TARGET}">`, 'About it'],
  ['far down', `${'<div class="h-x"><p>x</p></div>'.repeat(3_000)}<p>deep ${LINK}</p>`, '[…] deep the post […]'],
  ['after a wall of text', `<p>${'word '.repeat(10_000)}${LINK}</p>`, `[…] ${words(24, 'word')}the post […]`],
];

describe('excerpt (PB-S17)', () => {
  it.each(ROWS)('%s', (_id, html, excerpt) => {
    expect(read(html).entry.excerpt).toBe(excerpt);
  });
});
