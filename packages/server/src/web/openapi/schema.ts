import { PROTOCOLS } from '@hearback/protocol';
import { DELIVERY_STATUSES } from '../../delivery.ts';
import { RUN_STATES } from '../../import-run.ts';
import { LINK_STATES, MODERATION_STATES } from '../../mention.ts';
import { SENDER_REASONS } from '../../sender-reason.ts';
import { PROPERTIES } from '../api/properties.ts';

/** A schema of JSON Schema 2020-12, as OpenAPI 3.1 has them. */
export type Schema = Readonly<Record<string, unknown>>;

export const text: Schema = { type: 'string' };
export const whole: Schema = { type: 'integer' };
export const moment: Schema = { type: 'string', format: 'date-time' };
const orNull = (type: string): Schema => ({ type: [type, 'null'] });
const oneOf = (words: readonly string[]): Schema => ({ type: 'string', enum: words });
export const listOf = (items: Schema): Schema => ({ type: 'array', items });
export const ref = (name: SchemaName): Schema => ({ $ref: `#/components/schemas/${name}` });

/** All of them are there, and others may be added in later versions. */
export function record(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required };
}

export type SchemaName =
  | 'Error'
  | 'Status'
  | 'Mention'
  | 'MentionWithTrace'
  | 'Delivery'
  | 'DeliveryWithTrace'
  | 'Backlink'
  | 'Import'
  | 'Jf2Entry'
  | 'Paging'
  | 'Tombstone'
  | 'ClassicLink'
  | 'Count'
  | 'Showing'
  | 'TelegraphStatus';

const author = record({ name: text, url: text, photo: text });
const step = record({ at: moment, step: text, outcome: text, reason: text });
const mention = {
  ...{ id: text, source: text, target: text },
  protocol: { enum: [...PROTOCOLS, null] },
  protocols: listOf(oneOf(PROTOCOLS)),
  link: oneOf(LINK_STATES),
  moderation: oneOf(MODERATION_STATES),
  ...{ kind: orNull('string'), title: orNull('string'), excerpt: orNull('string') },
  author: { anyOf: [author, { type: 'null' }] },
  receivedAt: moment,
  reasons: listOf(text),
};
const delivery = {
  ...{ id: orNull('string'), source: text, target: text },
  protocol: { enum: [...PROTOCOLS, null] },
  endpoint: orNull('string'),
  status: oneOf(DELIVERY_STATUSES),
  ...{ fault: orNull('integer'), httpStatus: orNull('integer'), reason: text, lenient: { type: 'boolean' } },
};

export const SCHEMAS: Readonly<Record<SchemaName, Schema>> = {
  Error: record({ error: text, error_description: text }),
  // The last three where the owner of the site allows reasons.
  Status: record(
    {
      ...{ status: oneOf(['queued', 'published', 'not accepted']), summary: text },
      ...{ reason: oneOf(SENDER_REASONS), todo: text, steps: listOf(step) },
    },
    ['reason', 'todo', 'steps'],
  ),
  Mention: record(mention),
  MentionWithTrace: record({ ...mention, steps: listOf(step) }),
  Delivery: record(delivery),
  DeliveryWithTrace: record({
    ...delivery,
    steps: listOf(step),
    exchanges: listOf(record({ at: moment, request: text, reply: text })),
  }),
  Backlink: record({
    ...{ id: text, source: text, target: text, link: oneOf(LINK_STATES), moderation: oneOf(MODERATION_STATES) },
    ...{ anchor: text, rel: text, followed: { type: 'boolean' }, place: text, noindex: { type: 'boolean' } },
    ...{ robots: text, status: whole, finalUrl: text, canonical: text, outage: text, language: text },
    ...{ kind: orNull('string'), protocols: text, title: orNull('string'), author: text },
    ...{ firstSeen: moment, lastSeen: moment, lastChecked: moment, missingSince: text, visits: whole },
  }),
  Import: record({
    ...{ id: text, state: oneOf(RUN_STATES), site: orNull('string'), name: text, dryRun: { type: 'boolean' } },
    ...{ size: whole, done: whole, read: whole, begun: moment, ended: orNull('string'), problem: orNull('string') },
    taken: record({ approved: whole, pending: whole, named: whole }),
    linking: { ...whole, description: 'Pages that are searched for links.' },
    skipped: { type: 'object', additionalProperties: whole },
  }),
  Jf2Entry: record(
    {
      ...{
        type: { const: 'entry' },
        author: record({ ...{ type: { const: 'card' }, name: text, url: text, photo: text } }),
      },
      ...{ url: text, published: orNull('string'), name: text, content: record({ text }) },
      ...{ 'wm-received': moment, 'wm-id': whole, 'wm-source': text, 'wm-target': text },
      'wm-protocol': oneOf(PROTOCOLS),
      'wm-property': oneOf(Object.values(PROPERTIES)),
      ...{ 'wm-private': { const: false }, 'wm-updated': moment, 'wm-protocols': listOf(oneOf(PROTOCOLS)) },
    },
    ['name', 'content', 'wm-updated', 'wm-protocols'],
  ),
  Paging: record({ 'per-page': whole, page: whole, total: whole, 'total-pages': whole }),
  Tombstone: record({ 'wm-id': whole, 'wm-source': text, 'wm-target': text, 'wm-deleted': moment }),
  ClassicLink: record({
    ...{ source: text, target: text, verified: { const: true }, verified_date: moment, id: whole },
    ...{ private: { const: false }, data: { type: 'object' }, activity: record({ type: text }) },
  }),
  Count: record({ count: whole, type: { type: 'object', additionalProperties: whole } }),
  Showing: record({
    ...{ total: whole, language: text, empty: text, showMore: text },
    groups: listOf(
      record({
        ...{ name: text, title: text, faces: { type: 'boolean' }, total: whole },
        mentions: listOf(
          record({
            ...{ kind: text, source: text, rel: text, name: text, url: text, photo: text, verb: text, title: text },
            ...{ text, date: text },
          }),
        ),
      }),
    ),
  }),
  TelegraphStatus: record(
    {
      status: oneOf(['queued', 'accepted', 'not_supported', 'error', 'not_found']),
      ...{ type: text, endpoint: text, http_code: whole, summary: text, location: text },
    },
    ['type', 'endpoint', 'http_code', 'summary', 'location'],
  ),
};
