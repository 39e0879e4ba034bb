import { closeSync, openSync, writeSync } from 'node:fs';
import { HearbackError } from '../errors.ts';
import { countTaken, type ImportCounts, importSentence, noCounts, type Skip } from '../import/counts.ts';
import { FORMATS } from '../import/formats/index.ts';
import { takeFromAddress } from '../import/from-address.ts';
import type { Move } from '../import/moved-address.ts';
import { takeFile } from '../import/take-file.ts';
import { printable } from '../printable.ts';
import { type Command, type Flags, JSON_OPTION, NETWORK_OPTIONS, SITE_OPTIONS, STORE_OPTIONS } from './command.ts';
import { readCommandConfig, webAddress } from './common.ts';
import { bytesOf, requireReadable } from './named-file.ts';
import { json, oneLine } from './output.ts';
import { showProgress } from './progress.ts';

const NAMES = FORMATS.map(({ name }) => name).join('|');

export const importCommand: Command = {
  name: 'import',
  usage: `FILE|URL|- [--site URL] [--token TOKEN] [--format ${NAMES}] [--map-from OLD --map-to NEW] [--dry-run] [--report FILE] [--json]`,
  summary:
    'Takes in the mentions of another place: a WordPress export, webmention.io (a saved file, or its address with a token), go-jamming, webmentiond; or a list of links (CSV), also of Search Console (Latest links, More sample links), whose pages are searched for links to your sites. "-" is standard input. What was public there is looked at by a running server, or the next one, and then public here. Run it again and it goes on; what is here stays as it is.',
  options: {
    ...STORE_OPTIONS,
    ...NETWORK_OPTIONS,
    ...SITE_OPTIONS,
    ...JSON_OPTION,
    token: { type: 'string' },
    format: { type: 'string' },
    'map-from': { type: 'string', multiple: true },
    'map-to': { type: 'string', multiple: true },
    'dry-run': { type: 'boolean' },
    report: { type: 'string' },
  },
  words: [1, 1],
  async run({ flags, words: [from = ''], terminal, config }) {
    const format = formatOf(flags);
    const moves = movesOf(flags);
    const url = /^https?:\/\//i.test(from) ? webAddress(from, 'The address') : undefined;
    // Before the store is opened: a mistyped name must not leave a new one behind.
    if (!url) await requireReadable(from, unreadable);
    const isDry = flags['dry-run'] === true;
    const { openImports } = await import('../compose/imports.ts');
    const opened = await openImports(readCommandConfig(config), { looking: isDry });
    const progress = showProgress(terminal);
    const counts = noCounts();
    const report = typeof flags.report === 'string' ? openReport(flags.report) : undefined;
    const deps = {
      ...opened.deps,
      formats: FORMATS,
      format,
      moves,
      signal: terminal.signal,
      onProgress: (sofar: ImportCounts) => progress.say(`${sofar.read} read, ${countTaken(sofar)} taken`),
      onSkip: report?.add,
      onLinking: isDry ? report?.look : undefined,
    };
    try {
      if (!opened.hasSites)
        throw new HearbackError(
          'usage',
          'There is no site to be linked to: name it, as in --site https://example.org.',
        );
      const problem = url
        ? await takeFromAddress(url, tokenOf(flags, terminal.env), counts, deps)
        : await takeFile(bytesOf(from, unreadable), counts, deps);
      progress.end();
      if (flags.json) terminal.out(json({ ...counts, problem: problem ?? null, dryRun: isDry }));
      else terminal.out(importSentence(counts, isDry));
      if (problem === undefined) return 0;
      terminal.err(
        `hearback: ${oneLine(nameOf(from, url))}: ${oneLine(problem)}${isDry ? '' : ' What was taken until then is kept.'}`,
      );
      return 1;
    } finally {
      progress.end();
      report?.close();
      await opened.close();
    }
  },
};

function formatOf({ format }: Flags): string | undefined {
  if (typeof format !== 'string') return undefined;
  if (FORMATS.some(({ name }) => name === format)) return format;
  throw new HearbackError('usage', `--format "${format}" is none of ${NAMES.replaceAll('|', ', ')}.`);
}

function movesOf(flags: Flags): readonly Move[] {
  const [from, to] = [flags['map-from'] ?? [], flags['map-to'] ?? []] as [string[], string[]];
  if (from.length !== to.length)
    throw new HearbackError('usage', 'Each --map-from OLD wants a --map-to NEW: where the pages of OLD live now.');
  return from.map((old, at) => ({
    from: webAddress(old, '--map-from').href,
    to: webAddress(to[at] ?? '', '--map-to').href,
  }));
}

/** A flag stands in the list of processes; a variable does not. */
function tokenOf({ token }: Flags, env: Readonly<Record<string, string | undefined>>): string | undefined {
  return typeof token === 'string' ? token : env.HEARBACK_IMPORT_TOKEN || undefined;
}

function nameOf(from: string, url: URL | undefined): string {
  return url ? url.host : from === '-' ? 'the standard input' : from;
}

/** A line for each thing that was not taken, as it happens: there may be a million. Comments of people are only counted. */
function openReport(file: string) {
  const report = openSync(file, 'w');
  const say = (place: string, why: string, what: string) => {
    writeSync(report, `${printable(`${place}\t${why}\t${oneLine(what)}`)}\n`);
  };
  return {
    add({ place, why, what }: Skip) {
      if (why !== 'comment') say(place, why, what);
    },
    /** What a dry run would have searched. */
    look: (place: string, source: string) => say(place, 'would-be-searched', source),
    close: () => closeSync(report),
  };
}

function unreadable(file: string, why: string, cause: unknown): HearbackError {
  return new HearbackError('import', `${file} cannot be read: ${why}`, { cause });
}
