const ENCODER = new TextEncoder();

/** A short text that is another one whenever any of the parts is. */
export async function markOf(parts: readonly unknown[]): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', ENCODER.encode(JSON.stringify(parts))));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
