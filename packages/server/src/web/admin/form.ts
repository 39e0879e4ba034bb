const MAX_FORM_BYTES = 64 * 1024;

/** Of a file that is brought to the desk, with the form around it. Larger ones are for the command line. */
const MAX_UPLOAD_BYTES = 16 * 1024 * 1024;

export interface Upload {
  readonly fields: URLSearchParams;
  readonly file: Uint8Array | undefined;
}

/** A posted form with a file in it; `undefined` when it is too big or no such form. Everything of it is in memory. */
export async function readUpload(request: Request): Promise<Upload | undefined> {
  const type = request.headers.get('content-type') ?? '';
  if (!isUpload(request)) return undefined;
  if (Number(request.headers.get('content-length') ?? 0) > MAX_UPLOAD_BYTES) return undefined;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.length;
    if (length > MAX_UPLOAD_BYTES) return undefined;
    parts.push(part);
  }
  return parsed(type, parts);
}

export function isUpload(request: Request): boolean {
  return /^multipart\/form-data\s*;/i.test(request.headers.get('content-type') ?? '');
}

async function parsed(type: string, parts: readonly Uint8Array[]): Promise<Upload | undefined> {
  try {
    const form = await new Response(Buffer.concat(parts), { headers: { 'content-type': type } }).formData();
    const fields = new URLSearchParams();
    let file: Uint8Array | undefined;
    for (const [name, value] of form) {
      if (typeof value === 'string') fields.append(name, value);
      else if (value.size > 0) file = new Uint8Array(await value.arrayBuffer());
    }
    return { fields, file };
  } catch {
    // What says that it is such a form and is none.
    return undefined;
  }
}

/** The fields of a posted form; `undefined` when it is too big or no form. */
export async function readForm(request: Request): Promise<URLSearchParams | undefined> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded(?:\s*;|$)/i.test(type)) return undefined;
  if (Number(request.headers.get('content-length') ?? 0) > MAX_FORM_BYTES) return undefined;
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.length;
    if (length > MAX_FORM_BYTES) return undefined;
    text += decoder.decode(part, { stream: true });
  }
  return new URLSearchParams(text + decoder.decode());
}
