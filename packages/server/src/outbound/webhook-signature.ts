const ENCODER = new TextEncoder();

export interface Signed {
  /** The same for every attempt to tell one thing. */
  readonly id: string;
  /** Milliseconds; a receiver refuses what is minutes old. */
  readonly at: number;
  readonly body: string;
}

/** The headers of the Standard Webhooks specification (1.0): an id, the time in seconds, and HMAC-SHA256 over both and the body. */
export async function signatureHeaders(
  secret: string | undefined,
  { id, at, body }: Signed,
): Promise<Readonly<Record<string, string>>> {
  const timestamp = String(Math.floor(at / 1000));
  const named = { 'webhook-id': id, 'webhook-timestamp': timestamp };
  if (secret === undefined) return named;
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', keyOf(secret), how, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', key, ENCODER.encode(`${id}.${timestamp}.${body}`));
  return { ...named, 'webhook-signature': `v1,${btoa(String.fromCharCode(...new Uint8Array(mac)))}` };
}

function keyOf(secret: string): Uint8Array<ArrayBuffer> {
  const [, base64] = /^whsec_([A-Za-z0-9+/]+=*)$/.exec(secret) ?? [];
  return base64 === undefined
    ? ENCODER.encode(secret)
    : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
