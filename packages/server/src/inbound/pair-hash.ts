const ENCODER = new TextEncoder();

/** What is kept of a pair that was forgotten: enough to know it again, and nothing to read. */
export async function pairHash(pair: {
  readonly site: string;
  readonly sourceKey: string;
  readonly targetKey: string;
}): Promise<string> {
  const text = JSON.stringify([pair.site, pair.sourceKey, pair.targetKey]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', ENCODER.encode(text)));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
