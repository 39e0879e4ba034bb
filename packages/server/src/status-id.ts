import { createCipheriv, createDecipheriv } from 'node:crypto';

/** The ids of mentions and refusals as strangers see them, in status URLs. */
export interface StatusIds {
  /** For an id of `Random.id`; as long as it. */
  seal(id: string): string;
  /** The id behind it; of what was never sealed, one that nothing has. `undefined` for text of another form. */
  open(statusId: string): string | undefined;
}

const ID = /^[\w-]{22}$/;

/**
 * A pair that is known keeps its id, and an id begins with the time of its first receipt: as it is, it would tell any
 * stranger that somebody had announced the pair before, and when. One block of AES is a permutation of ids that looks
 * like chance; nothing is to be stored for it.
 *
 * @param key 32 bytes that belong to the store
 */
export function createStatusIds(key: Uint8Array): StatusIds {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return {
    seal: (id) => cipher.update(Buffer.from(id, 'base64url')).toString('base64url'),
    open: (statusId) =>
      ID.test(statusId) ? decipher.update(Buffer.from(statusId, 'base64url')).toString('base64url') : undefined,
  };
}
