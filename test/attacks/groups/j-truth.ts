import assert from 'node:assert/strict';
import { PUBLIC } from '../lib/addresses.ts';
import { type AttackCase, type Group, proven, row } from '../lib/case.ts';
import { read } from '../lib/reading.ts';
import { bytesOf, notification, TARGET } from '../lib/requests.ts';
import type { Rig } from '../lib/rig.ts';
import { type Act, hang, LINK, page, reply, reset } from '../lib/verbs.ts';

const SOURCE = 'http://source.test/';
const HOUR = 60 * 60_000;
const DNS = { 'source.test': [PUBLIC] };

const announce = (rig: Rig) => rig.send(bytesOf(notification('webmention', SOURCE)));

/** A mention that is public; then the source changes, and whoever likes announces it again. */
function published(title: string, then: Act | 'closed', check: (rig: Rig) => Promise<void>): AttackCase {
  return {
    title,
    dns: DNS,
    dial: { [`${PUBLIC}:80`]: page(LINK) },
    deed: {
      drill: async ({ rig }) => {
        await announce(rig);
        await rig.pass();
        const [mention] = await rig.mentions();
        await rig.hearback.desk.moderate([mention?.id ?? ''], 'approved');
        await rig.dialMap.open({ [`${PUBLIC}:80`]: then });
        await check(rig);
      },
    },
    expect: { rows: 1, contacted: { atMost: 40 } },
  };
}

async function stays(rig: Rig): Promise<void> {
  for (const _ of Array(3).keys()) {
    await announce(rig);
    await rig.pass(9 * HOUR);
  }
  const [mention] = await rig.mentions();
  assert.equal(mention?.moderation, 'approved');
  assert.notEqual(mention?.link, 'lost');
  const reply = await rig.send(bytesOf({ method: 'GET', path: `/api/count?target=${encodeURIComponent(TARGET)}` }));
  assert.match(reply.body, /"count":1\b/);
}

export const group: Group = {
  letter: 'J',
  title: 'whether a mention is real',
  rows: [
    row('169', 0, 'the target as text', [
      ...[
        `<!-- <a href="${TARGET}">x</a> -->`,
        `<script>"<a href='${TARGET}'>"</script>`,
        `<style>a{background:url(${TARGET})}</style>`,
        `<template><a href="${TARGET}">x</a></template>`,
        `<textarea><a href="${TARGET}">x</a></textarea>`,
        `<title><a href="${TARGET}">x</a></title>`,
        `<p data-href="${TARGET}">x`,
        `<p>${TARGET}`,
        `<noscript>&lt;a href="${TARGET}"&gt;</noscript>`,
        `<iframe><a href="${TARGET}">x</a></iframe>`,
        `<xmp><a href="${TARGET}">x</a></xmp>`,
        `<plaintext><a href="${TARGET}">x</a>`,
      ].map((html) => read(html.slice(0, 24), html, 'absent')),
    ]),
    row('170', 0, 'an address that begins alike', [
      ...['-10', '/more', 's', '.evil.test', '%20', '?p=2'].map((end) =>
        read(end, `<a href="${TARGET}${end}">x</a>`, 'absent'),
      ),
    ]),
    row('171', 1, 'addresses that are the same', [
      read('references', '<a href="http&#58;//alice&period;example/post">x</a>', 'live'),
      read('a line end', '<a href="http://alice.example/po\nst">x</a>', 'live'),
      read('an escape', '<a href="http://alice.example/p%6Fst">x</a>', 'live'),
      read('the port', '<a href="http://alice.example:80/post">x</a>', 'live'),
      read('another case of the host', '<a href="HTTP://ALICE.example/post">x</a>', 'live'),
      read('another case of the path', '<a href="http://alice.example/POST">x</a>', 'absent'),
      read('another port', '<a href="http://alice.example:81/post">x</a>', 'absent'),
      read('another name', '<a href="http://www2.alice.example/post">x</a>', 'absent'),
    ]),
    row('172', 1, 'hidden links', [
      read('display: none', `<p style="display:none"><a href="${TARGET}">x</a>`, 'live'),
      read('hidden', `<div hidden><a href="${TARGET}">x</a></div>`, 'live'),
      read('nofollow', `<a rel="nofollow ugc" href="${TARGET}">x</a>`, 'live'),
    ]),
    row('173', 1, 'ways round', [
      ...['https://t.co/abc', `https://www.google.com/url?q=${TARGET}`, `https://evil.test/#${TARGET}`].map((href) =>
        read(href.slice(0, 24), `<a href="${href}">x</a>`, 'absent'),
      ),
    ]),
    row('174', 1, 'a link that is there once', [
      published('two looks without it, an hour apart, unpublish it', page('<p>Nothing here.'), async (rig) => {
        await announce(rig);
        await rig.pass(30 * 60_000);
        const [soon] = await rig.mentions();
        assert.notEqual(soon?.link, 'lost', 'one look is enough');
        await rig.pass(3 * 24 * HOUR);
        const [late] = await rig.mentions();
        assert.equal(late?.link, 'lost');
      }),
    ]),
    row('175', 0, 'erasure by an outage', [
      published('500', reply('500 Oops', [], ''), stays),
      published('403', reply('403 Forbidden', [], ''), stays),
      published('nobody answers', 'closed', stays),
      published('a reset', reset(), stays),
      { ...published('silence', hang, stays), full: true },
    ]),
    row('177', 0, 'a rejected pair, sent again', [
      {
        title: 'a hundred times',
        dns: DNS,
        dial: { [`${PUBLIC}:80`]: page(LINK) },
        deed: {
          drill: async ({ rig }) => {
            await announce(rig);
            await rig.pass();
            const [mention] = await rig.mentions();
            await rig.hearback.desk.moderate([mention?.id ?? ''], 'rejected');
            for (const _ of Array(100).keys()) await announce(rig);
            await rig.pass(HOUR);
            assert.equal((await rig.mentions())[0]?.moderation, 'rejected');
          },
        },
        expect: { rows: 1, contacted: { atMost: 3 } },
      },
    ]),
    proven('179', 1, 'impersonation', ['packages/server/test/web/impersonation.test.ts', '']),
    proven('180', 1, 'kinds and answers', ['packages/server/test/web/rsvp.test.ts', '']),
    proven('181', 1, 'dates', ['packages/server/test/inbound/believable.test.ts', '']),
    proven('182', 1, 'two workers at once', ['packages/server/test/inbound/workers.test.ts', '']),
  ],
};
