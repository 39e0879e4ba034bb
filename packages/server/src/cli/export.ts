import { KINDS } from '@hearback/protocol';
import { counted } from '../counted.ts';
import { HearbackError } from '../errors.ts';
import { type Command, type Flags, JSON_OPTION, SITE_OPTIONS, STORE_OPTIONS } from './command.ts';
import { readCommandConfig, webAddress } from './common.ts';
import { json } from './output.ts';
import { showProgress } from './progress.ts';

export const exportCommand: Command = {
  name: 'export',
  usage:
    'FILE|- [--format wxr|jf2|jsonfeed] [--site URL] [--target URL] [--kind KIND] [--from DAY] [--to DAY] [--force] [--json], or FILE|- --what links [--format csv|json|ndjson] [--site URL] [--filter FILTER] [--bom] [--force] [--json]',
  summary:
    'Writes the mentions to a file that others read: an export file of WordPress (.xml), webmention.io’s JF2 (.jf2), JSON Feed (.feed.json). "-" is standard output, and wants --format. What is spam, rejected or lost stays here, and so do tokens and people’s addresses. With --what links: the table of backlinks; the filter is what its address has behind the question mark.',
  options: {
    ...STORE_OPTIONS,
    ...SITE_OPTIONS,
    ...JSON_OPTION,
    format: { type: 'string' },
    target: { type: 'string' },
    kind: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    force: { type: 'boolean' },
    what: { type: 'string' },
    filter: { type: 'string' },
    bom: { type: 'boolean' },
  },
  words: [1, 1],
  async run({ flags, words: [file = ''], terminal, config }) {
    const isLinks = isOfLinks(flags);
    requireApplying(flags, isLinks ? 'links' : 'mentions');
    const checked = readCommandConfig(config);
    const progress = showProgress(terminal);
    // What is said of it must not stand within it.
    const say = file === '-' ? terminal.err : terminal.out;
    const called = file === '-' ? 'Standard output' : file;
    try {
      if (isLinks) {
        const { exportLinks } = await import('../compose/link-exports.ts');
        const links = await exportLinks(checked, file, {
          format: text(flags, 'format'),
          force: flags.force === true,
          filter: linkFilter(
            flags,
            checked.sites.map(({ id }) => id),
          ),
          bom: flags.bom === true,
          onRows: (count) => progress.say(`${counted(count, 'link')} written`),
          signal: terminal.signal,
        });
        progress.end();
        say(flags.json ? json({ file, links }) : `${called}: ${counted(links, 'link')}.`);
        return 0;
      }
      const { exportTo } = await import('../compose/exports.ts');
      const mentions = await exportTo(checked, file, {
        format: text(flags, 'format'),
        force: flags.force === true,
        query: {
          sites: flags.site === undefined ? undefined : checked.sites.map(({ id }) => id),
          kind: kindOf(flags),
          from: dayOf(flags, 'from', 0),
          to: dayOf(flags, 'to', DAY_MS - 1),
        },
        target: typeof flags.target === 'string' ? webAddress(flags.target, '--target') : undefined,
        onRows: (count) => progress.say(`${counted(count, 'mention')} written`),
        signal: terminal.signal,
      });
      progress.end();
      say(flags.json ? json({ file, mentions }) : `${called}: ${counted(mentions, 'mention')}.`);
      return 0;
    } finally {
      progress.end();
    }
  },
};

function isOfLinks(flags: Flags): boolean {
  const what = text(flags, 'what') ?? 'mentions';
  if (what === 'links' || what === 'mentions') return what === 'links';
  throw new HearbackError('usage', `--what "${what}" is neither mentions nor links.`);
}

const ONLY = { links: ['filter', 'bom'], mentions: ['target', 'kind', 'from', 'to'] } as const;

/** What is dropped would be written as if it had been asked for. */
function requireApplying(flags: Flags, what: 'links' | 'mentions'): void {
  const stranger = ONLY[what === 'links' ? 'mentions' : 'links'].find((name) => flags[name] !== undefined);
  if (stranger === undefined) return;
  const names = ['format', 'site', ...ONLY[what], 'force', 'json'].map((name) => `--${name}`).join(', ');
  const instead = what === 'links' ? ' --filter has page=, kind=, first-from= and first-to=.' : '';
  throw new HearbackError('usage', `--${stranger} is not for --what ${what}, which takes ${names}.${instead}`);
}

function linkFilter(flags: Flags, sites: readonly string[]): string {
  const query = new URLSearchParams(text(flags, 'filter') ?? '');
  const [site, more] = sites;
  if (flags.site === undefined || site === undefined) return query.toString();
  if (more !== undefined || query.has('site'))
    throw new HearbackError('usage', '--what links takes one --site, or site= in --filter.');
  query.set('site', site);
  return query.toString();
}

const DAY_MS = 86_400_000;

function text(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
}

function kindOf(flags: Flags) {
  const given = text(flags, 'kind');
  if (given === undefined) return undefined;
  const kind = KINDS.find((one) => one === given);
  if (kind) return kind;
  throw new HearbackError('usage', `--kind "${given}" is none of ${KINDS.join(', ')}.`);
}

/** Days of UTC; `to` has its whole day. */
function dayOf(flags: Flags, name: string, plus: number): number | undefined {
  const given = text(flags, name);
  if (given === undefined) return undefined;
  const at = /^\d{4}-\d\d-\d\d$/.test(given) ? Date.parse(`${given}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(at)) return at + plus;
  throw new HearbackError('usage', `--${name} "${given}" is no day such as 2026-01-31.`);
}
