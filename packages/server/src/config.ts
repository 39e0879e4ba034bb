import { z } from 'zod';
import { type Allowances, limitsSetting } from './allowances.ts';
import {
  akismet,
  backup,
  database,
  dontTellEntry,
  flag,
  hostName,
  list,
  moment,
  port,
  text,
  watched,
  webhook,
} from './config-values.ts';
import { HearbackError } from './errors.ts';
import { mailFrom, type SmtpConfig, smtp } from './mail-config.ts';
import type { Site } from './site.ts';
import { readSite, rootUrl, siteSchema } from './site-config.ts';

/** Everything `serve` can be told. Names are the flags in camelCase; see `docs/configuration.md`. */
export interface Config {
  readonly sites: readonly Site[];
  readonly host: string;
  readonly port: number;
  readonly data: string;
  /** Address of a database on a server, with its password, in place of the folder. */
  readonly database?: string | undefined;
  /** What this process does of an install that may have several: everything, only what is asked over HTTP, or only the queue. */
  readonly role: 'all' | 'web' | 'worker';
  /** Where the world reaches us; `undefined` means the listening address. */
  readonly publicUrl: string | undefined;
  readonly allowNetwork: readonly string[];
  /** Ports besides 80 and 443 that a source or an endpoint may be on. */
  readonly allowPort: readonly number[];
  /** CIDRs of the proxies whose `X-Forwarded-For` counts. */
  readonly trustProxy: readonly string[];
  /** CIDRs of those who may read `/metrics` without a token. */
  readonly metricsFrom: readonly string[];
  /** Host names besides that of `publicUrl` under which the desk may be reached. */
  readonly publicHost: readonly string[];
  readonly limits: 'on' | 'off';
  /** The numbers of the limits, whether they are the usual ones, lifted, or set by name. */
  readonly allowances: Allowances;
  /** Names and networks that strangers cannot make us ask. */
  readonly neverFetch: readonly string[];
  /** Whether senders are answered at once (`queued`), or only when their page was looked at (`verified`). */
  readonly reply: 'queued' | 'verified';
  /** Whether webmentions of unknown sites have to name a page of a known one that links to them. */
  readonly vouch: boolean;
  /** Asks Akismet about mentions; `undefined` asks nobody. */
  readonly akismet:
    | { readonly key: string; readonly blog: string | undefined; readonly endpoint: string; readonly preCheck: boolean }
    | undefined;
  /** Block lists to subscribe to: URLs, or paths of files. */
  readonly blockLists: readonly string[];
  /** Days that a mention waits for a decision before it is forgotten; 0 keeps it for ever. */
  readonly holdDays: number;
  /** Hosts and paths that are never told of a link, as entries of `readEntry`. */
  readonly dontTell: readonly string[];
  /** Hears of everything that happens; `undefined` tells nobody. */
  readonly webhook: { readonly url: string; readonly secret: string | undefined } | undefined;
  /** By which server mail leaves; `undefined` sends none. */
  readonly smtp: SmtpConfig | undefined;
  /** Seconds between two polls of a feed; `undefined` follows the feed's `Cache-Control`, else ten minutes. */
  readonly watchEvery: number | undefined;
  /** Which of the posts that a listing had before the first look are told: all, or those from a moment on; none unless told. */
  readonly since: 'all' | number | undefined;
  /** Copies of the store that the server makes by itself; `undefined` makes none. */
  readonly backup: BackupConfig | undefined;
}

export interface BackupConfig {
  readonly folder: string;
  readonly everyHours: number;
  /** How many of the newest are kept. */
  readonly keepLast: number;
  /** For how many days back the last one of each day is kept. */
  readonly keepDays: number;
}

/** What one source of configuration says, before it is checked: keys as in the file. */
export type RawConfig = Readonly<Record<string, unknown>>;

const NO_BACKUP = 'copies the embedded store, and database is set; back up that one with pg_dump';

const schema = z.strictObject({
  sites: list(siteSchema).default([]),
  host: text.default('127.0.0.1'),
  port: port.default(7777),
  data: text.default('hearback-data'),
  database: database.optional(),
  role: z.enum(['all', 'web', 'worker'], 'must be "all", "web" or "worker"').default('all'),
  publicUrl: rootUrl.optional(),
  allowNetwork: list(text).default([]),
  allowPort: list(port).default([]),
  trustProxy: list(text).default([]),
  metricsFrom: list(text).default([]),
  publicHost: list(hostName).default([]),
  limits: limitsSetting.prefault('on'),
  neverFetch: list(text).default([]),
  reply: z.enum(['queued', 'verified'], 'must be "queued" or "verified"').default('queued'),
  vouch: flag.default(false),
  akismet: akismet.optional(),
  blockLists: list(text).default([]),
  holdDays: z.coerce
    .number('must be a number of days')
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .default(90),
  dontTell: list(dontTellEntry).default([]),
  webhook: webhook.optional(),
  smtp: smtp.optional(),
  mailFrom: mailFrom.optional(),
  watch: watched.optional(),
  watchEvery: z.coerce.number('must be a number of seconds').min(1, 'must be at least 1 second').optional(),
  since: moment.optional(),
  all: flag.default(false),
  backup: backup.optional(),
});
type Checked = z.infer<typeof schema>;

/** The keys of the configuration file; a flag and a variable go by the same names. */
export const CONFIG_KEYS = Object.keys(schema.shape) as readonly (keyof Checked)[];

/** What is wrong with an entry of this setting, in a sentence; `undefined` when it can be read. */
export type CheckNetwork = (
  text: string,
  key: 'allowNetwork' | 'trustProxy' | 'metricsFrom' | 'neverFetch',
) => string | undefined;

/**
 * Checks the merged layers (flags over variables over the file). Reports every problem at once, each with the key, the
 * variable and the flag that it could come from, and never falls back to a default for a value that was given.
 */
export function readConfig(raw: RawConfig, checkNetwork: CheckNetwork): Config {
  const read = schema.safeParse(raw, { error: sentenceOfKind });
  const problems = [
    ...(read.success ? [] : read.error.issues.flatMap(sentencesOf)),
    ...networkProblems(raw, checkNetwork),
    ...watchProblem(raw),
    ...mailProblem(raw),
    ...(raw.database !== undefined && raw.backup !== undefined ? [`${nameOf(['backup'])}: ${NO_BACKUP}`] : []),
  ];
  if (!read.success || problems.length > 0) {
    const lines = problems.map((line) => `  - ${line}`).join('\n');
    throw new HearbackError('config', `The configuration cannot be used:\n${lines}`);
  }
  const { watch, sites, publicUrl, watchEvery, since, all, backup, limits, webhook, smtp, mailFrom, ...config } =
    read.data;
  return {
    ...config,
    ...limits,
    publicUrl: publicUrl?.replace(/\/$/, ''),
    watchEvery,
    webhook,
    smtp: smtp && mailFrom !== undefined ? { ...smtp, from: mailFrom } : undefined,
    since: all ? 'all' : since,
    backup,
    akismet: config.akismet && {
      ...config.akismet,
      blog: config.akismet.blog,
      endpoint: config.akismet.endpoint.replace(/\/$/, ''),
    },
    sites: sites.map((one) => readSite(one, watch)),
  };
}

function sentencesOf(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code !== 'unrecognized_keys') return [`${nameOf(issue.path)}: ${issue.message}`];
  return issue.keys.map((key) => {
    const meant =
      issue.path.length === 0 ? CONFIG_KEYS.find((known) => spellingOf(known) === spellingOf(key)) : undefined;
    return `${pathOf([...issue.path, key])}: no such setting${meant ? `; there is "${meant}"` : ''}`;
  });
}

/** `site`, `public-url` and `PUBLIC_URL` are what the flags and the variables are called. */
function spellingOf(key: string): string {
  return key.toLowerCase().replace(/[-_]|s$/g, '');
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true or false',
  number: 'a number',
  array: 'a list',
  object: 'an object',
};

/** For values whose schema has no sentence of its own. */
function sentenceOfKind({ code, expected, input, origin }: z.core.$ZodRawIssue): string | undefined {
  if (code === 'invalid_type') return input === undefined ? 'is missing' : `must be ${KINDS[expected] ?? expected}`;
  return code === 'too_small' && origin === 'string' ? 'must not be empty' : undefined;
}

/** Read off the raw values, so that a mistake elsewhere hides none of these. */
function* networkProblems(raw: RawConfig, checkNetwork: CheckNetwork): Generator<string> {
  for (const key of ['allowNetwork', 'trustProxy', 'metricsFrom', 'neverFetch'] as const) {
    const given = list(text).safeParse(raw[key] ?? []);
    for (const network of given.success ? given.data : []) {
      const problem = checkNetwork(network, key);
      if (problem) yield `${nameOf([key])}: ${problem}`;
    }
  }
}

function* watchProblem({ watch, sites }: RawConfig): Generator<string> {
  const given = list(z.unknown()).safeParse(sites ?? []);
  const count = given.success ? given.data.length : 1;
  if (watch !== undefined && count !== 1)
    yield `${nameOf(['watch'])}: names the feed, sitemap or folder of the only site, and there are ${count} sites`;
}

function* mailProblem({ smtp, mailFrom }: RawConfig): Generator<string> {
  if (smtp !== undefined && mailFrom === undefined)
    yield `${nameOf(['mailFrom'])}: is missing, and smtp needs to know in whose name mail is sent`;
  if (smtp === undefined && mailFrom !== undefined)
    yield `${nameOf(['smtp'])}: is missing, and mailFrom is of no use without a mail server`;
}

/** `publicUrl (HEARBACK_PUBLIC_URL, --public-url)`; deeper paths keep their tail: `sites[0].feed`. */
function nameOf(path: readonly PropertyKey[]): string {
  const [key] = path.map(String);
  if (!key) return 'the file';
  // A key of a service is no flag: everybody on the machine can read those.
  const names = key === 'akismet' ? [variableOf(key)] : [variableOf(key), flagOf(key)];
  return `${pathOf(path)} (${names.join(', ')})`;
}

function pathOf([key, ...rest]: readonly PropertyKey[]): string {
  return `${String(key)}${rest.map((part) => (/^\d+$/.test(String(part)) ? `[${String(part)}]` : `.${String(part)}`)).join('')}`;
}

/** `publicUrl` → `HEARBACK_PUBLIC_URL`; `sites` → `HEARBACK_SITE`, as its flag is `--site`. */
export function variableOf(key: string): string {
  return `HEARBACK_${flagOf(key).slice(2).replaceAll('-', '_').toUpperCase()}`;
}

export function flagOf(key: string): string {
  return key === 'sites' ? '--site' : `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
