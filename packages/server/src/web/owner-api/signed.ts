import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { ApiToken } from '../../access.ts';
import { signingSecret } from '../../tokens.ts';
import { hashSecret } from '../session/secret.ts';

/**
 * The token whose signing secret a hook was signed with: GitHub's `X-Hub-Signature-256`, or the JWS of Netlify's
 * `X-Webhook-Signature` (HS256, with the SHA-256 of the body inside). `undefined` when it is nobody's.
 */
export function signerOf(headers: Headers, body: Uint8Array, tokens: readonly ApiToken[]): ApiToken | undefined {
  const plain = /^sha256=([0-9a-f]{64})$/i.exec(headers.get('x-hub-signature-256')?.trim() ?? '')?.[1];
  if (plain !== undefined) return find(tokens, body, Buffer.from(plain, 'hex'));
  const jws = headers.get('x-webhook-signature')?.trim().split('.') ?? [];
  const [header = '', payload = '', signature = ''] = jws;
  if (jws.length !== 3 || payload.length > 4_096 || !isOf(header, { alg: 'HS256' })) return undefined;
  const digest = createHash('sha256').update(body).digest('hex');
  if (!isOf(payload, { iss: 'netlify', sha256: digest })) return undefined;
  return find(tokens, Buffer.from(`${header}.${payload}`), Buffer.from(signature, 'base64url'));
}

function find(tokens: readonly ApiToken[], signed: Uint8Array, given: Buffer): ApiToken | undefined {
  return tokens.find((token) => {
    const own = createHmac('sha256', signingSecret(token, hashSecret)).update(signed).digest();
    return own.length === given.length && timingSafeEqual(own, given);
  });
}

/** Whether a part of a JWS holds these values. */
function isOf(part: string, wanted: Readonly<Record<string, string>>): boolean {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return (
      typeof value === 'object' &&
      value !== null &&
      Object.entries(wanted).every(([name, text]) => (value as Record<string, unknown>)[name] === text)
    );
  } catch {
    return false;
  }
}
