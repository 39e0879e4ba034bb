import type { Protocol } from '@hearback/protocol';
import { POST } from '../house.ts';
import type { Page } from '../scripted-web.ts';

/** A source, the target that is announced for it, and whether that counts as a link. */
export interface LinkCase {
  readonly name: string;
  readonly protocols: readonly Extract<Protocol, 'pingback' | 'webmention'>[];
  readonly page: Page;
  readonly target: string;
  readonly isLink: boolean;
}

type Protocols = LinkCase['protocols'];

const BOTH: Protocols = ['pingback', 'webmention'];
const WEBMENTION: Protocols = ['webmention'];
const PINGBACK: Protocols = ['pingback'];

/** @param body the markup of a page that has a title */
function html(name: string, protocols: Protocols, isLink: boolean, body: string, target = POST): LinkCase {
  return { name, protocols, isLink, target, page: { body: `<!doctype html><title>A page</title>${body}` } };
}

function typed(name: string, protocols: Protocols, isLink: boolean, type: string, body: string): LinkCase {
  return { name, protocols, isLink, target: POST, page: { headers: [['content-type', type]], body } };
}

const text = `<p>Look at ${POST} for more.`;
const a = (href: string, inside = 'x') => `<p><a href="${href}">${inside}</a>`;

export const LINK_CASES: readonly LinkCase[] = [
  html('WM-R26 UN-23 PB-S08 a', BOTH, true, a(POST)),
  html('WM-R26 UN-23 area', BOTH, true, `<map><area href="${POST}"></map>`),
  html('WM-R26 UN-23 img', WEBMENTION, true, `<img src="${POST}">`),
  html('WM-R26 UN-23 video', WEBMENTION, true, `<video src="${POST}"></video>`),
  html('WM-R26 UN-23 audio', WEBMENTION, true, `<audio src="${POST}"></audio>`),
  html('WM-R26 UN-23 source', WEBMENTION, true, `<video><source src="${POST}"></video>`),
  html('UN-23 cite', BOTH, true, `<blockquote cite="${POST}">x</blockquote>`),
  html('UN-23 media', PINGBACK, false, `<img src="${POST}"><video src="${POST}"><source src="${POST}"></video>`),
  html('WM-R26 PB-S15 DV-11 DV-58 text', BOTH, false, text),
  html('WM-R26 PB-S15 a comment', BOTH, false, `<!-- ${a(POST)} -->`),
  html('PB-S15 a script', BOTH, false, `<script>'${a(POST)}'</script>`),
  html('PB-S15 a style', BOTH, false, `<style>${a(POST)}</style>`),
  html('PB-S15 a template', BOTH, false, `<template>${a(POST)}</template>`),
  html('PB-S15 escaped markup', BOTH, false, a(POST).replaceAll('<', '&lt;')),
  html('WM-R26 PB-F17 absent', BOTH, false, '<p>Nothing.'),
  html('PB-S16 nofollow', BOTH, true, `<a rel="nofollow ugc" href="${POST}">x</a>`),
  html('UN-22 WM-R13 a prefix of a longer path', BOTH, false, a(`${POST}/12`)),
  html('UN-22 WM-R13 a longer query', BOTH, false, a(`${POST}?a=1`)),
  html('UN-22 a part of another URL', BOTH, false, a(`https://bob.example/?u=${POST}`)),
  html('UN-20 UN-05 WM-R13 the same when serialised', BOTH, true, a('HTTPS://ALICE.example:443/post')),
  html('UN-07 the same when decoded', BOTH, true, a('https://alice.example/p%6Fst')),
  html('UN-04 http for https', BOTH, true, a('http://alice.example/post')),
  html('UN-01 a fragment on the link', BOTH, true, a(`${POST}#comments`)),
  html('UN-01 a fragment on the target', BOTH, true, a(POST), `${POST}#comments`),
  html('UN-01 another fragment', WEBMENTION, false, a(`${POST}#a`), `${POST}#b`),
  html('UN-01 another fragment of a page of ours', PINGBACK, true, a(`${POST}#a`), `${POST}#b`),
  html('UN-03 a slash more', PINGBACK, true, a(`${POST}/`)),
  html(
    'UN-11 ampersands, raw and escaped',
    BOTH,
    true,
    a('https://alice.example/?p=1&q=2'),
    'https://alice.example/?p=1&q=2',
  ),
  html(
    'UN-11 ampersands, escaped',
    BOTH,
    true,
    a('https://alice.example/?p=1&amp;q=2'),
    'https://alice.example/?p=1&q=2',
  ),
  html(
    'DV-11 UN-12 semicolons that were dropped',
    BOTH,
    false,
    a('https://alice.example/?p=1;&q=2'),
    'https://alice.example/?p=1&q=2',
  ),
  html('UN-21 relative to base', BOTH, true, '<base href="https://alice.example/x/"><a href="../post">x</a>'),
  html(
    'UN-28 the query in another order',
    BOTH,
    false,
    a('https://alice.example/?q=2&p=1'),
    'https://alice.example/?p=1&q=2',
  ),
  html('DV-56 a target that was serialised', BOTH, true, a('https://alice.example'), 'https://alice.example/'),
  typed('WM-R12 a value of JSON', WEBMENTION, true, 'application/json', JSON.stringify({ a: [{ b: POST }] })),
  typed(
    'WM-R12 a part of a value of JSON',
    WEBMENTION,
    false,
    'application/json',
    JSON.stringify({ a: `see ${POST}` }),
  ),
  typed('WM-R12 a name in JSON', WEBMENTION, false, 'application/json', JSON.stringify({ [POST]: 1 })),
  typed('WM-R12 plain text', WEBMENTION, true, 'text/plain', `Look at ${POST} for more.`),
  typed('WM-R12 UN-22 a longer URL in plain text', WEBMENTION, false, 'text/plain', `Look at ${POST}/12 for more.`),
  typed('WM-R12 JSON and text are no pages for others', PINGBACK, false, 'text/plain', POST),
  typed('WM-R12 PB-S08 PB-F17 an image', BOTH, false, 'image/png', POST),
];
