import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLinks } from '../../src/document/find-links.ts';
import { read, SOURCE, TARGET } from './read.ts';

const LINK = `<a href="${TARGET}">there</a>`;

const LINKED: readonly (readonly [id: string, html: string, level?: string])[] = [
  ['plain', LINK],
  ['DV-09g entity', '<a href="http://target.example/x?a=1&amp;b">x</a>', 'http://target.example/x?a=1&b'],
  ['UN-11 raw ampersand', '<a href="http://target.example/x?a=1&b">x</a>', 'http://target.example/x?a=1&b'],
  ['DV-09g numeric', '<a href="http://target.example/x?a=1&#038;b">x</a>', 'http://target.example/x?a=1&b'],
  ['UN-11 letter as reference', '<a href="http://target.example/&#120;">x</a>'],
  ['UN-11 hexadecimal', '<a href="http://target.example/&#x78">x</a>'],
  ['UN-07', '<a href="http://target.example/%78">x</a>'],
  ['newline', '<a href="http://target.ex\nample/x">x</a>'],
  ['newline in the path', '<a href="http://target.example/lon\n\tger">x</a>', 'http://target.example/longer'],
  ['reference to a tab', '<a href="http://target.example/lon&Tab;ger">x</a>', 'http://target.example/longer'],
  ['white space around', `<a href=" ${TARGET}\n">x</a>`],
  ['case of host', '<a href="HTTP://TARGET.example/x">x</a>'],
  ['DV-09g capitals', `<A HREF='${TARGET}'>x</A>`],
  ['DV-09g unquoted', `<a href=${TARGET}>x</a>`],
  ['DV-09g em', `<a href="${TARGET}"><em>x</em></a>`],
  ['DV-09g image', `<a href="${TARGET}"><img src=i alt=x></a>`],
  ['DV-09g heading', `<a href="${TARGET}"><h2>x</h2></a>`],
  ['DV-09g paragraph', `<a href="${TARGET}"><p>x</p></a>`],
  ['DV-09g sign in the text', `<a href="${TARGET}">a > b</a>`],
  ['DV-09g area', `<map><area href="${TARGET}"></map>`],
  ['DV-09g fragment', `<a href="${TARGET}#c">x</a>`],
  ['UN-23 link', `<link rel=prev href="${TARGET}">`],
  ['UN-23 blockquote', `<blockquote cite="${TARGET}">x</blockquote>`],
  ['UN-23 q', `<q cite="${TARGET}">x</q>`],
  ['PB-S16', `<a rel="nofollow ugc" href="${TARGET}">x</a>`],
  ['hidden', `<div hidden style="display:none">${LINK}</div>`],
  ['noscript', `<noscript>${LINK}</noscript>`],
  ['UN-21 root', '<a href="/x">x</a>', 'http://source.example/x'],
  ['UN-21 sibling', '<a href="other">x</a>', 'http://source.example/blog/other'],
  ['UN-21 up', '<a href="../x">x</a>', 'http://source.example/x'],
  ['UN-21 scheme', '<a href="//target.example/x">x</a>'],
  ['relative to a base', '<base href="http://target.example/"><a href=x>x</a>'],
  [
    'base after one with a script',
    `<base href="javascript:1"><base href="http://target.example/y/"><a href="../x">x</a>`,
  ],
  ['base after one for targets', `<base target="_blank"><base href="http://target.example/"><a href=x>x</a>`],
  ['late base after one for targets', `<body><a href=x>x</a><base target=_top><base href="http://target.example/">`],
  ['late base', `<body><a href=x>x</a><base href="http://target.example/">`],
  ['relative base', '<base href="/x/"><a href=y>x</a>', 'http://source.example/x/y'],
  ['first of two attributes', `<a href="${TARGET}" href="http://other.example/">x</a>`],
  ['after a comment', `<!-- x --!>${LINK}`],
  ['after an empty comment', `<!-->${LINK}`],
  ['after a script', `<script>"<!--"</script>${LINK}`],
  ['after a script in a comment in a script', `<script><!-- write("<script></script>") --></script>${LINK}`],
  ['after a script whose comment never ends', `<script><!-- x </script>${LINK}`],
  ['after a script with an empty comment', `<script><!--><script></script>${LINK}`],
  ['after a script with a short comment', `<script><!---><script></script>${LINK}`],
  ['after a name that only begins like script', `<script><!--<scripts></script>${LINK}`],
  ['after two scripts in a comment', `<script><!--<script>1</script><SCRIPT/>2</script >3--></script>${LINK}`],
  ['after a section that HTML does not have', `<![CDATA[>${LINK}]]>`],
  ['after one that never ends', `<p><![CDATA[<br>${LINK}`],
  ['after sections of an svg', `<svg><![CDATA[>]]></svg>${LINK}`],
  ['after an unclosed svg', `<svg><path d="M0"><p>${LINK}`],
  ['after an svg with style', `<svg><style>p{}</style></svg>${LINK}`],
  ['in foreignObject', `<svg><foreignObject>${LINK}</foreignObject></svg>`],
  ['in math text', `<math><mtext>${LINK}</mtext></math>`],
  ['in svg in math text', `<math><mi><svg><desc>${LINK}</desc></svg></mi></math>`],
  ['svg around which a link closes', `<a href="http://o.example/"><svg><g></a>${LINK}`],
  ['after end tags of nothing', `</p></p>${LINK}`],
  ['after a template', `<template><svg></template>${LINK}`],
  ['root', '<a href="http://ｔarget.example">x</a>', 'http://target.example/'],
  ['IDN', '<a href="http://bücher.example/x">x</a>', 'http://xn--bcher-kva.example/x'],
];

const NOT_LINKED: readonly (readonly [id: string, html: string])[] = [
  ['PB-S15 text', `<p>${TARGET}</p>`],
  ['PB-S15 comment', `<!-- ${LINK} -->`],
  ['unclosed comment', `<!-- ${LINK}`],
  ...['script', 'style', 'template', 'textarea', 'title', 'iframe', 'noembed', 'noframes', 'xmp', 'plaintext'].flatMap(
    (name) => [
      [`in ${name}`, `<${name}>${LINK}</${name}>`] as const,
      [`in unclosed ${name}`, `<${name}>${LINK}`] as const,
    ],
  ),
  ['in a script after one in its comment', `<script><!--<script></script> ${LINK} --></script>`],
  ['in a script that its comment keeps open', `<script><!--<script></script> ${LINK}`],
  [
    'in a script after the second in its comment',
    `<script><!--<script></script><script ></script> ${LINK} --></script>`,
  ],
  ['in a script after a quote in its comment', `<script><!--<script></script><a title='${LINK} --></script>`],
  ['in a section of an svg', `<svg><![CDATA[</svg>${LINK}]]></svg>`],
  ['in self-closed script', `<script/>${LINK}</script>`],
  ['unclosed quote', `<a href="${TARGET}>x</a>`],
  ['unclosed tag', `<a href="${TARGET}"`],
  ['DV-09g data', `<a data-href="${TARGET}">x</a>`],
  ['DV-09g title', `<a href="/" title="${TARGET}">x</a>`],
  ['DV-09g prefix', '<a href="http://target.example/xyz">x</a>'],
  ['longer address', '<a href="http://target.example/x0">x</a>'],
  ['target in the query of another', `<a href="http://evil.example/?u=${TARGET}">x</a>`],
  ['img', `<img src="${TARGET}">`],
  ['form', `<form action="${TARGET}"></form>`],
  ['iframe', `<iframe src="${TARGET}"></iframe>`],
  ['UN-23 stylesheet', `<link rel="stylesheet" href="${TARGET}">`],
  ['UN-23 icon', `<link rel="shortcut icon" href="${TARGET}">`],
  ['cite element', `<cite href="${TARGET}">x</cite>`],
  ['svg', `<svg><a href="${TARGET}" xlink:href="${TARGET}"><text>x</text></a></svg>`],
  ['xlink', `<svg><a xlink:href="${TARGET}">x</a></svg>`],
  ['svg after an end tag of nothing', `<svg></style></math></img><a href="${TARGET}">x</a></svg>`],
  ['math in what only svg has', `<math><desc><a href="${TARGET}">x</a></desc></math>`],
  ['svg in what only math has', `<svg><mi><a href="${TARGET}">x</a></mi></svg>`],
  ['math in svg', `<svg><math><mi><a href="${TARGET}">x</a></mi></math></svg>`],
  ['math', `<math><a href="${TARGET}">x</a></math>`],
  ['xlink in HTML', `<a xlink:href="${TARGET}">x</a>`],
  ['a no-break space in front', `<a href="\u00a0${TARGET}">x</a>`],
  ['a reference to one', `<a href="&nbsp;${TARGET}">x</a>`],
  ['javascript', `<a href="javascript:location='${TARGET}'">x</a>`],
  ['UN-24', '<a href="http://u:p@target.example/x">x</a>'],
  ['attribute 257', `<a ${Array.from({ length: 256 }, (_, n) => `a${n}`).join(' ')} href="${TARGET}">x</a>`],
  ['long tag', `<a title="${'x'.repeat(65_536)}" href="${TARGET}">x</a>`],
  ['long value', `<a href="${TARGET}?&amp;${'x'.repeat(65_536)}">x</a>`],
];

describe('findLinks', () => {
  for (const [id, html, target = TARGET] of LINKED) {
    it(`${id} is linked`, () => {
      expect(read(html, { target }).level).toBeDefined();
      const amid = `<!doctype html><html><body><p>a &#8217; 100%\n${html}`;
      expect(read(amid, { target }).level).toBeDefined();
    });
  }

  it.each(NOT_LINKED)('%s: %s is not linked', (_id, html) => {
    expect(read(html).links).toEqual([]);
  });

  it('PB-S16 tells anchor, rel and level of each link, in document order', () => {
    const html = `<a href="${TARGET}/" rel=" NoFollow\tUGC nofollow">one\n <b>t</b>wo<br>three</a><a href=${TARGET}><img alt=" pic "><a href="${TARGET}#c">`;
    expect(read(html).links).toEqual([
      { href: `${TARGET}/`, anchor: 'one two three', rel: ['nofollow', 'ugc'], level: 'L5', place: 'content' },
      { href: TARGET, anchor: 'pic', rel: [], level: 'L0', place: 'content' },
      { href: `${TARGET}#c`, anchor: '', rel: [], level: 'L4', place: 'content' },
    ]);
    expect(read(html).level).toBe('L0');
  });

  it.each([
    [TARGET, TARGET, 'L0'],
    [` ${TARGET}\n`, TARGET, 'L0'],
    ['//target.example/x', TARGET, 'L1'],
    ['HTTP://target.example:80/y/../x', TARGET, 'L1'],
    ['http://target.example', 'http://target.example/', 'L1'],
    ['http://target.example/', 'http://target.example', 'L1'],
    ['http://target.example/%7e', 'http://target.example/~', 'L2'],
  ])('UN-20 %j is the string %j or only its serialisation', (href, target, level) => {
    expect(read(`<a href="${href}">x</a>`, { target }).level).toBe(level);
  });

  it('knows the other names of the page (L6)', () => {
    const { links } = read('<a href="http://target.example/?p=12">x</a>', { aliases: ['http://target.example/?p=12'] });
    expect(links).toMatchObject([{ level: 'L6' }]);
  });

  it('cuts anchors at 200 graphemes and gives 20 links', () => {
    const { links } = read(`<a href="${TARGET}">${'👍🏽'.repeat(300)}</a>`.repeat(30));
    expect(links).toHaveLength(20);
    expect(links[0]?.anchor).toBe('👍🏽'.repeat(200));
  });

  it('finds the target to the letter after any number of near misses', () => {
    const target = 'http://target.example/a';
    const misses = '<a href=/a>'.repeat(10_001);
    expect(read(`${misses}<a href="${target}">x</a>`, { target }).level).toBe('L0');
  });

  it('splits rel at the blanks of HTML only', () => {
    expect(read(`<a rel="a\u00a0b c\u2003d\fe\rf" href="${TARGET}">`).links[0]?.rel).toEqual([
      'a\u00a0b',
      'c\u2003d',
      'e',
      'f',
    ]);
    expect(read(`<link rel="stylesheet\u00a0x" href="${TARGET}">`).level).toBe('L0');
  });

  it('looks where it is told to: images count for Webmention', () => {
    const reach = { elements: { img: 'src' }, furthest: 'L0' } as const;
    const page = { finalUrl: SOURCE, base: SOURCE, target: TARGET, reach };
    expect(findLinks(`<img src="${TARGET}">`, page).links).toMatchObject([{ element: 'img' }]);
    expect(findLinks(`<img src="${TARGET}#x">`, page).links).toEqual([]);
    expect(findLinks(LINK, page).links).toEqual([]);
  });

  it('the shortcut never hides a link: any escape of any target is found', () => {
    const escapes = [
      (c: string) => c,
      (c: string) => `%${c.charCodeAt(0).toString(16)}`,
      (c: string) => `&#${c.charCodeAt(0)};`,
      (c: string) => `&#x${c.charCodeAt(0).toString(16).toUpperCase()};`,
      (c: string) => `\n${c}`,
      (c: string) => `${c}&#10;`,
      (c: string) => `${c}&NewLine;`,
    ];
    const path = fc.array(fc.tuple(fc.constantFrom(...'abcXYZ0189-_.~'), fc.constantFrom(...escapes)), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(path, (characters) => {
        const target = `http://target.example/p${characters.map(([character]) => character).join('')}`;
        const href = `http://target.example/p${characters.map(([character, spell]) => spell(character)).join('')}`;
        expect(read(`<p><a href="${href}">x</a>`, { target }).links).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });
});
