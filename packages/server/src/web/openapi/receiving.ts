import {
  asked,
  empty,
  form,
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
import { record, ref, text } from './schema.ts';

const tags = ['receiving'] as const;
const XML = 'text/xml';
const site = inPath('site', 'The id of a site, or what its account was called at webmention.io.');

const limits = {
  '415': typed('The body is of another type, or compressed.', 'text/plain', XML),
  '413': typed('The body is more than 16 KiB.', 'text/plain', XML),
  '429': typed('This sender asked too often; `Retry-After` says when to come again.', 'text/plain', XML),
  '503': typed('Nothing can be stored at the moment; `Retry-After` says when to come again.', 'text/plain', XML),
};

const pingback: Operation = {
  operationId: 'pingback',
  summary: 'Pingback 1.0: `pingback.ping(source, target)` as an XML-RPC call. Faults come with status 200.',
  tags,
  requestBody: { required: true, content: { [XML]: { schema: text } } },
  responses: { '200': typed('A methodResponse: the address of its status, or a fault.', XML), ...limits },
};

const webmention: Operation = {
  operationId: 'webmention',
  summary:
    'Webmention: `source` links to `target`. With `forward` in the address a Webmention is passed on as a pingback.',
  tags,
  parameters: [query('forward', 'A pingback endpoint that is to hear of it too.')],
  requestBody: form(record({ source: text, target: text, vouch: text }, ['vouch'])),
  responses: {
    '201': json(
      'Taken; `Location` is the address of its status.',
      record({ status: { const: 'queued' }, summary: text, location: text, source: text, target: text }),
    ),
    '303': typed('The same for a browser: `Location` is the page of its status.', 'text/plain'),
    '400': wrong('It cannot be taken, and the body says why.'),
    ...limits,
    '429': wrong('This sender asked too often; `Retry-After` says when to come again.'),
    '449': wrong('Its site is unknown, and nobody vouches for it.'),
    '503': wrong('Nothing can be stored at the moment; `Retry-After` says when to come again.'),
  },
};

const trackback: Operation = {
  operationId: 'trackback',
  summary: 'TrackBack: `url` links to the page in `target`. Errors come with status 200.',
  tags,
  parameters: [asked('target', 'The page of ours.')],
  requestBody: form(
    record({ url: text, title: text, excerpt: text, blog_name: text }, ['title', 'excerpt', 'blog_name']),
  ),
  responses: { '200': typed('A response document with its error, 0 for none.', XML), ...limits },
};

const refback: Operation = {
  operationId: 'refback',
  summary: 'A beacon of a page of ours: somebody came to `target` from `referrer`.',
  tags,
  requestBody: form(record({ target: text, referrer: text })),
  responses: { '204': empty('Heard, whatever it says.'), ...limits },
};

/** The same for one site: its id stands before the name of the protocol. */
const ofSite = (operation: Operation): Operation => ({
  ...operation,
  operationId: `${operation.operationId}OfSite`,
  parameters: [site, ...(operation.parameters ?? [])],
});

export const RECEIVING: Paths = {
  '/xmlrpc': { post: pingback },
  '/webmention': { post: webmention },
  '/trackback': { post: trackback },
  '/refback': { post: refback },
  '/{site}/xmlrpc': { post: ofSite(pingback) },
  '/{site}/webmention': { post: ofSite(webmention) },
  '/{site}/trackback': { post: ofSite(trackback) },
  '/{site}/refback': { post: ofSite(refback) },
  '/status/{id}': {
    get: {
      operationId: 'status',
      summary:
        'What became of a notification, as far as its sender may know. An unknown id is answered like one that was not accepted.',
      tags,
      parameters: [inPath('id', 'The last part of the address that the sender got.')],
      responses: {
        '200': jsonOr('A page, or JSON where that is asked for.', ref('Status'), 'text/html'),
      },
    },
  },
  '/status/try/{token}': {
    get: {
      operationId: 'tryPage',
      summary: 'A page of this server with one link, which it signed itself: the source of a test notification.',
      tags,
      parameters: [inPath('token', 'As the doctor made it.')],
      responses: {
        '200': typed('The page.', 'text/html'),
        '404': wrongPage('It is none, or its time is over.'),
      },
    },
  },
  '/websub/{id}': {
    get: {
      operationId: 'websubVerification',
      summary: 'A hub asks whether a subscription is meant (WebSub 5.3).',
      tags,
      parameters: [
        inPath('id', 'Of the subscription.'),
        query('hub.mode', '`subscribe`, `unsubscribe` or `denied`.'),
        query('hub.topic', 'The feed.'),
        query('hub.challenge', 'Is answered.'),
        query('hub.lease_seconds', 'How long it holds.'),
      ],
      responses: {
        '200': typed('The challenge.', 'text/plain'),
        '404': typed('There is no such subscription.', 'text/plain'),
      },
    },
    post: {
      operationId: 'websubNews',
      summary: 'A hub says that there is news (WebSub 7). It is never read: the feed is looked at instead.',
      tags,
      parameters: [inPath('id', 'Of the subscription.')],
      requestBody: { required: true, content: { '*/*': { schema: text } } },
      responses: {
        '202': empty('Heard.'),
        '404': typed('There is no such subscription.', 'text/plain'),
        '410': typed('It is over.', 'text/plain'),
        '413': typed('The body is more than 10 MiB.', 'text/plain'),
      },
    },
  },
};
