import { Resolver } from 'node:dns/promises';
import { ServerResponse } from 'node:http';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';

/**
 * Loaded before the server, in each of its threads: ends the process by signal 9 when it comes to the point that
 * `CRASH_POINT` names for the `CRASH_TIME`-th time in one thread. `CHECKPOINT_PAGES` makes the log be written back often,
 * `CRASH_PAGE` counts only pages whose address has this in it, `DNS_ANSWER` is the address of every name.
 */
const {
  CRASH_POINT: point,
  CRASH_TIME: times = '1',
  CHECKPOINT_PAGES: pages,
  CRASH_PAGE = '',
  DNS_ANSWER,
} = process.env;
let left = Number(times);
/** The transaction that is open writes what a check found. */
let isCheck = false;
/** The transaction that is open puts a request on record that leaves after it. */
let isDeparture = false;

function pass(name: string): void {
  if (name !== point) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
}

const { exec, prepare } = DatabaseSync.prototype;
DatabaseSync.prototype.exec = function (text) {
  if (text === 'COMMIT') pass('before-commit');
  if (text === 'COMMIT' && isCheck) pass('before-check-commit');
  exec.call(this, pages ? text.replace(/(wal_autocheckpoint) = \d+/, `$1 = ${pages}`) : text);
  if (text === 'COMMIT') pass('after-commit');
  if (text === 'COMMIT' && isCheck) pass('after-check-commit');
  if (text === 'COMMIT' && isDeparture) pass('departed');
  if (text === 'COMMIT') isCheck = isDeparture = false;
  if (text === 'BEGIN IMMEDIATE') pass('begun');
};
DatabaseSync.prototype.prepare = function (...args) {
  const statement = prepare.apply(this, args);
  if (!/^\s*(INSERT|UPDATE|DELETE)/i.test(args[0])) return statement;
  for (const name of ['run', 'get', 'all'] as const) {
    const original = statement[name] as (...values: unknown[]) => never;
    statement[name] = (...values: unknown[]) => {
      const result = original.apply(statement, values);
      isDeparture ||= /^insert into "traceStep"/i.test(args[0]) && values.flat().includes('sending');
      isCheck ||= /^update "mention" set .*"checkedAt"/i.test(args[0]);
      pass('statement');
      return result;
    };
  }
  return statement;
};

const { end } = ServerResponse.prototype;
ServerResponse.prototype.end = function (...args: unknown[]) {
  pass('before-reply');
  return (end as (...values: unknown[]) => typeof this).apply(this, args);
};

const { postMessage } = Worker.prototype;
Worker.prototype.postMessage = function (message: unknown, ...rest) {
  postMessage.call(this, message, ...rest);
  // A page was just handed to the thread that reads it. Feeds and pages to be told of go there, too.
  const { what, given } = (message ?? {}) as { what?: string; given?: { finalUrl?: string } };
  if (what === 'page' && given?.finalUrl?.includes(CRASH_PAGE)) pass('reading');
};

if (DNS_ANSWER) {
  Resolver.prototype.resolve4 = (async () => {
    pass('resolving');
    return [DNS_ANSWER];
  }) as unknown as typeof Resolver.prototype.resolve4;
  Resolver.prototype.resolve6 = (async () => []) as unknown as typeof Resolver.prototype.resolve6;
}
