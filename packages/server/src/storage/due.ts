import type { Database } from './schema.ts';

const due = new WeakSet<Database>();

/** Something was put into the queue in this transaction: whoever commits it may tell the other processes. */
export function noteDue(db: Database): void {
  due.add(db);
}

export function isDue(db: Database): boolean {
  return due.has(db);
}
