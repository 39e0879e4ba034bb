import { pino } from 'pino';

/** What a running server tells its operator, on standard error: one event a line, JSON unless a person watches. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** Longest value of a field: what strangers send is quoted in logs, and a megabyte of it would be theirs to spend. */
const MOST = 2048;

export function createLog(options: { readonly interactive: boolean; write(line: string): void }): Log {
  const pinned = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => options.write(line.trimEnd()) },
  );
  const log =
    (level: 'info' | 'warn' | 'error') =>
    (message: string, fields: Readonly<Record<string, unknown>> = {}) => {
      if (options.interactive) options.write(plain(level, message));
      else pinned[level](Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, cut(value)])), message);
    };
  return { info: log('info'), warn: log('warn'), error: log('error') };
}

function plain(level: string, message: string): string {
  return level === 'info' ? message : `${level}: ${message}`;
}

function cut(value: unknown): unknown {
  return typeof value === 'string' && value.length > MOST ? `${value.slice(0, MOST)}…` : value;
}
