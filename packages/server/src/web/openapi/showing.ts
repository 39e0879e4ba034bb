import {
  ANYBODY_OR_BEARER,
  asked,
  BEARER,
  inPath,
  json,
  jsonOr,
  type Operation,
  type Paths,
  query,
  typed,
  wrong,
  wrongPage,
} from './operation.ts';
import { listOf, record, ref, type Schema, whole } from './schema.ts';

const tags = ['showing'] as const;
const narrowing = [
  query('target', 'A page of ours; `target[]` for several, fifty at most.'),
  query('domain', 'A host of ours; `domain[]` for several.'),
  query('wm-property', 'Kinds, such as `like-of`; `wm-property[]` for several.'),
  query('since', 'Public since then.'),
  query('since_id', 'Of greater numbers.', whole),
  query('updated-since', 'Public or changed since then.'),
  query('sort-by', '`created`, `updated`, `published` or `rsvp`.'),
  query('sort-dir', '`down` or `up`.'),
  query('per-page', 'Rows, 20 unless told and 10,000 at most.', whole),
  query('page', 'From 0.', whole),
];
const jsonp = query('jsonp', 'The name of a function that is to be handed the answer.');
const refusals = { '400': wrong('What cannot be read, in a sentence.'), '401': wrong('The token opens nothing.') };

function list(operationId: string, summary: string, schema: Schema): Operation {
  const responses = { '200': jsonOr('The rows.', schema, 'text/javascript'), ...refusals };
  return { operationId, summary, tags, parameters: [...narrowing, jsonp], responses, security: ANYBODY_OR_BEARER };
}

function texts(operationId: string, summary: string, type: string): Operation {
  const responses = { '200': typed('The rows.', type), ...refusals };
  return { operationId, summary, tags, parameters: narrowing, responses, security: ANYBODY_OR_BEARER };
}

const jf2Feed = (entry: 'Jf2Entry' | 'Tombstone') =>
  record({ type: { const: 'feed' }, name: { type: 'string' }, children: listOf(ref(entry)), paging: ref('Paging') });
const classic = record({ links: listOf(ref('ClassicLink')) });

/** Both names are webmention.io's. */
function lists(name: 'mentions' | 'links'): Paths {
  return {
    [`/api/${name}`]: { get: list(name, 'Public mentions in the older JSON of webmention.io.', classic) },
    [`/api/${name}.json`]: { get: list(`${name}Json`, 'The same.', classic) },
    [`/api/${name}.jf2`]: { get: list(`${name}Jf2`, 'Public mentions as JF2.', jf2Feed('Jf2Entry')) },
    [`/api/${name}.atom`]: { get: texts(`${name}Atom`, 'Public mentions as Atom.', 'application/atom+xml') },
    [`/api/${name}.html`]: { get: texts(`${name}Html`, 'Public mentions as a page.', 'text/html') },
  };
}

function count(operationId: string): Operation {
  const parameters = [asked('target', 'A page of ours; `target[]` for several.'), jsonp];
  const responses = { '200': jsonOr('By kind.', ref('Count'), 'text/javascript'), ...refusals };
  return {
    operationId,
    summary: 'How many public mentions a page has.',
    tags,
    parameters,
    responses,
    security: ANYBODY_OR_BEARER,
  };
}

const language = query('lang', '`en`, `de`, `es` or `fr`.');
const page = [
  asked('target', 'The page.'),
  language,
  query('sort', '`newest` or `oldest`.'),
  query('limit', 'Mentions of each group, 100 unless told.', whole),
  query('group', 'Only one group.'),
  query('offset', 'Of that group.', whole),
];
const unnamed = typed('Nothing was named.', 'text/plain');

function feed(format: string, type: string): Operation {
  return {
    operationId: `feed${format}`,
    summary: 'The newest public mentions of a site or page.',
    tags,
    parameters: [
      query('site', 'The id of a site.'),
      query('target', 'A page.'),
      language,
      query('limit', '50 unless told.', whole),
    ],
    responses: { '200': typed('The feed.', type), '400': unnamed },
  };
}

export const SHOWING: Paths = {
  ...lists('mentions'),
  ...lists('links'),
  '/api/count': { get: count('count') },
  '/api/count.json': { get: count('countJson') },
  '/api/deleted.jf2': { get: list('deleted', 'What was public and is not any more.', jf2Feed('Tombstone')) },
  '/api/export.jf2': {
    get: {
      operationId: 'exportJf2',
      summary: 'All public mentions in the order of their numbers, for a token that may read.',
      tags,
      responses: {
        '200': json('All rows.', { type: 'object' }),
        '401': refusals['401'],
        '429': wrong('It is made once in five minutes; `Retry-After` says when to come again.'),
      },
      security: BEARER,
    },
  },
  '/api/example/mentions.jf2': {
    get: {
      operationId: 'example',
      summary: 'Mentions of nobody, to try a client with.',
      tags,
      parameters: [...narrowing, jsonp],
      responses: { '200': jsonOr('The rows.', jf2Feed('Jf2Entry'), 'text/javascript'), '400': refusals['400'] },
    },
  },
  '/fragment': {
    get: {
      operationId: 'fragment',
      summary: 'The mentions of a page as HTML.',
      tags,
      parameters: page,
      responses: { '200': typed('A part of a page.', 'text/html'), '400': unnamed },
    },
  },
  '/fragment.json': {
    get: {
      operationId: 'fragmentJson',
      summary: 'The same for the widget.',
      tags,
      parameters: page,
      responses: { '200': json('By groups.', ref('Showing')), '400': unnamed },
    },
  },
  '/feed.atom': { get: feed('Atom', 'application/atom+xml') },
  '/feed.rss': { get: feed('Rss', 'application/rss+xml') },
  '/feed.json': { get: feed('Json', 'application/feed+json') },
  '/badge.svg': {
    get: {
      operationId: 'badge',
      summary: 'How many mentions a page has, as a picture.',
      tags,
      parameters: [asked('target', 'The page.'), language, query('theme', '`light` or `dark`.')],
      responses: { '200': typed('The picture.', 'image/svg+xml'), '400': unnamed },
    },
  },
  '/avatar/{name}': {
    get: {
      operationId: 'avatar',
      summary: 'Our copy of a picture of an author.',
      tags,
      parameters: [inPath('name', 'As the mentions have it.')],
      responses: {
        '200': typed('The picture.', 'image/jpeg', 'image/png'),
        '404': wrongPage('There is none.'),
      },
    },
  },
  '/widget.js': {
    get: {
      operationId: 'widget',
      summary: 'The custom element `<hearback-mentions>`.',
      tags,
      responses: { '200': typed('A module.', 'text/javascript') },
    },
  },
  '/conversation.js': {
    get: {
      operationId: 'conversation',
      summary: 'For front ends made for micro.blog.',
      tags,
      parameters: [asked('url', 'The page.'), asked('format', '`jf2` or `jsonfeed`.')],
      responses: { '302': { description: 'To the list.' }, '400': unnamed },
    },
  },
};
