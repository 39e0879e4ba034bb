import type { Http, HttpFailureKind, HttpReply, PageReading } from '@hearback/protocol';
import { describe, expect, it } from 'vitest';
import type { ReadSource } from '../../src/inbound/aliases.ts';
import { look } from '../../src/inbound/verification.ts';

const SOURCE = 'https://bob.example/answer#p1';
const TARGET = 'https://alice.example/post';
const FACTS = { status: 200, finalUrl: SOURCE, title: '', canonical: '', noindex: false, language: '' };
const ENTRY = {
  kind: 'mention',
  rsvp: '',
  title: '',
  author: { name: '', url: '', photo: '' },
  excerpt: '',
  published: '',
} as const;
const clock = { now: () => 0 };
const LINK = { href: TARGET, anchor: 'post', rel: [], level: 'L0' } as const;

const reply = (
  status: number,
  type: string | undefined = 'text/html; charset=utf-8',
  more: Partial<HttpReply> & { retryAfter?: string } = {},
): HttpReply => ({
  ok: true,
  status,
  finalUrl: SOURCE,
  headers: [
    ...(type ? [['content-type', type] as const] : []),
    ...(more.retryAfter ? [['retry-after', more.retryAfter] as const] : []),
  ],
  body: new Uint8Array(),
  truncated: more.truncated ?? false,
  chain: [SOURCE],
});

function reading(links: PageReading['links'], status = 200): ReadSource {
  return async () => ({
    ok: true,
    reading: { links, level: links[0]?.level, entry: ENTRY, facts: { ...FACTS, status }, surroundings: undefined },
  });
}
const linked = reading([LINK]);
const unlinked = reading([]);
const poison: ReadSource = async () => ({ ok: false, kind: 'poison', reason: 'The page made the reader hang.' });

async function seen(answer: HttpReply | { kind: HttpFailureKind }, readSource: ReadSource) {
  const asked: string[] = [];
  const accepted: (string | undefined)[] = [];
  const http: Http = {
    request: async ({ url, headers }) => {
      asked.push(url);
      accepted.push(headers?.accept);
      return 'kind' in answer ? { ok: false, kind: answer.kind, reason: 'No answer.' } : answer;
    },
  };
  const { result, ...rest } = await look({ http, readSource, clock }, SOURCE, TARGET, []);
  return { asked, accepted, result: 'retry' in rest ? `${result}${rest.retry ? ', again' : ''}` : result, rest };
}

describe('look', () => {
  it('says when not all addresses were compared', async () => {
    const partly: ReadSource = async (page) => ({ ...(await unlinked(page)), partly: true });
    expect((await seen(reply(200), partly)).rest.reason).toMatch(
      /^The source has no link to the target\. It links to so many/,
    );
    expect((await seen(reply(200), unlinked)).rest.reason).toBe('The source has no link to the target.');
  });

  it.each([
    ['a page with the link', reply(200), linked, 'linked'],
    ['a page without it', reply(200), unlinked, 'unlinked'],
    ['404', reply(404), linked, 'gone'],
    ['410', reply(410), linked, 'gone'],
    ['WM-R20 a page that says 410 of itself', reply(200), reading([LINK], 410), 'gone'],
    ['an image', reply(200, 'image/png'), linked, 'unread'],
    ['plain text', reply(200, 'text/plain'), linked, 'unread'],
    ['bytes', reply(200, 'application/octet-stream'), linked, 'unread'],
    ['two types', reply(200, 'text/html, image/png'), linked, 'unread'],
    ['no type', reply(200, ''), linked, 'unread'],
    ['204', reply(204), linked, 'later'],
    ['401', reply(401), linked, 'later'],
    ['403, a wall for robots', reply(403), linked, 'later'],
    ['451', reply(451), linked, 'later'],
    ['429', reply(429), linked, 'later, again'],
    ['500', reply(500), linked, 'later, again'],
    ['503', reply(503), linked, 'later, again'],
    ['an unknown name', { kind: 'dns' as const }, linked, 'later, again'],
    ['a closed port', { kind: 'connect' as const }, linked, 'later, again'],
    ['a silent peer', { kind: 'timeout' as const }, linked, 'later, again'],
    ['a bad certificate', { kind: 'tls' as const }, linked, 'later, again'],
    ['a cut connection', { kind: 'reset' as const }, linked, 'later, again'],
    ['a private address', { kind: 'refused' as const }, linked, 'later'],
    ['a redirect loop', { kind: 'redirects' as const }, linked, 'later'],
    ['a bomb', { kind: 'invalid' as const }, linked, 'later'],
    ['a page that kills its reader', reply(200), poison, 'later, again'],
  ])('%s', async (_, answer, reader, expected) => {
    expect((await seen(answer, reader)).result).toBe(expected);
  });

  it('asks once, without the fragment', async () => {
    expect((await seen(reply(200), linked)).asked).toEqual(['https://bob.example/answer']);
  });

  it('WM-R10 says what it can read, HTML first', async () => {
    const [accept = ''] = (await seen(reply(200), linked)).accepted;
    expect(accept).toMatch(/^text\/html, .*application\/json.*text\/plain.*\*\/\*;q=0\.1$/);
  });

  it.each([
    ['120', 120_000],
    ['99999999', 86_400_000],
    ['soon', undefined],
  ])('Retry-After: %s', async (retryAfter, expected) => {
    expect((await seen(reply(503, 'text/html', { retryAfter }), linked)).rest).toMatchObject({
      retryAfterMs: expected,
    });
  });

  it('has only bodies sent that it reads, and says no more of a type than fits a sentence', async () => {
    let wanted: boolean[] = [];
    const http: Http = {
      request: async ({ reads }) => {
        const types = ['text/html', 'application/xhtml+xml;x', 'text/plain', 'application/octet-stream', undefined];
        wanted = types.map((type) => reads?.(type) ?? true);
        return reply(200, `x/${'y'.repeat(9_000)}`);
      },
    };
    const pingback = await look({ http, readSource: linked, clock }, SOURCE, TARGET, ['pingback']);
    expect(wanted).toEqual([true, true, false, false, false]);
    expect(pingback.reason.length).toBeLessThan(200);
    await look({ http, readSource: linked, clock }, SOURCE, TARGET, ['webmention']);
    expect(wanted).toEqual([true, true, true, false, false]);
  });

  it('has the page read for what it says of now', async () => {
    const times: unknown[] = [];
    const readSource: ReadSource = (page) => {
      times.push(page.now);
      return linked(page);
    };
    const http: Http = { request: async () => reply(200) };
    await look({ http, readSource, clock: { now: () => 7 } }, SOURCE, TARGET, []);
    expect(times).toEqual([7]);
  });

  it('says that a long page was cut', async () => {
    const { rest } = await seen(reply(200, 'text/html', { truncated: true }), unlinked);
    expect(rest.reason).toBe('The link was not found within the first 1 MiB of the source.');
  });
});

describe('look again', () => {
  const version = { looks: 1, finalUrl: SOURCE, entityTag: '"7"', lastModified: 'Tue, 24 Nov 2026 11:00:00 GMT' };

  async function again(answer: HttpReply, readSource: ReadSource = linked) {
    let headers: Readonly<Record<string, string>> = {};
    const http: Http = {
      request: async (request) => {
        headers = request.headers ?? {};
        return answer;
      },
    };
    return { found: await look({ http, readSource, clock }, SOURCE, TARGET, [], version), headers };
  }

  it('asks whether the page is another one than that which had the link', async () => {
    const { found, headers } = await again(reply(304));
    expect(headers).toMatchObject({ 'if-none-match': '"7"', 'if-modified-since': version.lastModified });
    expect(found.result).toBe('unchanged');
  });

  it('reads a page that is unchanged at another address', async () => {
    const { found } = await again({ ...reply(304), finalUrl: 'https://bob.example/moved' });
    expect(found).toMatchObject({ result: 'later', moved: true });
  });

  it('a wall is named, and says nothing of the link', async () => {
    const walled: ReadSource = async () => ({
      ok: true,
      reading: {
        ...{ links: [], level: undefined, entry: ENTRY, facts: FACTS, surroundings: undefined },
        wall: { kind: 'challenge', by: 'Anubis' },
      },
    });
    expect((await again(reply(200), walled)).found).toMatchObject({ result: 'later', outage: 'challenge Anubis' });
    const blocked = { ...reply(403), headers: [['cf-mitigated', 'challenge'] as const] };
    expect((await again(blocked)).found).toMatchObject({
      ...{ result: 'later', outage: 'challenge Cloudflare' },
      reason: expect.stringContaining('(Cloudflare), with status 403'),
    });
  });
});
