import { HearbackError } from '../errors.ts';
import { isMailAddress } from '../mail-config.ts';
import { iso } from '../mention-json.ts';
import { NOTICE_STATES, type Notice, type NoticeState } from '../notice.ts';
import type { Recipient } from '../recipient.ts';
import { type Command, type Flags, JSON_OPTION, NETWORK_OPTIONS, STORE_OPTIONS, type Terminal } from './command.ts';
import { readCommandConfig } from './common.ts';
import { json, oneLine } from './output.ts';
import { stranger } from './stranger.ts';

type Opened = Awaited<ReturnType<typeof import('../compose/notices-outside.ts').openNoticesOutside>>;

export const notices: Command = {
  name: 'notices',
  usage:
    'list [--state S] | to | test ID|ADDRESS | resend ID…|--failed  [--smtp URL --mail-from ADDRESS] [--json] [--data DIR]',
  summary: 'What was told to whom, who is told, a test to one of them or to a mail address, and telling again.',
  options: {
    ...STORE_OPTIONS,
    ...NETWORK_OPTIONS,
    ...JSON_OPTION,
    state: { type: 'string' },
    failed: { type: 'boolean', default: false },
    smtp: { type: 'string' },
    'mail-from': { type: 'string' },
  },
  words: [1, 1000],
  async run({ flags, words: [verb = '', ...words], terminal, config }) {
    const run = VERBS[verb];
    const isMisused =
      verb === 'resend' ? (words.length === 0) !== (flags.failed === true) : words.length !== (verb === 'test' ? 1 : 0);
    if (!run || isMisused) throw new HearbackError('usage', `Usage: hearback notices ${notices.usage}`);
    const { openNoticesOutside } = await import('../compose/notices-outside.ts');
    const opened = await openNoticesOutside(readCommandConfig(config));
    try {
      return await run(opened, words, terminal, flags);
    } finally {
      await opened.close();
    }
  },
};

type Run = (opened: Opened, words: readonly string[], terminal: Terminal, flags: Flags) => Promise<number>;

const VERBS: Readonly<Record<string, Run | undefined>> = { list, to, test, resend };
const MOST = 1_000;

async function list(
  { store }: Opened,
  _: readonly string[],
  terminal: Terminal,
  { state, json: asJson }: Flags,
): Promise<number> {
  if (state !== undefined && !NOTICE_STATES.includes(state as NoticeState))
    throw new HearbackError('usage', `--state "${state}" is none of ${NOTICE_STATES.join(', ')}.`);
  const found = await store.notices.list({ ...(state !== undefined && { state: state as NoticeState }), limit: MOST });
  if (asJson) terminal.out(json(found.map(noticeJson)));
  else for (const notice of found) terminal.out(noticeLine(notice));
  return 0;
}

function noticeJson({ id, event, subject, recipient, state, reason, attempts, at, updatedAt }: Notice) {
  return { id, event, subject, recipient, state, reason, attempts, at: iso(at), updatedAt: iso(updatedAt) };
}

function noticeLine({ id, event, state, reason, updatedAt }: Notice): string {
  return `${state.padEnd(7)}  ${event.padEnd(17)}  ${iso(updatedAt)}  ${id}${reason ? `\n         ${oneLine(reason)}` : ''}`;
}

async function to({ store }: Opened, _: readonly string[], terminal: Terminal, flags: Flags): Promise<number> {
  const all = await store.recipients.list();
  if (flags.json) terminal.out(json(all.map(recipientJson)));
  else
    for (const { id, kind, address, active, problem } of all)
      terminal.out(
        `${kind.padEnd(7)}  ${oneLine(address)}${active ? '' : ' (off)'}  ${id}${problem ? `\n         ${oneLine(problem)}` : ''}`,
      );
  return 0;
}

/** Without secrets: whoever may see this list need not be able to sign. */
function recipientJson({ id, kind, address, site, events, active, problem }: Recipient) {
  return { id, kind, address, site: site ?? null, events, active, problem: problem ?? null };
}

async function test(
  { store, notices: open }: Opened,
  [word = '']: readonly string[],
  terminal: Terminal,
  flags: Flags,
): Promise<number> {
  const recipient = (await store.recipients.byId(word)) ?? (isMailAddress(word) ? stranger(word) : undefined);
  if (!recipient)
    throw new HearbackError(
      'unknown-id',
      `There is nobody with the id ${word}: "hearback notices to" shows them, or give a mail address.`,
    );
  const { outcome, reason } = await open.test(recipient);
  if (flags.json) terminal.out(json({ outcome, reason }));
  else if (outcome === 'sent') terminal.out(oneLine(reason));
  else terminal.err(`hearback: ${oneLine(reason)}`);
  return outcome === 'sent' ? 0 : 1;
}

async function resend(
  { notices: open }: Opened,
  words: readonly string[],
  terminal: Terminal,
  flags: Flags,
): Promise<number> {
  const again = await open.resend(flags.failed ? 'failed' : { ids: words });
  const note = again === 0 ? '' : ' The server that runs on this store tells them, or the next one.';
  if (flags.json) terminal.out(json({ again }));
  else terminal.out(`${again} ${again === 1 ? 'notice' : 'notices'} put back into the outbox.${note}`);
  return again < words.length ? 1 : 0;
}
