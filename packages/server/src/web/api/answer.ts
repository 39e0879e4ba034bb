import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { inertJson } from './json.ts';
import type { ApiQuery } from './query.ts';
import type { Found } from './rows.ts';

export const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };
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
export function jsonAnswer(c: Context, { callback }: Pick<ApiQuery, 'callback'>, value: unknown): Response {
  const [before, after] = around(callback);
  return c.body(before + inertJson(value) + after, 200, callback ? SCRIPT_TYPE : JSON_TYPE);
}

/** The same for rows between two ends, which are sent as they are read where they are many. */
export function rowsAnswer(
  c: Context,
  { callback, perPage }: Pick<ApiQuery, 'callback' | 'perPage'>,
  [head, tail]: readonly [string, string],
  found: Found | undefined,
): Promise<Response> {
  const [before, after] = around(callback);
  return textAnswer(c, [before + head, tail + after], found, perPage, callback ? SCRIPT_TYPE : JSON_TYPE);
}

export async function textAnswer(
  c: Context,
  [head, tail]: readonly [string, string],
  found: Found | undefined,
  most: number,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  if (found && Math.min(found.total, most) > STREAM_ABOVE)
    return c.body(streamed(head, found.pieces, tail), 200, { ...headers });
  return c.body(head + (await joined(found?.pieces)) + tail, 200, { ...headers });
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
