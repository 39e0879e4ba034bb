import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createStatusIds } from '../../packages/server/src/status-id.ts';

/** What the status URLs of a store mean: strangers see other ids than the store has. */
export function openerOf(directory: string): (statusId: string) => string {
  const database = new DatabaseSync(join(directory, 'hearback.db'));
  try {
    const { value } = database.prepare("SELECT value FROM secret WHERE name = 'status'").get() ?? {};
    return openerFrom(value);
  } finally {
    database.close();
  }
}

/** @param secret the one of the store that is named `status` */
export function openerFrom(secret: unknown): (statusId: string) => string {
  const ids = createStatusIds(Buffer.from(String(secret), 'base64url'));
  return (statusId) => ids.open(statusId) ?? statusId;
}
