const ENCODER = new TextEncoder();

/** A short text that is another one whenever any of the parts is. */
export function markOf(parts: readonly unknown[]): Promise<string> {
  return digestOf(ENCODER.encode(JSON.stringify(parts)));
}

/** The same of bytes. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
