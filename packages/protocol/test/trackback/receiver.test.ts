import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/index.ts';
import { createTrackbackReceiver } from '../../src/index.ts';
import { SOURCE, STATUS_URL, TARGET } from '../support/receiving.ts';
import { FORM, OK, pingForm, QUERY, sendForm } from './send-form.ts';

const FAILURE =
  /^<\?xml version="1\.0" encoding="utf-8"\?><response><error>1<\/error><message>[^<>&]+<\/message><\/response>$/;

describe('what is taken', () => {
  it('TB-S02 answers the bytes of the specification, and tells the inbox the page of the address', async () => {
    const answer = await sendForm(pingForm('&title=On+Bob&excerpt=Bob+says&blog_name=Alice'));
    expect(answer).toMatchObject({ status: 200, text: OK, headers: { 'content-type': 'text/xml' } });
    expect(answer.headers['content-length']).toBe(String(OK.length));
    const says = { title: 'On Bob', excerpt: 'Bob says', siteName: 'Alice' };
    expect(answer.accepted).toEqual([{ protocol: 'trackback', source: SOURCE, target: TARGET, says }]);
  });

  it('TB-S07 puts the URL where no title came', async () => {
    const [taken] = (await sendForm(pingForm('&title=+'))).accepted;
    expect(taken?.says).toEqual({ title: SOURCE, excerpt: '', siteName: '' });
  });

  it.each<[string, string, string]>([
    ['no Content-Type', '', pingForm()],
    ['capitals and a parameter', 'Application/X-WWW-Form-URLEncoded; charset="UTF-8"', pingForm()],
    ['raw URL, as curl sends it', FORM, `url=${SOURCE}`],
    ['blanks around the URL', FORM, `url=+${encodeURIComponent(SOURCE)}%0A`],
    ['empty pairs', FORM, `&&${pingForm()}&&=x&`],
    ['fields of others', FORM, pingForm('&__mode=ping&passphrase=x')],
    ['32 fields', FORM, pingForm('&a=b'.repeat(31))],
  ])('%s', async (_, type, body) => {
    const answer = await sendForm(body, { type });
    expect(answer.text).toBe(OK);
    expect(answer.accepted).toMatchObject([{ source: SOURCE, target: TARGET }]);
  });

  it('titles are cut at 250 and excerpts at 252', async () => {
    const [taken] = (await sendForm(pingForm(`&title=${'t'.repeat(900)}&excerpt=${'e'.repeat(900)}`))).accepted;
    expect(taken?.says).toMatchObject({ title: 't'.repeat(250), excerpt: 'e'.repeat(252) });
  });

  it('texts come as plain lines', async () => {
    const title = encodeURIComponent('<b>A</b>\n&amp;\u202e \0&#038; <script>x</script>');
    const [taken] = (await sendForm(pingForm(`&title=${title}`))).accepted;
    expect(taken?.says?.title).toBe('A & & x');
  });
});

const BAD: readonly [string, string, string?][] = [
  ['TB-S01 nothing at all', ''],
  ['TB-S01 no url', 'title=x&excerpt=y&blog_name=z'],
  ['TB-S01 blank url', 'url=++&title=x'],
  ['relative url', 'url=/1'],
  ['script url', 'url=javascript:alert(1)'],
  ['url with a password', 'url=http://a:b@alice.example/'],
  ['url with a backslash', 'url=http://alice.example%5C@evil.example/'],
  ['url too long', `url=${SOURCE}/${'x'.repeat(2100)}`],
  ['url twice', `${pingForm()}&url=http%3A%2F%2Fevil.example%2F`],
  ['charset as a list of fields', pingForm('&charset[]=x')],
  ['charset as a list of labels', pingForm(`&charset=${'UTF-8,'.repeat(1000)}`)],
  ['charset UTF-7', pingForm('&charset=UTF-7')],
  ['charset Array', pingForm('&charset=Array')],
  ['charset of two names', pingForm('&charset=utf-8,iso-8859-1')],
  ['TB-S09 UTF-7 on the type', pingForm(), `${FORM}; charset=utf-7`],
  ['TB-S09 the type wins over the field', pingForm('&charset=utf-8'), `${FORM}; charset=x-nonsense`],
  ['UTF-16', pingForm('&charset=utf-16')],
  ['ISO-2022-JP', pingForm('&charset=iso-2022-jp')],
  ['x-user-defined', pingForm('&charset=x-user-defined')],
  ['33 fields', pingForm('&a=b'.repeat(32))],
];

describe('what is not', () => {
  it.each(BAD)('%s', async (_, body, type = FORM) => {
    const answer = await sendForm(body, { type });
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(FAILURE);
    expect(answer.accepted).toEqual([]);
  });

  it.each([
    ['no target', ''],
    ['empty target', 'target='],
    ['a number', 'target=999999999'],
    ['a path', 'target=../../x'],
    ['two targets', `${QUERY}&${QUERY}`],
    ['another mode', '__mode=rss'],
  ])('%s', async (_, query) => {
    const answer = await sendForm(pingForm(), { query });
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(FAILURE);
    expect(answer.accepted).toEqual([]);
  });

  it.each<[string, number, Parameters<typeof sendForm>[1]]>([
    ['TB-S05 GET', 405, { method: 'GET', query: `${QUERY}&${pingForm()}` }],
    ['GET with __mode=rss', 405, { method: 'GET', query: '__mode=rss' }],
    ['HEAD', 405, { method: 'HEAD' }],
    ['text/plain', 415, { type: 'text/plain' }],
    ['multipart', 415, { type: 'multipart/form-data; boundary=x' }],
    ['XML', 415, { type: 'text/xml' }],
    ['compressed', 415, { headers: { 'content-encoding': 'gzip' } }],
  ])('%s', async (_, status, sent) => {
    const answer = await sendForm(pingForm(), sent);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(FAILURE);
    expect(answer.headers.allow).toBe(status === 405 ? 'POST' : undefined);
    expect(answer.accepted).toEqual([]);
  });

  it('a giant title is 413', async () => {
    const answer = await sendForm(pingForm(`&title=${'x'.repeat(200_000)}`));
    expect(answer).toMatchObject({ status: 413, accepted: [] });
  });
});

const DECISIONS: readonly [string, Decision, number, 'success' | 'failure'][] = [
  ['TB-S08 public already', { outcome: 'registered', statusUrl: STATUS_URL }, 200, 'success'],
  ['blocked', { outcome: 'refused', because: 'denied' }, 200, 'success'],
  ['unknown page', { outcome: 'refused', because: 'target-unusable' }, 200, 'failure'],
  ['gone page', { outcome: 'refused', because: 'target-missing' }, 200, 'failure'],
  ['itself', { outcome: 'refused', because: 'self' }, 200, 'failure'],
  ['bad source', { outcome: 'refused', because: 'source-invalid' }, 200, 'failure'],
  ['no link, in verified mode', { outcome: 'refused', because: 'no-link' }, 200, 'failure'],
  ['too often', { outcome: 'limited', retryAfter: 2.5 }, 429, 'failure'],
  ['cannot write', { outcome: 'busy', retryAfter: 60 }, 503, 'failure'],
];

describe('what the inbox decides', () => {
  it.each(DECISIONS)('%s', async (_, decision, status, kind) => {
    const answer = await sendForm(pingForm(), { decision });
    expect(answer.status).toBe(status);
    if (kind === 'success') expect(answer.text).toBe(OK);
    else expect(answer.text).toMatch(FAILURE);
    const wait = decision.outcome === 'limited' ? '3' : decision.outcome === 'busy' ? '60' : undefined;
    expect(answer.headers['retry-after']).toBe(wait);
  });

  it('an unknown, a closed and a gone page sound the same', async () => {
    const texts = (['target-unusable', 'target-missing'] as const).map(
      async (because) => (await sendForm(pingForm(), { decision: { outcome: 'refused', because } })).text,
    );
    expect(new Set(await Promise.all(texts)).size).toBe(1);
  });

  it('what it throws is reported here and not there', async () => {
    const secret = new Error('disk /secret is on fire');
    const answer = await sendForm(pingForm(), { accept: () => Promise.reject(secret) });
    expect(answer).toMatchObject({ status: 500, errors: [secret] });
    expect(answer.text).toMatch(FAILURE);
    expect(answer.text).not.toContain('secret');
  });
});

it('serves a web-standard request', async () => {
  const receiver = createTrackbackReceiver({
    accept: async () => ({ outcome: 'accepted', statusUrl: STATUS_URL }),
    pingbacks: async () => undefined,
  });
  const body = new URLSearchParams({ url: SOURCE });
  const response = await receiver.fetch(new Request(`http://bob.example/trackback?${QUERY}`, { method: 'POST', body }));
  expect(await response.text()).toBe(OK);
});
