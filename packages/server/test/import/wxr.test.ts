import { describe, expect, it } from 'vitest';
import { readAll, WORDPRESS } from './reading.ts';

const TEXT = WORDPRESS.toString();

describe('an export file of WordPress', () => {
  it('has its pingbacks and trackbacks as what they are, and nothing else', async () => {
    const { format, brought, skipped } = await readAll(WORDPRESS);
    expect(format).toBe('wxr');
    expect(brought.map(({ protocol, as, source, target }) => [protocol, as, source, target])).toEqual([
      ['pingback', 'approved', 'https://bob.example/2014/tea/', 'https://alice.example/tea-and-biscuits/'],
      ['pingback', 'approved', 'https://carla.example/gruss?a=1&b=2', 'https://alice.example/tea-and-biscuits/'],
      ['pingback', 'pending', 'https://dora.example/waits', 'https://alice.example/tea-and-biscuits/'],
      ['trackback', 'approved', 'https://frida.example/notes/1', 'https://alice.example/grusse/'],
      ['trackback', 'pending', 'https://gustav.example/tb', 'https://alice.example/grusse/'],
    ]);
    expect(skipped).toEqual(['trash', 'comment', 'comment', 'unpublished']);
    expect(brought[0]).toMatchObject({
      receivedAt: Date.UTC(2014, 2, 2, 8, 15),
      foreignId: '13',
      entry: {
        author: { name: 'Bob on tea « Bob’s blog', url: '', photo: '' },
        excerpt: '[…] Alice writes about tea & biscuits, and rightly so […]',
        published: '2014-03-02T08:15:00.000Z',
      },
    });
    expect(brought[3]?.entry).toMatchObject({
      title: 'Notes on Grüße',
      author: { name: 'Frida’s notes' },
      excerpt: 'Frida read it & liked it …',
    });
  });

  it('has the title of a trackback without the character references of HTML', async () => {
    const { brought } = await readAll(
      TEXT.replace('<strong>Notes on', '<strong>Salt &amp;amp; tea &lt;3 &amp; notes on'),
    );
    expect(brought[3]?.entry.title).toBe('Salt &amp; tea <3 & notes on Grüße');
  });

  it('is the same in pieces of any size', async () => {
    const whole = await readAll(WORDPRESS);
    for (const size of [1, 7, 4096]) expect((await readAll(WORDPRESS, size)).found).toEqual(whole.found);
  });

  it('has webmentions too, as the plug-in keeps them', async () => {
    const plugged = TEXT.replace(
      /<wp:comment_type><!\[CDATA\[pingback\]\]><\/wp:comment_type>/,
      `<wp:comment_type><![CDATA[like]]></wp:comment_type><wp:commentmeta><wp:meta_key>protocol</wp:meta_key>
       <wp:meta_value>webmention</wp:meta_value></wp:commentmeta><wp:commentmeta><wp:meta_key>webmention_source_url</wp:meta_key>
       <wp:meta_value>https://bob.example/liked</wp:meta_value></wp:commentmeta>`,
    );
    const { brought } = await readAll(plugged);
    expect(brought[0]).toMatchObject({
      protocol: 'webmention',
      source: 'https://bob.example/liked',
      entry: { kind: 'like', author: { url: 'https://bob.example/2014/tea/' } },
    });
  });

  it('says where it is cut off, and has what came before', async () => {
    const cut = TEXT.slice(0, TEXT.indexOf('Dora waits'));
    const { brought, problem } = await readAll(cut);
    expect(brought).toHaveLength(2);
    expect(problem).toMatch(/^line \d+: it is not well-formed XML/);
    expect(Number(/\d+/.exec(problem)?.[0])).toBeCloseTo(cut.split('\n').length, -1);
  });

  it('reads no document type and no entity of one', async () => {
    const bomb = TEXT.replace(
      '<rss',
      '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>\n<rss',
    );
    expect((await readAll(bomb)).problem).toMatch(/^line \d+: it has a document type/);
    const entity = TEXT.replace('<![CDATA[Dora waits]]>', '&b;');
    expect((await readAll(entity)).brought[2]?.entry.author.name).toBe('&b;');
  });

  it('may have control characters in it, as exports of old blogs do', async () => {
    const { brought, problem } = await readAll(TEXT.replace('Dora waits', 'Dora\u0008 wa\u0000its'));
    expect(problem).toBe('');
    expect(brought).toHaveLength(5);
  });

  it('of a hundred thousand posts takes no more memory than a small one', async () => {
    const item = TEXT.slice(TEXT.indexOf('<item>'), TEXT.indexOf('</item>') + 7);
    const [head = '', tail = ''] = [TEXT.slice(0, TEXT.indexOf('<item>')), '</channel></rss>'];
    async function* long() {
      yield new TextEncoder().encode(head);
      const part = new TextEncoder().encode(item.repeat(20));
      for (let n = 0; n < 100; n += 1) yield part;
      yield new TextEncoder().encode(tail);
    }
    const { readFile } = await import('../../src/import/read-file.ts');
    const { FORMATS } = await import('../../src/import/formats/index.ts');
    const { found } = await readFile(long(), FORMATS);
    let count = 0;
    // What is held back shows in how much is found before the end.
    for await (const { ok } of found) count += ok ? 1 : 0;
    expect(count).toBe(6000);
  });
});
