import type { Notification } from '@hearback/protocol';
import { expect } from 'vitest';
import type { Answer, Call } from '../doors.ts';
import { BLOCKED, CLOSED, GONE, POST } from '../house.ts';
import { type Exchange, latin1, SOURCE } from './exchange.ts';

export const SUCCESS = '<?xml version="1.0" encoding="utf-8"?><response><error>0</error></response>';
const FAILURE =
  /^<\?xml version="1\.0" encoding="utf-8"\?><response><error>1<\/error><message>[^<>&]+<\/message><\/response>$/;

const FORM = 'application/x-www-form-urlencoded';

function trackbackPath(target: string): string {
  return `/trackback?target=${encodeURIComponent(target)}`;
}

/** A form as latin-1 bytes, so that `\xe9` in it is that byte. */
export function formPost(form: string, target = POST, headers: Readonly<Record<string, string>> = {}): Call {
  return { path: trackbackPath(target), headers: { 'content-type': FORM, ...headers }, body: latin1(form) };
}

const URL_FIELD = `url=${encodeURIComponent(SOURCE)}`;
const HEARD: Partial<Notification> = { protocol: 'trackback', source: SOURCE, target: POST };

function succeeds({ text }: Answer): void {
  expect(text).toBe(SUCCESS);
}

function fails({ text }: Answer): void {
  expect(text).toMatch(FAILURE);
}

function taken(name: string, form: string, heard = HEARD, headers?: Record<string, string>): Exchange {
  return { name, call: formPost(form, POST, headers), status: 200, heard, also: succeeds };
}

function refused(name: string, form: string, headers?: Record<string, string>): Exchange {
  return { name, call: formPost(form, POST, headers), status: 200, also: fails };
}

function titled(name: string, title: string, escaped: string, charset?: string): Exchange {
  const type = charset === undefined ? FORM : `${FORM}; charset=${charset}`;
  const says = { title, excerpt: '', siteName: '' };
  return taken(name, `${URL_FIELD}&title=${escaped}`, { ...HEARD, says }, { 'content-type': type });
}

/** For pages that are no targets: heard by the inbox, which answers all of them alike. */
function unwanted(name: string, target: string): Exchange {
  return { name, call: formPost(URL_FIELD, target), status: 200, heard: { ...HEARD, target }, also: fails };
}

/** TrackBack 1.2 as a server. */
export const TRACKBACK_CASES: readonly Exchange[] = [
  taken('TB-C04 TB-S02 url alone', URL_FIELD),
  taken('TB-C04 all fields', `title=T&excerpt=E&blog_name=B&${URL_FIELD}`, {
    ...HEARD,
    says: { title: 'T', excerpt: 'E', siteName: 'B' },
  }),
  taken('TB-C04 fields that nobody knows', `${URL_FIELD}&page=1&__mode=x`),
  taken('TB-C01 no Content-Type is a form', URL_FIELD, HEARD, { 'content-type': '' }),
  refused('TB-S01 TB-S03 DV-66 no url', 'title=T&excerpt=E&blog_name=B'),
  refused('TB-S01 an empty body', ''),
  refused('TB-S01 url is none', 'url=answer'),
  refused('TB-S01 url twice', `${URL_FIELD}&${URL_FIELD}x`),
  taken('TB-S04 long texts', `${URL_FIELD}&title=${'t'.repeat(4000)}&excerpt=${'e'.repeat(4000)}`, {
    ...HEARD,
    says: { title: 't'.repeat(250), excerpt: 'e'.repeat(252), siteName: '' },
  }),
  taken('TB-S07 no title', `${URL_FIELD}&title=`, { ...HEARD, says: { title: SOURCE, excerpt: '', siteName: '' } }),
  titled('TB-S09 UTF-8 by the look of it', 'é', '%C3%A9'),
  titled('TB-S09 latin-1 by the look of it', 'é', '%E9'),
  titled('TB-S09 charset of the Content-Type', 'при', '%D0%D2%C9', 'koi8-r'),
  titled('TB-S09 charset field', 'é', '%E9&charset=ISO-8859-1'),
  titled('TB-S09 Content-Type before field', 'при', '%D0%D2%C9&charset=utf-8', 'koi8-r'),
  titled('TB-S09 raw bytes', 'é', '\xe9'),
  refused('TB-S09 UTF-7', `${URL_FIELD}&title=+ADw-b+AD4-&charset=UTF-7`),
  refused('TB-S09 a list of charsets', `${URL_FIELD}&charset=UTF-8,UTF-8,UTF-8`),
  unwanted('a page that is gone', GONE),
  unwanted('a page that is closed', CLOSED),
  unwanted('a page that never was', 'https://alice.example/never'),
  unwanted('a page of a stranger', 'https://stranger.example/'),
  {
    name: 'a source of a refused network looks accepted',
    call: formPost(`url=${encodeURIComponent(BLOCKED)}`),
    status: 200,
    heard: { ...HEARD, source: BLOCKED },
    also: succeeds,
  },
  { name: 'no page', call: { ...formPost(URL_FIELD), path: '/trackback' }, status: 200, also: fails },
  {
    name: 'the address of the site',
    call: { ...formPost(URL_FIELD), path: `/alice.example${trackbackPath(POST)}` },
    status: 200,
    heard: HEARD,
    also: succeeds,
  },
  {
    name: 'TB-S05 GET with all fields',
    call: { method: 'GET', path: `${trackbackPath(POST)}&${URL_FIELD}&title=T` },
    status: 405,
    also: fails,
  },
  { name: 'TB-S05 __mode=rss', call: { method: 'GET', path: '/trackback?__mode=rss' }, status: 405, also: fails },
  {
    name: 'TB-C01 text/plain',
    call: formPost(URL_FIELD, POST, { 'content-type': 'text/plain' }),
    status: 415,
    also: fails,
  },
  { name: 'a giant title', call: formPost(`${URL_FIELD}&title=${'x'.repeat(200_000)}`), status: 413 },
];
