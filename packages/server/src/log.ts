import { pino } from 'pino';
import { printable } from './printable.ts';
import { HIDDEN, isSecretName, redact } from './redact.ts';

/** What a running server tells its operator, on standard error: one event a line, JSON unless a person watches. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

type Level = keyof Log;

/** Longest line in bytes: what strangers send is quoted in logs, and a megabyte of it would be theirs to spend. */
const MOST_BYTES = 2048;
/** Longest text before anything is done with it, so that a megabyte is not searched for secrets either. */
const MOST_READ = 8192;

export function createLog(options: { readonly interactive: boolean; write(line: string): void }): Log {
  let line = '';
  const pinned = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (text: string) => (line = text) },
  );

  function written(level: Level, message: string, fields: Readonly<Record<string, string | number>>): string {
    if (options.interactive) return plain(level, message, fields);
    pinned[level](fields, message);
    return line.trimEnd();
  }

  /** Cuts all texts to the longest length with which the whole line is short enough; escapes count as they are written. */
  function write(level: Level, message: string, given: Readonly<Record<string, unknown>>): void {
    const clean = redact(message.slice(0, MOST_READ));
    const fields = Object.fromEntries(
      Object.entries(given)
        .slice(0, 20)
        .map(([name, value]) => [name.slice(0, 40), isSecretName(name) ? HIDDEN : textOf(value)]),
    );
    for (let most = MOST_BYTES; ; most = Math.floor(most / 2)) {
      const short = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cut(value, most)]));
      const ready = printable(written(level, cut(clean, most), short));
      if (most > 8 && Buffer.byteLength(ready) > MOST_BYTES) continue;
      options.write(ready);
      return;
    }
  }

  const log =
    (level: Level): Log['info'] =>
    (message, fields = {}) =>
      write(level, message, fields);
  return { info: log('info'), warn: log('warn'), error: log('error') };
}

/** Numbers stay numbers; everything else is text, since an object could hide a secret in its depth. */
function textOf(value: unknown): string | number {
  if (typeof value === 'number') return value;
  return redact(String(typeof value === 'object' && value !== null ? describe(value) : value).slice(0, MOST_READ));
}

function describe(value: object): string {
  if (value instanceof Error) return String(value);
  try {
    return (
      JSON.stringify(value, (name, inner) => {
        if (isSecretName(name)) return HIDDEN;
        return typeof inner === 'string' ? redact(inner) : inner;
      }) ?? ''
    );
  } catch {
    return '[not readable]';
  }
}

function cut<T extends string | number>(value: T, most: number): T | string {
  return typeof value === 'string' && value.length > most ? `${value.slice(0, most)}…` : value;
}

function plain(level: Level, message: string, fields: Readonly<Record<string, string | number>>): string {
  const more = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  const text = more.length > 0 ? `${message} (${more.join(', ')})` : message;
  return (level === 'info' ? text : `${level}: ${text}`).replace(/\s+/g, ' ');
}
