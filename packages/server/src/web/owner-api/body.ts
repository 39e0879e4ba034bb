import { readForm } from '../admin/form.ts';

const MAX_JSON_BYTES = 64 * 1024;

/**
 * The fields of a posted form or JSON object that are asked for and are text; everything else in it is ignored, so that
 * no column of the store can be set by naming it. `undefined` when it cannot be read, or a field is there twice.
 */
export async function readFields<Name extends string>(
  request: Request,
  names: readonly Name[],
): Promise<Partial<Record<Name, string>> | undefined> {
  const json = /^application\/json(?:\s*;|$)/i.test(request.headers.get('content-type') ?? '');
  const given = json ? await readJson(request) : await readOnce(request);
  if (!given) return undefined;
  const fields: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = given.get(name);
    if (value !== undefined && typeof value !== 'string') return undefined;
    if (value !== undefined) fields[name] = value;
  }
  return fields;
}

/** A body as it came and as it reads: a JSON object, or a form, of which GitHub puts its JSON into the field `payload`. */
export interface PostedBody {
  readonly bytes: Uint8Array;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What a hook tells of a deployment with many files in it. */
const MAX_HOOK_BYTES = 256 * 1024;

/** `undefined` when it is too large, cannot be read, or a field of a form is there twice. Nothing at all is no field. */
export async function bodyOf(request: Request): Promise<PostedBody | undefined> {
  const bytes = await bytesOf(request, MAX_HOOK_BYTES);
  if (bytes === undefined) return undefined;
  const type = request.headers.get('content-type') ?? '';
  if (/^application\/x-www-form-urlencoded(?:\s*;|$)/i.test(type)) {
    const form = new URLSearchParams(bytes.toString());
    if (new Set(form.keys()).size !== form.size) return undefined;
    const payload = form.get('payload');
    const fields = payload === null ? Object.fromEntries(form) : objectIn(payload);
    return fields && { bytes, fields };
  }
  const fields = bytes.length === 0 ? {} : objectIn(bytes.toString());
  return fields && { bytes, fields };
}

async function bytesOf(request: Request, max: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.length;
    if (length > max) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

async function readOnce(request: Request): Promise<ReadonlyMap<string, unknown> | undefined> {
  const form = await readForm(request);
  return form && new Set(form.keys()).size === form.size ? new Map(form) : undefined;
}

async function readJson(request: Request): Promise<ReadonlyMap<string, unknown> | undefined> {
  const bytes = await bytesOf(request, MAX_JSON_BYTES);
  const value = bytes && objectIn(bytes.toString());
  return value && new Map(Object.entries(value));
}
