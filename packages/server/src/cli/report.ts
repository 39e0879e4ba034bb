import { HearbackError } from '../errors.ts';
import { isMailAddress } from '../mail-config.ts';
import { PERIODS, type PeriodChoice } from '../report-period.ts';
import { type Command, type Flags, JSON_OPTION, NETWORK_OPTIONS, STORE_OPTIONS, type Terminal } from './command.ts';
import { readCommandConfig } from './common.ts';
import { json, oneLine } from './output.ts';
import { siteFor } from './site-for.ts';
import { stranger } from './stranger.ts';

const NO_DESK =
  'hearback: The report has no links to the desk, for no public URL is given: --public-url, HEARBACK_PUBLIC_URL or publicUrl.';
const NO_DESK_IN_MAIL =
  'hearback: The links of the mail lead to this machine, for no public URL is given: --public-url, HEARBACK_PUBLIC_URL or publicUrl.';

type Opened = Awaited<ReturnType<typeof import('../compose/notices-outside.ts').openNoticesOutside>>;

export const report: Command = {
  name: 'report',
  usage:
    '[--site-id ID] [--of weekly|weekly-now|monthly|monthly-now] [--to ID|ADDRESS] [--smtp URL --mail-from ADDRESS] [--public-url URL] [--json] [--data DIR]',
  summary: "What the report of a site's links says now, of the last week unless told; --to sends it, once.",
  options: {
    ...STORE_OPTIONS,
    ...NETWORK_OPTIONS,
    ...JSON_OPTION,
    'site-id': { type: 'string' },
    of: { type: 'string', default: 'weekly' },
    to: { type: 'string' },
    smtp: { type: 'string' },
    'mail-from': { type: 'string' },
    'public-url': { type: 'string' },
  },
  words: [0, 0],
  async run({ flags, terminal, config }) {
    const of = PERIODS.find((one) => one === flags.of);
    if (!of) throw new HearbackError('usage', `--of "${flags.of}" is none of ${PERIODS.join(', ')}.`);
    const { openNoticesOutside } = await import('../compose/notices-outside.ts');
    const checked = readCommandConfig(config);
    const opened = await openNoticesOutside(checked);
    try {
      const site = await siteFor(opened.store, flags['site-id']);
      const hasDesk = checked.publicUrl !== undefined;
      if (!hasDesk) terminal.err(flags.to === undefined ? NO_DESK : NO_DESK_IN_MAIL);
      return flags.to === undefined
        ? await show(opened, site, of, terminal, { ...flags, hasDesk })
        : await send(opened, site, of, String(flags.to), terminal, flags);
    } finally {
      await opened.close();
    }
  },
};

async function show({ notices }: Opened, id: string, of: PeriodChoice, terminal: Terminal, flags: Flags) {
  const { wordsOf } = await import('../words/words.ts');
  // Where a server listens is not where its owner reaches it.
  const written = await notices.reports.see(id, of, wordsOf('en'), flags.hasDesk ? undefined : '/admin');
  if (!written) throw new HearbackError('usage', `There is no site ${id} any more.`);
  if (flags.json) terminal.out(json({ site: id, of, ...written }));
  else
    for (const line of notices.reports
      .text(written, flags.hasDesk === true)
      .trimEnd()
      .split('\n'))
      terminal.out(line);
  return 0;
}

async function send(
  { store, notices }: Opened,
  id: string,
  of: PeriodChoice,
  to: string,
  terminal: Terminal,
  flags: Flags,
): Promise<number> {
  const known = await store.recipients.byId(to);
  const recipient = known?.kind === 'email' ? known : isMailAddress(to) ? stranger(to) : undefined;
  if (!recipient)
    throw new HearbackError(
      'unknown-id',
      `There is nobody with the id ${to} who gets mail: "hearback notices to" shows them, or give a mail address.`,
    );
  const { outcome, reason } = await notices.reports.sendNow(recipient, id, of);
  if (flags.json) terminal.out(json({ outcome, reason }));
  else if (outcome === 'sent') terminal.out(oneLine(reason));
  else terminal.err(`hearback: ${oneLine(reason)}`);
  return outcome === 'sent' ? 0 : 1;
}
