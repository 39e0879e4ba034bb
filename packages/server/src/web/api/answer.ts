import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import type { Known } from '../known.ts';
import { inertJson } from './json.ts';
import type { ApiQuery } from './query.ts';
import type { Found } from './rows.ts';

export const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };
/** Of each answer of the read API. */
export const API_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'no-cache',
  'X-Content-Type-Options': 'nosniff',
};
const SCRIPT_TYPE = { 'Content-Type': 'text/javascript; charset=utf-8' };
/** Short answers go out in one piece with their length: a stream costs a third of the throughput. */
const STREAM_ABOVE = 500;

export function refuse(c: Context, status: 400 | 401 | 429, error: string, description: string): Response {
  return c.body(inertJson({ error, error_description: description }), status, JSON_TYPE);
}

export function invalid(c: Context, description: string): Response {
  return refuse(c, 400, 'invalid_input', description);
}

/** A JSON value, or the script that hands it to the callback. The empty comment keeps its first bytes out of a caller's hands. */
export function jsonAnswer(
  c: Context,
  { callback }: Pick<ApiQuery, 'callback'>,
  value: unknown,
  more: Readonly<Record<string, string>> = {},
): Response {
  const [before, after] = around(callback);
  return send(c, before + inertJson(value) + after, { ...typeFor(callback), ...more });
}

/** The same for rows between two ends, which are sent as they are read where they are many. */
export async function rowsAnswer(
  c: Context,
  { callback, perPage }: Pick<ApiQuery, 'callback' | 'perPage'>,
  [head, tail]: readonly [string, string],
  found: Found | undefined,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const [before, after] = around(callback);
  if (isLong(found, perPage)) return textAnswer(c, [before + head, tail + after], found, perPage, typeFor(callback));
  return send(c, before + head + (await joined(found?.pieces)) + tail + after, { ...typeFor(callback), ...more });
}

function send(c: Context, text: string, headers: Readonly<Record<string, string>>): Response {
  const { outgoing } = (c as Context<Known>).env ?? {};
  return outgoing === undefined ? c.body(text, 200, { ...headers }) : sendDirectly(outgoing, text, headers);
}

/**
 * A web-standard response is a stream, and writing one and reading it again took half of the time of a short answer. Only for
 * what nobody changes on its way out: no page, whose links are moved below the prefix.
 */
function sendDirectly(outgoing: ServerResponse, text: string, headers: Readonly<Record<string, string>>): Response {
  outgoing.writeHead(200, { ...API_HEADERS, ...headers, 'Content-Length': Buffer.byteLength(text) });
  outgoing.end(text);
  return RESPONSE_ALREADY_SENT;
}

function isLong(found: Found | undefined, most: number): boolean {
  return found !== undefined && Math.min(found.total, most) > STREAM_ABOVE;
}

export async function textAnswer(
  c: Context,
  [head, tail]: readonly [string, string],
  found: Found | undefined,
  most: number,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  if (found && isLong(found, most)) return c.body(streamed(head, found.pieces, tail), 200, { ...headers });
  return c.body(head + (await joined(found?.pieces)) + tail, 200, { ...headers });
}

function typeFor(callback: string | undefined) {
  return callback ? SCRIPT_TYPE : JSON_TYPE;
}

function around(callback: string | undefined): readonly [string, string] {
  return callback ? [`/**/${callback}(`, ');'] : ['', ''];
}

async function joined(pieces: AsyncIterable<string> | undefined): Promise<string> {
  let text = '';
  for await (const piece of pieces ?? []) text += piece;
  return text;
}

function streamed(head: string, pieces: AsyncIterable<string>, tail: string): ReadableStream {
  async function* all() {
    yield head;
    yield* pieces;
    yield tail;
  }
  return Readable.toWeb(Readable.from(all(), { objectMode: false })) as ReadableStream;
}
