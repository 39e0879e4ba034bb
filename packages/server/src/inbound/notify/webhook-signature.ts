import type { HookRecipient } from '../../recipient.ts';

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
  const mac = await macOf(keyOf(secret), `${id}.${timestamp}.${body}`);
  return { ...named, 'webhook-signature': `v1,${btoa(String.fromCharCode(...mac))}` };
}

/**
 * What says that a call is ours, in the way its receiver knows: receivers of webmention.io look for a header of its own,
 * the hexadecimal HMAC-SHA256 of the body. The id is sent to both, so that whoever hears twice can tell.
 */
export async function signedHeaders(
  { format, secret }: Pick<HookRecipient, 'format' | 'secret'>,
  signed: Signed,
): Promise<Readonly<Record<string, string>>> {
  const headers = await signatureHeaders(secret, signed);
  if (format === 'standard' || secret === undefined) return headers;
  const mac = await macOf(ENCODER.encode(secret), signed.body);
  const hex = [...mac].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { ...headers, 'x-webmention-signature': `sha256=${hex}` };
}

async function macOf(secret: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array> {
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', secret, how, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, ENCODER.encode(text)));
}

function keyOf(secret: string): Uint8Array<ArrayBuffer> {
  const [, base64] = /^whsec_([A-Za-z0-9+/]+=*)$/.exec(secret) ?? [];
  return base64 === undefined
    ? ENCODER.encode(secret)
    : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
