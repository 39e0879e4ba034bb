import {
  BEARER,
  empty,
  formOrJson,
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
import { listOf, record, ref, text, whole } from './schema.ts';

const tags = ['owner'] as const;
const id = inPath('id', 'Of the mention or delivery.');
const closed = { '401': wrong('This needs a token.'), '403': wrong('The token may not do that.') };
const refusals = { '400': wrong('What cannot be read, in a sentence.'), ...closed };
const missing = { '404': wrong('There is nothing with this id, or it is of another site.') };
const cursor = { type: ['string', 'null'] } as const;
const paged = [query('limit', 'Rows at most.', whole), query('before', 'As the page before said.')];
const again = record({ deliveries: listOf(ref('Delivery')) });

const send: Operation = {
  operationId: 'send',
  summary:
    'Announces the page `source`; or, when a deployment is told of (Netlify, Vercel, Cloudflare, GitHub, `deployed`), has the listing of its site looked at. Deploy hooks may sign in place of a token.',
  tags,
  requestBody: formOrJson({ type: 'object', properties: { source: text, target: text, deployed: {} } }),
  responses: {
    '200': json('A deployment that publishes nothing.', record({ from: text, started: {}, reason: text })),
    '202': json('It is announced, or the listing is going to be looked at.', { type: 'object' }),
    ...refusals,
    '404': wrong('It is a page of no site that the token may announce.'),
    '422': wrong('Nothing was sent, and why.'),
    '429': wrong('Too many requests.'),
  },
  security: BEARER,
};

const ofLinks = ['site', 'page', 'domain', 'state', 'rel', 'place', 'indexing', 'kind', 'protocol', 'decision'].map(
  (name) => query(name, `Only of this ${name}, as in the table of the desk.`),
);

const BACKLINKS: Paths = {
  '/api/backlinks': {
    get: {
      operationId: 'backlinks',
      summary: 'Links to your pages as they were last seen, in the order in which they were announced.',
      tags,
      parameters: [...ofLinks, query('limit', 'Rows at most.', whole), query('after', 'As the page before said.')],
      responses: {
        '200': json('A page of them.', record({ links: listOf(ref('Backlink')), after: cursor })),
        ...refusals,
        ...missing,
      },
      security: BEARER,
    },
  },
  '/api/backlinks/export/{format}': {
    get: {
      operationId: 'exportBacklinks',
      summary: 'All of them in one answer: `csv`, `json` or `ndjson`.',
      tags,
      parameters: [inPath('format', 'Of the file.'), ...ofLinks, query('bom', '`1` puts a mark before a CSV.')],
      responses: {
        '200': jsonOr('The file.', { type: 'array' }, 'text/csv', 'application/x-ndjson'),
        ...refusals,
        ...missing,
      },
      security: BEARER,
    },
  },
};

export const OWNER: Paths = {
  ...BACKLINKS,
  '/api/inbox': {
    get: {
      operationId: 'inbox',
      summary: 'Mentions by their moderation, newest first.',
      tags,
      parameters: [query('status', '`pending` unless told.'), ...paged],
      responses: {
        '200': json('A page of them.', record({ mentions: listOf(ref('Mention')), before: cursor })),
        ...refusals,
      },
      security: BEARER,
    },
  },
  '/api/inbox/{id}': {
    get: {
      operationId: 'mention',
      summary: 'A mention with its trace.',
      tags,
      parameters: [id],
      responses: { '200': json('The mention.', ref('MentionWithTrace')), ...closed, ...missing },
      security: BEARER,
    },
    post: {
      operationId: 'moderate',
      summary: 'Decides about a mention.',
      tags,
      parameters: [id],
      requestBody: formOrJson(record({ moderation: text })),
      responses: { '200': json('As it is now.', record({ id: text, moderation: text })), ...refusals, ...missing },
      security: BEARER,
    },
  },
  '/api/send': { post: send },
  '/api/deliveries': {
    get: {
      operationId: 'deliveries',
      summary: 'What was told to others, newest first.',
      tags,
      parameters: [
        ...['status', 'protocol', 'host', 'from', 'to', 'post', 'site', 'source'].map((name) =>
          query(name, `Only of this ${name}.`),
        ),
        ...paged,
      ],
      responses: {
        '200': json('A page of them.', record({ deliveries: listOf(ref('Delivery')), before: cursor })),
        ...refusals,
      },
      security: BEARER,
    },
  },
  '/api/deliveries/{id}': {
    get: {
      operationId: 'delivery',
      summary: 'A delivery with its trace and what was said on the wire.',
      tags,
      parameters: [id],
      responses: { '200': json('The delivery.', ref('DeliveryWithTrace')), ...closed, ...missing },
      security: BEARER,
    },
  },
  '/api/deliveries/resend': {
    post: {
      operationId: 'resendFailed',
      summary: 'Tries again what failed.',
      tags,
      responses: { '202': json('Those that are tried.', again), ...closed },
      security: BEARER,
    },
  },
  '/api/deliveries/{id}/resend': {
    post: {
      operationId: 'resend',
      summary: 'Tries one again.',
      tags,
      parameters: [id],
      responses: { '202': json('It is tried.', again), ...closed, ...missing },
      security: BEARER,
    },
  },
  '/api/telegraph/webmention': {
    post: {
      operationId: 'telegraph',
      summary: 'Announces a page as Telegraph does. The token stands in the form, or in `Authorization`.',
      tags,
      requestBody: formOrJson(
        record({ token: text, source: text, target: text, target_domain: text, callback: text }, [
          'token',
          'target',
          'target_domain',
          'callback',
        ]),
      ),
      responses: {
        '201': json('It is queued.', record({ status: text, location: { type: ['string', 'array'] } })),
        '400': refusals['400'],
        '401': refusals['401'],
      },
    },
  },
  '/api/telegraph/webmention/{id}': {
    get: {
      operationId: 'telegraphStatus',
      summary: 'What came of it, in the words of Telegraph.',
      tags,
      parameters: [id],
      responses: {
        '200': json('As it is now.', ref('TelegraphStatus')),
        '404': json('There is none.', ref('TelegraphStatus')),
      },
    },
  },
  '/notices/held.atom': {
    get: {
      operationId: 'heldFeed',
      summary: 'What waits for a decision, for a feed reader.',
      tags,
      parameters: [query('token', 'A token for this feed alone.')],
      responses: {
        '200': typed('The feed.', 'application/atom+xml'),
        '401': wrongPage('The address is not good.'),
      },
    },
  },
  '/notices/stop/{ticket}': {
    get: {
      operationId: 'stopPage',
      summary: 'Asks whether notices by mail are to stop.',
      tags,
      parameters: [inPath('ticket', 'As the mail has it.')],
      responses: { '200': typed('A page.', 'text/html'), '404': typed('The link is not good any more.', 'text/html') },
    },
    post: {
      operationId: 'stop',
      summary: 'Stops them (RFC 8058).',
      tags,
      parameters: [inPath('ticket', 'As the mail has it.')],
      responses: { '200': typed('A page.', 'text/html'), '404': typed('The link is not good any more.', 'text/html') },
    },
  },
};

export const SERVICE: Paths = {
  '/': {
    get: {
      operationId: 'root',
      summary: 'Leads to the desk.',
      tags: ['service'],
      responses: { '302': empty('To /admin.') },
    },
  },
  '/healthz': {
    get: {
      operationId: 'health',
      summary: 'The process answers.',
      tags: ['service'],
      responses: { '200': typed('ok', 'text/plain') },
    },
  },
  '/readyz': {
    get: {
      operationId: 'ready',
      summary: 'The store can be written.',
      tags: ['service'],
      responses: { '200': typed('ready', 'text/plain'), '503': typed('not ready, and why', 'text/plain') },
    },
  },
  '/metrics': {
    get: {
      operationId: 'metrics',
      summary: 'Numbers for Prometheus, for tokens that may read all sites and for the addresses of `metricsFrom`.',
      tags: ['service'],
      responses: { '200': typed('The numbers.', 'text/plain'), '401': refusals['401'], '403': refusals['403'] },
      security: BEARER,
    },
  },
  '/openapi.json': {
    get: {
      operationId: 'openapi',
      summary: 'This document.',
      tags: ['service'],
      responses: { '200': json('The document.', { type: 'object' }) },
    },
  },
};
