import { expect } from 'vitest';
import { BLOCKED, CLOSED, GONE, POST } from '../house.ts';
import type { Exchange } from './exchange.ts';
import { DOWN, LINKING, MISSING, PUBLISHED, SILENT } from './pingback.ts';

const FORM = 'application/x-www-form-urlencoded';

function form(body: string, headers: Readonly<Record<string, string>> = { 'content-type': FORM }) {
  return { path: '/webmention', headers, body };
}

function formOf(source: string, target: string): string {
  return new URLSearchParams({ source, target }).toString();
}

/** 201 with the address of the status page, the same for every source. */
function accepted(name: string, source: string, target = POST): Exchange {
  return {
    name,
    call: form(formOf(source, target)),
    status: 201,
    heard: { protocol: 'webmention', source, target },
    also: ({ headers }) => expect(headers.location).toMatch(/^https:\/\/hear\.example\/status\/[\w-]{22}$/),
  };
}

function refused(name: string, source: string, target: string, heard?: Exchange['heard']): Exchange {
  return { name, call: form(formOf(source, target)), status: 400, ...(heard && { heard }) };
}

function byInbox(name: string, source: string, target: string): Exchange {
  return refused(name, source, target, { source, target });
}

export const WEBMENTION_CASES: readonly Exchange[] = [
  accepted('WM-R01 WM-R05 WM-R06 ROCKS-R1 DV-51 accepted, with a status page', LINKING),
  accepted('WM-R05 accepted before anybody looked', SILENT),
  accepted('WM-R04 UN-01 the fragment of the target does not count', LINKING, `${POST}#c3`),
  accepted('WM-R16 accepted again when it is published', PUBLISHED),
  accepted('DV-54 UN-08 nothing is decoded twice', `${LINKING}?a=%2B+b%2520`),
  refused('WM-R01 WM-R14 ROCKS-R2 a bad source', 'yvxqnpzk', POST),
  refused('WM-R01 ROCKS-R2 a bad target', LINKING, 'wqkzrtmv'),
  refused('WM-R01 ROCKS-R2 both bad', 'yvxqnpzk', 'wqkzrtmv'),
  refused('WM-R01 another scheme', 'ftp://bob.example/', POST),
  byInbox('WM-R02 UN-19 the target itself', POST, POST),
  byInbox('WM-R02 UN-19 the target itself, but for the fragment', `${POST}#a`, POST),
  byInbox('WM-R03 a foreign target', LINKING, 'https://bob.example/'),
  byInbox('WM-R03 a page that is none', LINKING, 'https://alice.example/none'),
  byInbox('WM-R03 closed', LINKING, CLOSED),
  byInbox('WM-R03 gone', LINKING, GONE),
  { name: 'WM-R25 no target', call: form(`source=${encodeURIComponent(LINKING)}`), status: 400 },
  { name: 'WM-R25 no source', call: form(`target=${encodeURIComponent(POST)}`), status: 400 },
  { name: 'WM-R25 nothing', call: form(''), status: 400 },
  {
    name: 'WM-R25 two sources',
    call: form(`${formOf(LINKING, POST)}&source=${encodeURIComponent(SILENT)}`),
    status: 400,
  },
  { name: 'WM-R25 JSON', call: form('{}', { 'content-type': 'application/json' }), status: 415 },
  { name: 'WM-R25 GET', call: { method: 'GET', path: '/webmention' }, status: 405 },
  { name: 'a form that is too long', call: form(`${formOf(LINKING, POST)}&x=${'x'.repeat(16 * 1024)}`), status: 413 },
  {
    ...accepted('WM-R22 cookies change nothing', LINKING),
    call: form(formOf(LINKING, POST), { 'content-type': FORM, cookie: 'session=x' }),
  },
  {
    ...accepted('DV-50 a charset is no other type', LINKING),
    call: form(formOf(LINKING, POST), { 'content-type': `${FORM}; charset=UTF-8` }),
  },
];

/** Replies that wait for the check of the source. */
export const WEBMENTION_VERIFIED_CASES: readonly Exchange[] = [
  accepted('WM-R06 the link is there', LINKING),
  byInbox('WM-R14 no link', SILENT, POST),
  byInbox('WM-R14 SEC-04 no such page', MISSING, POST),
  byInbox('WM-R14 SEC-04 no answer', DOWN, POST),
  byInbox('WM-R14 SEC-04 an address that is not asked', `${BLOCKED}x`, POST),
];
