import { describe, expect, it } from 'vitest';
import { readAll, WORDPRESS } from './reading.ts';

const JF2 = JSON.stringify(
  {
    type: 'feed',
    children: [
      {
        'wm-id': 7,
        'wm-source': 'https://bob.example/1',
        'wm-target': 'https://alice.example/post',
        'wm-received': '2019-01-02T03:04:05Z',
        'wm-protocol': 'pingback',
        'wm-property': 'like-of',
        'wm-private': false,
        author: { name: 'Bob', url: 'https://bob.example/', photo: 'javascript:x' },
        content: { html: '<b>Nice</b>', text: 'Nice' },
        published: null,
      },
      {
        'wm-id': 8,
        'wm-source': 'https://bob.example/2',
        'wm-target': 'https://alice.example/post',
        'wm-private': true,
      },
      { 'wm-id': 9, 'wm-source': 'https://bob.example/3', 'wm-target': 'https://alice.example/', 'wm-deleted': 'x' },
      { 'wm-id': 10, 'wm-source': 'javascript:alert(1)', 'wm-target': 'https://alice.example/post' },
      { 'wm-id': 11, 'wm-source': ['https://a.example/'], author: null },
    ],
  },
  null,
  1,
);

describe('lists of others', () => {
  it('webmention.io, private and deleted ones left out', async () => {
    const { format, brought, skipped, found } = await readAll(JF2, 5);
    expect(format).toBe('jf2');
    expect(brought).toEqual([
      {
        source: 'https://bob.example/1',
        target: 'https://alice.example/post',
        protocol: 'pingback',
        as: 'approved',
        receivedAt: Date.UTC(2019, 0, 2, 3, 4, 5),
        foreignId: '7',
        entry: {
          kind: 'like',
          rsvp: '',
          title: '',
          author: { name: 'Bob', url: 'https://bob.example/', photo: '' },
          excerpt: 'Nice',
          published: '',
        },
      },
    ]);
    expect(skipped).toEqual(['private', 'deleted', 'unreadable', 'unreadable']);
    expect(found[1]).toMatchObject({ place: 'line 23', id: '8' });
  });

  it('classic JSON of webmention.io', async () => {
    const one = { id: 3, source: 'https://bob.example/1', target: 'https://alice.example/', verified: true };
    const links = [
      { ...one, activity: { type: 'reply' }, data: { author: { name: 'Bob' }, content: '<p>Yes</p>' } },
      { ...one, private: true },
    ];
    const { format, brought, skipped } = await readAll(JSON.stringify({ links }));
    expect([format, skipped]).toEqual(['classic', ['private']]);
    expect(brought).toMatchObject([{ as: 'approved', entry: { kind: 'reply', excerpt: 'Yes' }, foreignId: '3' }]);
  });

  it('go-jamming', async () => {
    const one = {
      author: { name: 'Bob', picture: 'https://bob.example/b.png' },
      name: 'A title',
      content: 'Words',
      published: '2020-01-01T00:00:00',
      url: 'https://bob.example/1',
      type: 'mention',
      source: 'https://bob.example/1',
      target: 'https://alice.example/',
    };
    const { format, brought } = await readAll(JSON.stringify({ status: 'success', json: [one] }));
    expect(format).toBe('go-jamming');
    expect(brought).toMatchObject([{ as: 'approved', entry: { title: 'A title', excerpt: 'Words' } }]);
  });

  it('webmentiond: its public list, and that of its desk with the states', async () => {
    const one = {
      id: 'a',
      source: 'https://bob.example/1',
      target: 'https://alice.example/',
      created_at: '2021-05-06T07:08:09Z',
    };
    expect(await readAll(JSON.stringify([one]))).toMatchObject({
      format: 'webmentiond',
      brought: [{ as: 'approved' }],
    });
    const items = ['approved', 'new', 'verified', 'rejected', 'invalid', 'odd'].map((status) => ({ ...one, status }));
    const { brought, skipped } = await readAll(JSON.stringify({ items, total: 6 }));
    expect(brought.map(({ as }) => as)).toEqual(['approved', 'pending', 'pending', 'pending']);
    expect(skipped).toEqual(['trash', 'spam']);
  });
});

describe('what is no such file', () => {
  it.each([
    ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff]), /a zip archive: unpack it/],
    ['gzip', new Uint8Array([0x1f, 0x8b, 8, 0]), /gunzip/],
    ['nothing', '', /^line 1: it is empty/],
    ['a web page', '<!DOCTYPE html><html><body>Log in</body></html>', /a web page and no export/],
    ['a feed', '<rss version="2.0"><channel></channel></rss>', /a feed and no export/],
    ['a list that is cut off', JF2.slice(0, 600), /^line \d+: the file ends in the middle/],
    ['JSON without a list', '{"wm-id": 3}', /no list of mentions/],
    ['brackets', '{"children": [}]}]', /never opened|no list/],
    [
      'latin 1 that says UTF-8',
      Buffer.from(`{"children": [\n\n{"wm-id": "\xe9"}]}`, 'latin1'),
      /^line 3: its bytes are not UTF-8/,
    ],
    ['an unknown charset', '<?xml version="1.0" encoding="klingon"?><rss>', /its charset "klingon" is unknown/],
  ])('%s is told for what it is', async (_, text, problem) => {
    expect((await readAll(text)).problem).toMatch(problem);
  });

  it('UTF-16 with its mark is read', async () => {
    const text = Buffer.from(`\ufeff${JF2}`, 'utf16le');
    expect((await readAll(text)).brought).toHaveLength(1);
  });

  it('one entry without end is no reason to take all memory', async () => {
    const { problem } = await readAll(`{"children":[{"wm-id":"${'x'.repeat(2 << 20)}`);
    expect(problem).toMatch(/more than 1024 KiB/);
  });

  it('one text without end neither', async () => {
    const text = WORDPRESS.toString().replace('Dora waits', 'x'.repeat(34 << 20));
    expect((await readAll(text)).problem).toMatch(/^line \d+: one text has more than 32 MiB/);
  });
});
