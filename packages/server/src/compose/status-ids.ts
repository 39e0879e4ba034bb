import type { Random, Store } from '../ports/index.ts';
import { createStatusIds, type StatusIds } from '../status-id.ts';

/** Those of this store, the same in every process that has it open. */
export async function openStatusIds(store: Pick<Store, 'secrets'>, random: Random): Promise<StatusIds> {
  return createStatusIds(Buffer.from(await store.secrets.keep('status', random.secret()), 'base64url'));
}
