import { describe, expect, it } from 'vitest';
import { examine } from '../../src/doctor/examine.ts';
import { wordPressView } from '../../src/doctor/wordpress.ts';
import { createScriptedWeb, type Script } from '../outbound/scripted-web.ts';
import { readerHere } from '../support/reader-here.ts';

const URL_OF_POST = 'https://alice.example/post';
const TARGET = 'https://bob.example/x';
const LINK = `<a href="${TARGET}">this</a>`;
const GOOD = (body: string) =>
  `<title>Post</title><link rel="pingback" href="https://hear.example/xmlrpc"><article>${body}</article>`;
const DEPS = {
  reader: readerHere,
  elapsed: { ms: () => 0 },
  clock: { now: () => Date.UTC(2026, 10, 26, 6, 30) },
};
const FAR = ' '.repeat(153_600);

function after(date: string): Readonly<Record<string, string>> {
  return { 'x-robots-tag': `unavailable_after: ${date}` };
}

async function codes(script: Script, url = URL_OF_POST): Promise<string[]> {
  const web = createScriptedWeb({ [url]: script });
  const { findings } = await examine({ ...DEPS, http: web }, new URL(url), 'source');
  return findings.map(({ level, code }) => (level === 'problem' ? `problem ${code}` : code));
}

describe('doctor of a source', () => {
  it.each<[string, Script, string[]]>([
    ['a good page', GOOD(LINK), []],
    [
      'a redirect',
      { body: GOOD(LINK), finalUrl: `${URL_OF_POST}/`, chain: [URL_OF_POST, `${URL_OF_POST}/`] },
      ['problem redirect'],
    ],
    [
      'a page that sends its readers on',
      GOOD(LINK).replace('<link', '<meta http-equiv="refresh" content="0; url=/new"><link'),
      ['problem refresh'],
    ],
    ['no title', GOOD(LINK).replace(/<title>.*<\/title>/, ''), ['problem title-missing']],
    ['a title with attributes', GOOD(LINK).replace('<title>', '<title lang="en">'), ['problem title-attributes']],
    ['a late title', `${FAR}${GOOD(LINK)}`, ['problem title-late']],
    ['a late link', GOOD(`${FAR}${LINK}`), ['link-late']],
    ['a bare ampersand', GOOD('<a href="https://bob.example/?a=1&b=2">x</a>'), ['link-ampersand']],
    ['a written one', GOOD('<a href="https://bob.example/?a=1&amp;b=2">x</a>'), []],
    ['a picture in the link', GOOD(`<a href="${TARGET}"><img src="/x"></a>`), ['link-shape']],
    ['a link in capitals', GOOD(`<A HREF="${TARGET}">x</A>`), ['link-shape']],
    ['no links', GOOD('<a href="/about">me</a>'), ['no-links']],
    ['no pingback', `<title>Post</title><article>${LINK}</article>`, ['no-pingback']],
    ['noindex', GOOD(LINK).replace('<link', '<meta name="robots" content="noindex"><link'), ['noindex']],
    ['not to be found since', { headers: after('Wed, 25 Nov 2026 15:00:00 GMT'), body: GOOD(LINK) }, ['noindex']],
    ['not to be found from', { headers: after('27 Nov 2026 15:00:00 PST'), body: GOOD(LINK) }, []],
    [
      'the same in its markup',
      GOOD(LINK).replace('<link', '<meta name="googlebot" content="unavailable_after: 2026-11-25"><link'),
      ['noindex'],
    ],
    ['no page', { status: 404, body: '' }, ['problem status']],
    ['no HTML', { headers: { 'content-type': 'text/plain' }, body: LINK }, ['problem type']],
    ['no answer', { failure: 'dns' }, ['problem unreachable']],
  ])('%s', async (_, script, expected) => {
    expect(await codes(script)).toEqual(expected);
  });

  it('says in one sentence why there is no answer', async () => {
    const { findings } = await examine(
      { ...DEPS, http: createScriptedWeb({ [URL_OF_POST]: { failure: 'dns' } }) },
      new URL(URL_OF_POST),
      'source',
    );
    expect(findings[0]?.message).toMatch(/^The page could not be reached: .*[^.]\. Nobody can ask it\. /);
  });

  it('a port and a bare address', async () => {
    expect(await codes(GOOD(LINK), 'http://alice.example:7000/')).toEqual(['problem port']);
    expect(await codes(GOOD(LINK), 'http://192.0.2.1/')).toEqual(['address']);
  });
});

/** As run in PHP: what WordPress finds and what it does not. */
describe('DV-09g what WordPress finds of a link', () => {
  const T = 'https://home.example/x';
  it.each([
    [`<a href="${T}"><em>x</em></a>`, true],
    [`<h2><a href="${T}">x</a></h2>`, true],
    [`<p>a</p><p><a href=${T}>x</a></p>`, true],
    [`<template><a href="${T}">x</a></template>`, true],
    [`<a href="${T}#c">x</a>`, true],
    [`<a href="${T}yz">x</a>`, true],
    [`<a data-x="${T}" href="/">x</a>`, true],
    [`<a href="${T}"><h2>x</h2></a>`, false],
    [`<a href="${T}"><p>x</p></a>`, false],
    [`<a href="${T}"><img></a>`, false],
    [`<A HREF="${T}">x</A>`, false],
    [`<area href="${T}">`, false],
    [`<img src="${T}">`, false],
    [T, false],
    [`<script>"<a href='${T}'>x</a>"</script>`, false],
    [`<a href="${T}">a > b</a>`, false],
    [`<a href="${T.replace('x', '')}">x</a>`, false],
  ])('%s: %s', (html, found) => {
    expect(wordPressView(`<title>t</title>${html}`).finds(T)).toBe(found);
  });
});
