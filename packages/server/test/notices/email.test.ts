import { describe, expect, it } from 'vitest';
import { createPostman } from '../../src/notices/smtp.ts';
import { HOUR, MINUTE, mailTo, openHouse } from './house.ts';
import { answer, bodies, header, openMailServer, openOddServer } from './smtp.ts';

describe('a mail', () => {
  it('tells of a mention that waits, once, with links that decide', async () => {
    await using server = await openMailServer();
    await using house = await openHouse(server.port);
    await house.save(mailTo());
    await house.hold('bob', {
      title: 'An answer',
      author: { name: 'Bob', url: '', photo: '' },
      excerpt: 'I read this.',
    });
    await house.pass(HOUR);
    const [mail] = server.mails;
    expect(server.mails).toHaveLength(1);
    expect([mail?.from, mail?.to]).toEqual(['hearback@alice.example', ['alice@alice.example']]);
    const raw = mail?.raw ?? '';
    expect(header(raw, 'Subject')).toBe('[Hearback] Bob mentions /post: it waits for you');
    expect(header(raw, 'From')).toBe('Hearback <hearback@alice.example>');
    expect(header(raw, 'Auto-Submitted')).toBe('auto-generated');
    expect(header(raw, 'List-Unsubscribe')).toMatch(
      /^<https:\/\/hear\.alice\.example\/notices\/stop\/mail\.[0-9a-f]{64}>$/,
    );
    expect(header(raw, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(header(raw, 'Message-ID')).toMatch(/^<mention-bob-1\.\d+@hear\.alice\.example>$/);
    expect(header(raw, 'Content-Type')).toMatch(/^multipart\/alternative/);
    const { text, html } = bodies(raw);
    for (const part of [text, html]) {
      expect(part).toContain('An answer');
      expect(part).toContain('I read this.');
      expect(part).toContain('https://bob.example/entry');
      for (const word of ['approve', 'reject', 'spam'])
        expect(part).toMatch(
          new RegExp(`https://hear\\.alice\\.example/admin/decide/${word}\\.mention-bob\\.mail\\.\\d+\\.[0-9a-f]{64}`),
        );
    }
    expect(await house.states()).toEqual(['mention.held sent']);
    // Announced and judged again, it is no news.
    await house.judge('mention-bob', 'pending');
    await house.pass(HOUR);
    expect(server.mails).toHaveLength(1);
  });

  it('about the same page belongs to one thread, about another one to another', async () => {
    await using server = await openMailServer();
    await using house = await openHouse(server.port);
    await house.save(mailTo());
    for (const name of ['bob', 'carol']) await house.hold(name);
    const dave = await house.arrive('dave', {}, 'https://alice.example/other');
    await house.judge(dave, 'pending');
    await house.pass(HOUR);
    const threads = server.mails.map(({ raw }) => header(raw, 'References'));
    expect(threads).toHaveLength(3);
    expect(threads[0]).toMatch(/^<page\.[0-9a-f]{24}@hear\.alice\.example>$/);
    expect(threads[1]).toBe(threads[0]);
    expect(threads[2]).not.toBe(threads[0]);
    expect(new Set(server.mails.map(({ raw }) => header(raw, 'Message-ID'))).size).toBe(3);
  });

  it('is not sent of spam, of what was decided meanwhile, or of what the owner did', async () => {
    await using server = await openMailServer();
    await using house = await openHouse(server.port);
    await house.save(mailTo());
    await house.judge(await house.arrive('spammer'), 'spam');
    await house.judge(await house.hold('quick'), 'rejected');
    await house.judge(await house.arrive('own'), 'approved');
    await house.pass(HOUR);
    expect(server.mails).toEqual([]);
    expect(await house.states()).toEqual(['mention.held dropped', 'mention.published dropped']);
  });

  it('tells what a rule published, and of links that go and come back', async () => {
    await using server = await openMailServer();
    await using house = await openHouse(server.port);
    await house.save(mailTo());
    const id = await house.arrive('bob');
    await house.judge(id, 'approved', 'a rule');
    await house.pass(HOUR);
    await house.check(id, 'lost');
    await house.pass(HOUR);
    await house.check(id, 'live');
    await house.pass(HOUR);
    expect(server.mails.map(({ raw }) => header(raw, 'Subject'))).toEqual([
      '[Hearback] bob.example mentions /post: a rule of yours published it',
      '[Hearback] The link from bob.example to /post is gone',
      '[Hearback] The link from bob.example to /post is back',
    ]);
    expect(bodies(server.mails[1]?.raw ?? '').text).not.toContain('/admin/decide/');
  });
});

describe('a mail server', () => {
  it('that asks to come again later gets the same mail again, once', async () => {
    let tries = 0;
    const onRecipient = () => {
      tries += 1;
      if (tries < 3) throw answer(450, 'Greylisted, try again in a minute');
    };
    await using server = await openMailServer({ onRecipient });
    await using house = await openHouse(server.port);
    await house.save(mailTo());
    await house.hold('bob');
    await house.pass(MINUTE);
    expect((await house.store.recipients.byId('mail'))?.problem).toMatch(/Greylisted, try again/);
    await house.hold('carol');
    await house.pass(24 * HOUR);
    expect(server.mails).toHaveLength(2);
    expect(header(server.mails[0]?.raw ?? '', 'Message-ID')).toContain('mention-bob-1.');
    expect(tries).toBe(4);
    expect((await house.store.recipients.byId('mail'))?.problem).toBeUndefined();
    expect(await house.states()).toEqual(['mention.held sent', 'mention.held sent']);
  });

  it('that refuses for good is not asked again, and says why', async () => {
    const onRecipient = () => {
      throw answer(550, 'No such user\there');
    };
    await using server = await openMailServer({ onRecipient });
    await using house = await openHouse(server.port);
    await house.save(mailTo());
    await house.hold('bob');
    await house.pass(48 * HOUR);
    const [notice] = await house.store.notices.list({ limit: 9 });
    expect(notice).toMatchObject({ state: 'failed', attempts: 1 });
    expect(notice?.reason).toMatch(/^The mail server 127\.0\.0\.1:\d+ did not take it: .*550 No such user here/);
    expect(house.logged).toHaveLength(1);
  });

  it('that is away is asked six times over fifteen hours, however much happens meanwhile', async () => {
    await using house = await openHouse(1);
    await house.save(mailTo());
    await house.hold('bob');
    for (let n = 0; n < 100; n += 1) {
      await house.hold(`eve${n}`);
      await house.pass(MINUTE);
    }
    await house.pass(48 * HOUR);
    const all = await house.store.notices.list({ limit: 200 });
    expect(all.every(({ state, attempts }) => state === 'failed' && attempts === 6)).toBe(true);
    // Two mails: that of the first mention, and that of all the others.
    expect(new Set(all.map(({ batch }) => batch)).size).toBe(2);
    expect(house.logged).toHaveLength(12);
  });

  it('that does not know the password is told of without it', async () => {
    await using server = await openMailServer({ user: 'alice', password: 'right' });
    const login = { user: 'alice', password: 'wrong-secret' };
    await using house = await openHouse(server.port, login);
    expect(await house.notices.checkMail()).toMatch(/takes no mail: .*535/);
    await house.save(mailTo());
    await house.hold('bob');
    await house.pass(MINUTE);
    expect(house.logged.join()).toMatch(/could not be sent yet: .*535/);
    expect(house.logged.join()).not.toContain('wrong-secret');
    expect(await house.states()).toEqual(['mention.held waiting']);
  });

  it('that hangs is cut off, with its connection', async () => {
    await using server = await openOddServer();
    const letter = { to: 'a@b.example', subject: 's', text: 't', html: 'h', messageId: '<1@b>', references: undefined };
    const from = 'h@b.example';
    const config = { host: '127.0.0.1', port: server.port, secure: false, user: undefined, password: undefined, from };
    const postman = createPostman(config, 300);
    const came = await postman.send({ ...letter, headers: {} });
    expect(came).toMatchObject({ outcome: 'later', reason: expect.stringMatching(/did not finish in 0\.3 s/) });
    await expect.poll(() => server.open).toBe(0);
  });

  it.each([['500 go away\r\n'], ['HTTP/1.1 400 Bad Request\r\n\r\n'], ['\u0000\u0001\r\n']])(
    'that says %j is no reason to lose anything',
    async (greeting) => {
      await using server = await openOddServer(greeting);
      await using house = await openHouse(server.port);
      await house.save(mailTo());
      await house.hold('bob');
      await house.pass(MINUTE);
      expect(await house.states()).toEqual(['mention.held waiting']);
      expect(house.logged.join()).not.toMatch(/\p{Cc}/u);
    },
  );

  it('that is not configured keeps what is to be sent', async () => {
    await using house = await openHouse();
    await house.save(mailTo());
    await house.hold('bob');
    await house.pass(HOUR);
    expect((await house.store.recipients.byId('mail'))?.problem).toMatch(/No mail server is configured/);
  });
});
