import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** One recorded call, in the order in which the calls were made. */
type Call =
  | { readonly call: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly call: 'cut'; readonly file: string; readonly length: number }
  /** A sync begins to count when it is over, and covers what was written before it began. */
  | { readonly call: 'sync'; readonly file: string; readonly from: number }
  | { readonly call: 'reply'; readonly id: string };

export interface CutReport {
  /** Places at which the power was cut. */
  readonly cuts: number;
  readonly acknowledged: number;
  /** Acknowledged before the cut, and not there after it. */
  readonly lost: number;
  /** Images that did not open, or were not sound. */
  readonly unsound: number;
}

const FILES = ['hearback.db', 'hearback.db-wal'];

/** What `strace -f -y -xx` wrote of writes, syncs and replies. */
export function readCalls(recording: string): readonly Call[] {
  const calls: Call[] = [];
  const syncing = new Map<string, { readonly file: string; readonly from: number }>();
  for (const line of recording.split('\n')) {
    const thread = line.split(' ', 1)[0] ?? '';
    const opened = /^\S+ +\w+\(\d+<([^>]*)>/.exec(line)?.[1] ?? '';
    const file = FILES.find((name) => opened.endsWith(inHex(`/${name}`)));
    const name = /^\S+ +(\w+)\(/.exec(line)?.[1] ?? '';
    if (name === 'pwrite64' && file) {
      const [, text = '', at = '0'] = /, "((?:\\x[0-9a-f]{2})*)", \d+, (\d+)/.exec(line) ?? [];
      calls.push({ call: 'write', file, at: Number(at), bytes: Buffer.from(text.replaceAll('\\x', ''), 'hex') });
    } else if (name === 'ftruncate' && file) {
      calls.push({ call: 'cut', file, length: Number(/>, (\d+)/.exec(line)?.[1]) });
    } else if (/^f(data)?sync$/.test(name) && file) {
      const begun = { file, from: calls.length };
      if (line.includes('<unfinished')) syncing.set(thread, begun);
      else calls.push({ call: 'sync', ...begun });
    } else if (/f(data)?sync resumed>/.test(line)) {
      const begun = syncing.get(thread);
      if (begun) calls.push({ call: 'sync', ...begun });
      syncing.delete(thread);
    } else if (/^(write|writev|sendto|sendmsg)$/.test(name)) {
      for (const [id] of hexTexts(line).matchAll(/(?<=\/status\/)[\w-]{22}/g)) calls.push({ call: 'reply', id });
    }
  }
  return calls;
}

/** As strace writes every text, names of files too. */
function inHex(text: string): string {
  return [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

function hexTexts(line: string): string {
  const texts = [...line.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, text = '']) => text.replaceAll('\\x', ''));
  return Buffer.from(texts.join(''), 'hex').toString('latin1');
}

/**
 * Cuts the power before each sync is over, the moment at which the least of what was acknowledged is safe. Of what was
 * written since the last sync of its file the disk has nothing, everything, or a part that chance chooses.
 */
export function cutAtEachSync(
  calls: readonly Call[],
  directory: string,
  fraction: () => number,
  open: (statusId: string) => string,
): CutReport {
  const syncs = calls.flatMap((call, index) => (call.call === 'sync' ? [index] : []));
  const report = { cuts: 0, acknowledged: 0, lost: 0, unsound: 0 };
  for (const end of [...syncs, calls.length]) {
    const before = calls.slice(0, end);
    const ids = before.flatMap((call) => (call.call === 'reply' ? [open(call.id)] : []));
    report.acknowledged = ids.length;
    for (const keep of [() => false, () => true, () => fraction() < 0.5]) {
      const image = join(directory, `cut-${report.cuts}`);
      writeImage(before, image, keep);
      report.cuts += 1;
      const found = idsIn(image);
      if (!found) report.unsound += 1;
      else report.lost += ids.filter((id) => !found.has(id)).length;
      rmSync(image, { recursive: true });
    }
  }
  return report;
}

/** The files as the disk has them: all that a sync covers, and of the rest what `keep` says. */
function writeImage(calls: readonly Call[], image: string, keep: () => boolean): void {
  mkdirSync(image);
  for (const name of FILES) {
    const safe = Math.max(0, ...calls.map((call) => (call.call === 'sync' && call.file === name ? call.from : 0)));
    const ends = calls.map((call) => (call.call === 'write' && call.file === name ? call.at + call.bytes.length : 0));
    const content = Buffer.alloc(Math.max(0, ...ends));
    let length = 0;
    for (const [index, call] of calls.entries()) {
      if (!('file' in call) || call.file !== name || call.call === 'sync' || (index >= safe && !keep())) continue;
      if (call.call === 'cut') {
        // What grows again has zeros where it was cut off.
        content.fill(0, call.length);
        length = Math.min(length, call.length);
      } else {
        call.bytes.copy(content, call.at);
        length = Math.max(length, call.at + call.bytes.length);
      }
    }
    if (length > 0) writeFileSync(join(image, basename(name)), content.subarray(0, length));
  }
}

/** `undefined` when the image does not open clean. */
function idsIn(image: string): ReadonlySet<string> | undefined {
  const database = new DatabaseSync(join(image, 'hearback.db'));
  try {
    if (database.prepare('PRAGMA integrity_check').get()?.integrity_check !== 'ok') return undefined;
    if (database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'mention'").get() === undefined) return new Set();
    return new Set(
      database
        .prepare('SELECT id FROM mention')
        .all()
        .map(({ id }) => String(id)),
    );
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}
