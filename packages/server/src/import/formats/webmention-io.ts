import { PROTOCOLS } from '@hearback/protocol';
import { entryOf, kindOf, members, string, timeOf } from '../entry.ts';
import type { Format } from '../format.ts';
import { jsonFormat } from './json-format.ts';

/** `/api/export.jf2` and `/api/mentions.jf2` of webmention.io, and of Hearback. All that it lists was public there. */
export const jf2: Format = jsonFormat({
  name: 'jf2',
  title: 'JF2 of webmention.io',
  looksLike: (head) => /^\s*[[{]/.test(head) && /"wm-(?:source|target|id)"|"children"\s*:/.test(head),
  lists: ['children'],
  element(one) {
    if (one['wm-deleted']) return 'deleted';
    if (one['wm-private'] === true) return 'private';
    const content = members(one.content);
    return {
      source: string(one['wm-source']) || string(one.url),
      target: string(one['wm-target']),
      protocol: PROTOCOLS.find((name) => name === one['wm-protocol']) ?? 'webmention',
      as: 'approved',
      receivedAt: timeOf(string(one['wm-received'])),
      entry: entryOf({
        kind: kindOf(one['wm-property']),
        rsvp: one.rsvp,
        title: one.name,
        author: members(one.author),
        text: content.text ?? members(one.summary).value,
        html: content.html ?? content.value,
        published: one.published,
      }),
      foreignId: string(one['wm-id']),
    };
  },
});

/** What the same addresses answer without `.jf2`. */
export const classic: Format = jsonFormat({
  name: 'classic',
  title: 'classic JSON of webmention.io',
  looksLike: (head) => /^\s*\{/.test(head) && /"links"\s*:/.test(head),
  lists: ['links'],
  element(one) {
    if (one.private === true) return 'private';
    const shown = members(one.data);
    const { type } = members(one.activity);
    return {
      source: string(one.source),
      target: string(one.target),
      protocol: 'webmention',
      // One that was never verified was never shown.
      as: one.verified === false ? 'pending' : 'approved',
      receivedAt: timeOf(string(one.verified_date)),
      entry: entryOf({
        kind: kindOf(type),
        rsvp: shown.rsvp,
        title: shown.name,
        author: members(shown.author),
        html: shown.content,
        published: shown.published,
      }),
      foreignId: string(one.id),
    };
  },
});
