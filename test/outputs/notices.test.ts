import { Parser } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { HOUR, hookAt, mailTo, openHouse as openNotices, topicAt } from '../../packages/server/test/notices/house.ts';
import { openReceiver } from '../../packages/server/test/notices/receiver.ts';
import { bodies, header, openMailServer } from '../../packages/server/test/notices/smtp.ts';
import { openHouse } from '../../packages/server/test/web/house.ts';
import { setUpOwner } from '../../packages/server/test/web/visitor.ts';
import { CLEANED, TEXTS, URLS } from './corpus.ts';
import { innocent } from './furnished.ts';

const ALL = [
  ...TEXTS.map(([, text]) => [text, text] as const),
  ...CLEANED.map(([, text, left]) => [text, left] as const),
];

/** Elements with their attributes, and the text, as a parser of HTML finds them. */
function seen(html: string) {
  const shape: string[] = [];
  const links: string[] = [];
  let text = '';
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        shape.push(`${name}(${Object.keys(attributes).sort()})`);
        if (attributes.href) links.push(attributes.href);
      },
      ontext: (part) => {
        text += part;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return { shape, links, text: text.replace(/\s+/g, ' ') };
}

/** Long texts are cut, so that only the beginning of what is expected can be asked for. */
const start = (text: string) => [...text].slice(0, 55).join('');

const entryOf = (text: string) => ({ title: text, excerpt: text, author: { name: text, url: '', photo: '' } });

/** Tells of one mention for each text, each in a letter of its own. */
async function tellOf(texts: readonly string[]) {
  await using server = await openMailServer();
  await using receiver = await openReceiver(() => 200);
  const house = await openNotices(server.port);
  await house.save(mailTo());
  await house.save(topicAt(`${receiver.url}/topic`));
  await house.save(hookAt(`${receiver.url}/hook`, { events: ['mention.held'] }));
  await house.save(hookAt(`${receiver.url}/io`, { id: 'io', events: ['mention.published'], format: 'webmention.io' }));
  for (const [n, text] of texts.entries()) {
    const id = await house.arrive(`n${n}`, entryOf(text));
    await house.store.mentions.moderate(id, 'pending', [text], {
      at: house.time.now,
      step: 'judged',
      outcome: 'pending',
      reason: text,
    });
    await house.pass(HOUR);
    await house.judge(id, 'approved');
    await house.pass(HOUR);
  }
  const of = (path: string) => receiver.calls.filter((call) => call.path === path).map(({ body }) => body);
  const all = { mails: server.mails.map(({ raw }) => raw), hooks: of('/hook'), io: of('/io'), topics: of('/') };
  await house[Symbol.asyncDispose]();
  return all;
}

test('a mail, a webhook and a topic', { timeout: 300_000 }, async () => {
  const calm = await tellOf(ALL.map((_, n) => innocent(n)));
  const wild = await tellOf(ALL.map(([text]) => text));
  expect(wild.mails).toHaveLength(ALL.length);
  for (const [n, [text, left]] of ALL.entries()) {
    const [one, other] = [calm.mails[n] ?? '', wild.mails[n] ?? ''];
    const heads = (raw: string) => (raw.split(/\r\n\r\n/, 1)[0]?.match(/^[\w-]+(?=:)/gm) ?? []).join();
    expect(heads(other), text).toBe(heads(one));
    expect([header(other, 'To'), header(other, 'Bcc')]).toEqual(['alice@alice.example', undefined]);
    // No text of a stranger begins a line, or adds one.
    const lines = (raw: string) =>
      bodies(raw)
        .text.split('\n')
        .map((line) => /^ *[>*-]?/.exec(line)?.[0]);
    expect(lines(other), text).toEqual(lines(one));
    expect(bodies(other).text).not.toMatch(/[^\P{Cc}\n]|[\u2028-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u);
    expect(bodies(other).text).toContain(`> ${start(left)}`);
    const [plain, hostile] = [seen(bodies(one).html), seen(bodies(other).html)];
    expect(hostile.shape, text).toEqual(plain.shape);
    expect(hostile.text).toContain(start(left));
    for (const link of hostile.links) expect(link).toMatch(/^https:\/\/(?:hear\.)?(?:alice|n\d+)\.example\//);
  }
  for (const name of ['hooks', 'io', 'topics'] as const) {
    expect(wild[name]).toHaveLength(ALL.length);
    for (const [n, body] of wild[name].entries()) {
      const shape = (value: unknown): unknown =>
        typeof value === 'object' && value !== null
          ? Object.entries(value).map(([key, inner]) => [key, shape(inner)])
          : typeof value;
      expect(shape(JSON.parse(body))).toEqual(shape(JSON.parse(calm[name][n] ?? '')));
      expect(body).not.toMatch(name === 'topics' ? /\n/ : /[<\u2028\u2029\n]/);
    }
  }
});

test('206 an address in a notice is a web link or text', { timeout: 120_000 }, async () => {
  await using server = await openMailServer();
  await using house = await openNotices(server.port);
  await house.save(mailTo());
  for (const [n, [, url]] of URLS.entries()) {
    const entry = {
      kind: 'mention',
      rsvp: '',
      title: '',
      author: { name: 'Eve', url, photo: url },
      excerpt: '',
      published: '',
    } as const;
    const id = await house.arrive(`n${n}`, entry);
    await house.judge(id, 'pending');
    await house.pass(HOUR);
  }
  for (const { raw } of server.mails)
    for (const link of seen(bodies(raw).html).links)
      expect(link).toMatch(/^https:\/\/(?:hear\.)?(?:alice|n\d+)\.example\//);
});

test('the feed of what waits', async () => {
  const house = await openHouse();
  const owner = await setUpOwner(house);
  for (const [text] of ALL) {
    const id = await house.seed({ entry: entryOf(text) });
    await house.store.mentions.moderate(id, 'pending', [text], {
      at: house.time.now,
      step: 'judged',
      outcome: 'pending',
      reason: text,
    });
  }
  const made = await (await owner.post('/admin/notices/feed', { csrf: await owner.csrf(), do: 'make' })).text();
  const xml = await (await owner.get(/<code>http:\/\/[^/]+([^<]+)<\/code>/.exec(made)?.[1] ?? '')).text();
  const names = new Set<string>();
  const summaries: string[] = [];
  let current = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => names.add('doctype'));
  parser.on('cdata', () => names.add('cdata'));
  parser.on('processinginstruction', () => names.add('instruction'));
  parser.on('opentag', ({ name, attributes }) => {
    current = name;
    names.add(`${name}(${Object.keys(attributes)})`);
  });
  parser.on('text', (text) => current === 'summary' && text.trim() && summaries.push(text));
  parser.write(xml).close();
  expect([...names].sort()).toEqual([
    'author()',
    'entry()',
    'feed(xmlns,xml:lang)',
    'id()',
    'link(rel,href)',
    'name()',
    'summary()',
    'title()',
    'updated()',
  ]);
  expect(summaries).toHaveLength(ALL.length);
  for (const [, left] of ALL) expect(summaries.some((summary) => summary.startsWith(left.trim()))).toBe(true);
  await house.close();
});

test('the pages behind the links of mails, and forms that come back', { timeout: 60_000 }, async () => {
  const house = await openHouse();
  const owner = await setUpOwner(house);
  await house.store.recipients.save(mailTo({ openLinks: true }));
  const decide = async (text: string) => {
    const mention = await house.seed({ entry: entryOf(text) });
    await house.store.mentions.moderate(mention, 'pending', [text], {
      at: house.time.now,
      step: 'judged',
      outcome: 'pending',
      reason: text,
    });
    const ticket = { decision: 'approve', mention, recipient: 'mail', until: house.time.now + HOUR } as const;
    return seen(await (await owner.get(`/admin/decide/${await house.deps.notices?.tickets.seal(ticket)}`)).text());
  };
  const refused = async (kind: string, text: string) => {
    const fields = { csrf: await owner.csrf(), address: text, zone: text, secret: text, token: text, site: text };
    const { shape } = seen(await (await owner.post(`/admin/notices/new/${kind}`, fields)).text());
    // Some of them would do as a secret: then nothing is said beside that field.
    return shape.filter((one) => one !== 'code()').map((one) => one.replace(/aria-[a-z]+,/g, ''));
  };
  const calm = await decide(innocent(0));
  for (const [text, left] of ALL) {
    const page = await decide(text);
    expect(page.shape, text).toEqual(calm.shape);
    expect(page.text).toContain(start(left.replace(/\s+/g, ' ')));
  }
  for (const kind of ['email', 'webhook', 'ntfy']) {
    const plain = await refused(kind, 'not an address');
    for (const [, text] of TEXTS) expect(await refused(kind, text), text).toEqual(plain);
  }
  await house.close();
});
