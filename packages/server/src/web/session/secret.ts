import { createHash, timingSafeEqual } from 'node:crypto';

/** What the store keeps of a secret, so that a copy of the database opens nothing: SHA-256 in hexadecimal. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares in a time that tells nothing; hashing first makes the lengths equal. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
