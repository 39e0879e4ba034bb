/** Whether the caller wants JSON rather than a page: it names JSON and no HTML (browsers name HTML and everything). */
export function wantsJson(request: Request): boolean {
  const accept = request.headers.get('accept') ?? '';
  return /\bjson\b/i.test(accept) && !/\btext\/html\b/i.test(accept);
}
