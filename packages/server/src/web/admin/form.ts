const MAX_FORM_BYTES = 64 * 1024;

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
