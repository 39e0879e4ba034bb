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

async function readOnce(request: Request): Promise<ReadonlyMap<string, unknown> | undefined> {
  const form = await readForm(request);
  return form && new Set(form.keys()).size === form.size ? new Map(form) : undefined;
}

async function readJson(request: Request): Promise<ReadonlyMap<string, unknown> | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.length;
    if (length > MAX_JSON_BYTES) return undefined;
    parts.push(part);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(parts).toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? new Map(Object.entries(value))
      : undefined;
  } catch {
    return undefined;
  }
}
