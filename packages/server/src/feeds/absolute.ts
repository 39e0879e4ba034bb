/** The absolute http(s) form of a reference, `undefined` for anything else. Fragments stay: some feeds use `#p123`. */
export function absolute(reference: string, base: string): string | undefined {
  const trimmed = reference.trim();
  if (trimmed === '' || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}
