import { HearbackError } from '../errors.ts';
import { kindOfWhom, type Receipt, readWhom, removeOnRequest } from '../inbound/removal.ts';
import { type Erased, type Store, type Suppression, WISHES, type Wish } from '../ports/index.ts';
import { systemClock, systemRandom } from '../system.ts';
import { type Command, type Flags, JSON_OPTION, STORE_OPTIONS, type Terminal } from './command.ts';
import { readCommandConfig } from './common.ts';
import { json } from './output.ts';

const COUNTED = { mentions: 'mention', deliveries: 'delivery', refusals: 'refusal' } as const;

export const forget: Command = {
  name: 'forget',
  usage: `URL|HOST | --author NAME|URL  [--wish ${WISHES.join('|')}] [--may-return] [--whole-suffix] | list | lift ID  [--json]`,
  summary:
    'Deletes for good what came from a page, from a host and all below it, or from an author, with every trace of it, and lets it in no more; prints a receipt. "list" shows what was removed, "lift" lets it in again.',
  options: {
    ...STORE_OPTIONS,
    ...JSON_OPTION,
    author: { type: 'string' },
    wish: { type: 'string' },
    'may-return': { type: 'boolean' },
    'whole-suffix': { type: 'boolean' },
  },
  words: [0, 2],
  async run({ words: [word, id], flags, terminal, config }) {
    const isLift = word === 'lift';
    if ((id !== undefined) !== isLift || (word === undefined) === (flags.author === undefined))
      throw new HearbackError('usage', `Usage: hearback forget ${forget.usage}`);
    const checked = readCommandConfig(config);
    const { openExistingStore } = await import('../compose/store.ts');
    const store = await openExistingStore(checked);
    try {
      if (word === 'list') return await list(store, flags, terminal);
      return isLift ? await lift(store, id ?? '', flags, terminal) : await remove(store, word, flags, terminal);
    } finally {
      await store.close();
    }
  },
};

async function remove(store: Store, word: string | undefined, flags: Flags, terminal: Terminal): Promise<number> {
  const author = typeof flags.author === 'string' ? flags.author : undefined;
  const whom = readWhom(author ?? word ?? '', author === undefined ? undefined : 'author');
  if (!whom)
    throw new HearbackError(
      'usage',
      `"${author ?? word}" is neither a web address nor the name of a host like bob.example, nor --author NAME.`,
    );
  const options = {
    wish: wishOf(flags),
    mayReturn: flags['may-return'] === true,
    wholeSuffix: flags['whole-suffix'] === true,
  };
  const removed = await removeOnRequest({ store, clock: systemClock, random: systemRandom }, whom, options);
  if (!removed.ok)
    throw new HearbackError(
      'usage',
      'own' in removed
        ? `${author ?? word} is your own site ${removed.own}; nothing was deleted.`
        : `Everybody may have a site under ${removed.suffix}; nothing was deleted. Name one of them, like name.${removed.suffix}, or say --whole-suffix if you mean them all.`,
    );
  const { receipt } = removed;
  await note(store, 'removed', receipt.id ?? '', kindOfWhom(whom));
  // The counts stand beside the receipt too, as they always did.
  if (flags.json) terminal.out(json({ ...receipt.erased, receipt: receiptJson(receipt) }));
  else for (const line of receiptLines(receipt)) terminal.out(line);
  return 0;
}

async function list(store: Store, flags: Flags, terminal: Terminal): Promise<number> {
  const all = await store.suppressions.list();
  if (flags.json) terminal.out(json(all.map((one) => ({ ...one, at: new Date(one.at).toISOString() }))));
  else for (const one of all) terminal.out(suppressionLine(one));
  return 0;
}

async function lift(store: Store, id: string, flags: Flags, terminal: Terminal): Promise<number> {
  if (!(await store.suppressions.lift(id)))
    throw new HearbackError('unknown-id', `There is no removal ${id}. "hearback forget list" shows them.`);
  await note(store, 'removal lifted', id, '');
  terminal.out(
    flags.json ? json({ id, lifted: true }) : 'Lifted: it may come in again. What was deleted stays deleted.',
  );
  return 0;
}

function note(store: Store, action: 'removed' | 'removal lifted', subject: string, detail: string): Promise<void> {
  return store.audit.add([{ ...COMMAND_LINE_ENTRY, at: systemClock.now(), action, subject, detail }]);
}

const COMMAND_LINE_ENTRY = { by: 'command line', address: undefined } as const;

function wishOf({ wish }: Flags): Wish {
  if (wish === undefined) return 'theirs';
  const found = WISHES.find((one) => one === wish);
  if (found) return found;
  throw new HearbackError('usage', `--wish "${String(wish)}" is none of ${WISHES.join(', ')}.`);
}

function receiptJson({ at, ...receipt }: Receipt) {
  return { ...receipt, id: receipt.id ?? null, at: new Date(at).toISOString() };
}

const WISHED: Readonly<Record<Wish, string>> = {
  theirs: 'of whoever it is about',
  owner: 'of the owner of this site',
  authority: 'of an authority',
};

/** To be given to whoever asked: nothing here keeps who that was. */
function receiptLines({ id, whom, at, wish, erased }: Receipt): readonly string[] {
  return [
    `Deleted for good: ${sentence(erased)}. Backups still hold it until they expire.`,
    `  what     ${whom}`,
    `  when     ${new Date(at).toISOString()}`,
    `  the wish ${WISHED[wish]}`,
    id === undefined
      ? '  It may come in again.'
      : `  It is let in no more. Only a hash of it is kept here; "hearback forget lift ${id}" lets it in again.`,
  ];
}

function suppressionLine({ id, kind, at, wish, erased }: Suppression): string {
  return `${id}  ${new Date(at).toISOString()}  ${kind}, at the wish ${WISHED[wish]}: ${sentence(erased)}`;
}

function sentence(counts: Erased): string {
  return (Object.entries(COUNTED) as [keyof typeof COUNTED, string][])
    .map(([key, one]) => `${counts[key]} ${counts[key] === 1 ? one : key}`)
    .join(', ');
}
