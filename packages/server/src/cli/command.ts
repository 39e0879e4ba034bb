import type { ParseArgsOptionsConfig } from 'node:util';
import type { RawConfig } from '../config.ts';

/** What a command may touch of the world. */
export interface Terminal {
  /** Results. */
  out(line: string): void;
  /** Everything else. */
  err(line: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A person watches: progress may be drawn. */
  readonly interactive: boolean;
  /** Aborted by SIGTERM or SIGINT. */
  readonly signal: AbortSignal;
}

export type Flags = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

export interface Invocation {
  readonly flags: Flags;
  readonly words: readonly string[];
  readonly terminal: Terminal;
  /** Flags over variables over the file, unchecked. */
  readonly config: RawConfig;
}

export interface Command {
  readonly name: string;
  /** What follows the name: `URL… [--wait SECONDS]`. */
  readonly usage: string;
  readonly summary: string;
  readonly options: ParseArgsOptionsConfig;
  /** How many words it takes: least and most. */
  readonly words: readonly [least: number, most: number];
  /** The exit code: 0 done, 1 failed. Throws `HearbackError` for what a person can mend. */
  run(invocation: Invocation): Promise<number>;
}

/** Flags that choose the store and the network, and mean the same for every command. */
export const STORE_OPTIONS = {
  config: { type: 'string' },
  data: { type: 'string' },
  database: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

export const NETWORK_OPTIONS = {
  'allow-network': { type: 'string', multiple: true },
  'allow-port': { type: 'string', multiple: true },
  limits: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

export const SITE_OPTIONS = { site: { type: 'string', multiple: true } } as const satisfies ParseArgsOptionsConfig;

export const JSON_OPTION = { json: { type: 'boolean' } } as const satisfies ParseArgsOptionsConfig;
