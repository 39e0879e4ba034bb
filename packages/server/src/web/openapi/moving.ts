import { FORMAT_NAMES } from '../../import/format-names.ts';
import { BEARER, inPath, json, jsonOr, type Operation, type Paths, query, wrong } from './operation.ts';
import { listOf, moment, record, ref, text, whole } from './schema.ts';

const tags = ['owner'] as const;
const closed = { '401': wrong('This needs a token.'), '403': wrong('The token may not do that.') };
const refusals = { '400': wrong('What cannot be read, in a sentence.'), ...closed };
const missing = { '404': wrong('There is nothing with this id, or it is of another site.') };
const id = inPath('id', 'As the import was answered with.');
const cursor = { type: ['string', 'null'] } as const;
const file = { type: 'string', format: 'binary' } as const;

const importFile: Operation = {
  operationId: 'importFile',
  summary:
    'Brings a file of another place, up to 1 GiB, as the command `import` reads it. The answer comes when it is whole on disk; it is read afterwards.',
  tags,
  parameters: [
    query('site', 'Only mentions of this site; all that the token reaches unless given.'),
    query('format', `What it is: ${FORMAT_NAMES.join(', ')}. Its content says so unless given.`),
    query('dry-run', '`1` stores nothing, and says what would come in.'),
    query('map-from', 'Where pages lived whose address changed. May be there several times, each with its `map-to`.'),
    query('map-to', 'Where they live now.'),
  ],
  requestBody: {
    required: true,
    content: {
      'application/octet-stream': { schema: file },
      'multipart/form-data': { schema: record({ file }) },
    },
  },
  responses: {
    '202': json('It is here, and going to be read.', record({ id: text, url: text })),
    ...refusals,
    '404': wrong('There is no such site within what the token reaches.'),
    '422': wrong('The file is empty, too large, or did not come whole; nothing was kept.'),
    '429': wrong('Five files wait already.'),
  },
  security: BEARER,
};

const exportFile: Operation = {
  operationId: 'export',
  summary:
    'What the command `export` writes, in one answer of any size: mentions as `wxr`, `jf2` or `jsonfeed`; links as `csv`, `json` or `ndjson`, with the filters of `/api/backlinks`.',
  tags,
  parameters: [
    query('format', 'Of the file.'),
    ...['site', 'target', 'kind'].map((name) => query(name, `Only mentions of this ${name}.`)),
    query('from', 'The first day on which they were received, such as 2026-01-31.'),
    query('to', 'The last one.'),
  ],
  responses: {
    '200': jsonOr(
      'The file.',
      { type: ['object', 'array'] },
      ...(['application/xml', 'application/feed+json', 'text/csv', 'application/x-ndjson'] as const),
    ),
    ...refusals,
    ...missing,
  },
  security: BEARER,
};

const searched = record({
  ...{ waiting: whole, searched: whole, withLinks: whole, links: whole, after: cursor },
  pages: listOf(record({ source: text, searched: moment, links: whole, new: whole, reason: text })),
});
const skipped = record({ place: text, reason: text, source: text });

export const MOVING: Paths = {
  '/api/import': { post: importFile },
  '/api/import/searched': {
    get: {
      operationId: 'importSearched',
      summary: 'The pages that lists named as linking here, and what a look at each came to; the last first.',
      tags,
      parameters: [
        query('without', '`1` leaves out those that have links.'),
        query('after', 'As the page before said.'),
      ],
      responses: { '200': json('A page of them, and the counts of all.', searched), ...refusals, ...missing },
      security: BEARER,
    },
  },
  '/api/import/{id}': {
    get: {
      operationId: 'importProgress',
      summary: 'How far a file was read, and what came of it.',
      tags,
      parameters: [id],
      responses: { '200': json('As it is now.', ref('Import')), ...closed, ...missing },
      security: BEARER,
    },
  },
  '/api/import/{id}/skipped': {
    get: {
      operationId: 'importSkipped',
      summary: 'What was left out, where it stands and why, in the order of the file; the first 10,000.',
      tags,
      parameters: [id, query('after', 'As the page before said.')],
      responses: {
        '200': json('A page of them.', record({ skipped: listOf(skipped), after: cursor })),
        ...refusals,
        ...missing,
      },
      security: BEARER,
    },
  },
  '/api/export': { get: exportFile },
};
