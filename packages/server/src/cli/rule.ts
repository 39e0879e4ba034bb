import { HearbackError } from '../errors.ts';
import type { Desk } from '../inbound/desk.ts';
import type { Store } from '../ports/index.ts';
import { RULE_SCOPES, type RuleAction, type RuleReading, type RuleScope, readRule, ruleWords } from '../rule.ts';
import { type Command, type Flags, JSON_OPTION, STORE_OPTIONS, type Terminal } from './command.ts';
import { readCommandConfig } from './common.ts';
import { json, oneLine } from './output.ts';
import { siteFor } from './site-for.ts';

const DOES: Record<RuleAction, string> = {
  block: 'Calls mentions of a domain, path, author or words spam, and turns later ones away.',
  mute: 'Keeps mentions of a domain, path, author or words from readers, without calling them spam.',
  allow: 'Always approves mentions of a domain, path or author whose link is there.',
};

function ruling(action: RuleAction): Command {
  const command: Command = {
    name: action,
    usage: 'VALUE [--scope host|path|author|word|text] [--site-id ID] [--dry-run] [--whole-suffix] [--json]',
    summary: DOES[action],
    options: {
      ...STORE_OPTIONS,
      ...JSON_OPTION,
      scope: { type: 'string' },
      'site-id': { type: 'string' },
      'dry-run': { type: 'boolean' },
      'whole-suffix': { type: 'boolean' },
    },
    words: [1, 1],
    async run({ flags, words: [value = ''], terminal, config }) {
      const reading = readRule(value, scopeOf(flags.scope));
      if (!reading.ok) throw new HearbackError('usage', reading.problem);
      const { openDesk } = await import('../compose/desk.ts');
      const opened = await openDesk(readCommandConfig(config));
      try {
        const site = await siteFor(opened.store, flags['site-id']);
        return await make(opened.desk, { site, action, reading, flags, terminal });
      } finally {
        await opened.close();
      }
    },
  };
  return command;
}

interface Making {
  readonly site: string;
  readonly action: RuleAction;
  readonly reading: Extract<RuleReading, { ok: true }>;
  readonly flags: Flags;
  readonly terminal: Terminal;
}

async function make(desk: Desk, { site, action, reading, flags, terminal }: Making): Promise<number> {
  const { scope, value, isShared } = reading;
  const draft = { site, action, scope, value };
  const { held, shown, examples } = await desk.preview(draft);
  const covers = `It covers ${held} held and ${shown} shown mentions.`;
  if (flags['dry-run']) {
    if (flags.json) terminal.out(json({ ...draft, held, shown, examples, isShared }));
    else terminal.out(`Would ${action} ${oneLine(ruleWords(draft))}. ${covers}`);
    return 0;
  }
  if (isShared && !flags['whole-suffix']) {
    const name = `name.${value}`;
    throw new HearbackError(
      'usage',
      `Everybody may have a site under ${value}. ${covers} ${action} one of their names, like ${name}, or say --whole-suffix if you mean them all.`,
    );
  }
  const { rule, decided } = await desk.addRule(draft);
  if (flags.json) terminal.out(json({ ...rule, decided, held, shown }));
  else
    terminal.out(
      `${rule.id}  ${action} ${oneLine(ruleWords(rule))}. ${decided} held mentions were decided by it. "hearback rule remove ${rule.id}" takes it back.`,
    );
  return 0;
}

function scopeOf(given: unknown): RuleScope | undefined {
  if (given === undefined) return undefined;
  const scope = RULE_SCOPES.find((one) => one === given);
  if (!scope) throw new HearbackError('usage', `--scope "${given}" is none of ${RULE_SCOPES.join(', ')}.`);
  return scope;
}

export const block = ruling('block');
export const mute = ruling('mute');
export const allow = ruling('allow');

export const rule: Command = {
  name: 'rule',
  usage: 'list | remove ID… | follow ID… | unfollow ID…  [--json]',
  summary:
    'The rules that were made. Removing one puts what it refused back; follow shows the links of whom it allows without nofollow.',
  options: { ...STORE_OPTIONS, ...JSON_OPTION },
  words: [1, 1000],
  async run({ flags, words: [verb = '', ...ids], terminal, config }) {
    if (!isVerb(verb) || (verb === 'list') !== (ids.length === 0))
      throw new HearbackError('usage', `Usage: hearback rule ${rule.usage}`);
    const { openDesk } = await import('../compose/desk.ts');
    const { desk, store, close } = await openDesk(readCommandConfig(config));
    try {
      if (verb === 'list') return await list(store, flags, terminal);
      if (verb === 'remove') return await remove(desk, ids, flags, terminal);
      return await follow(store, ids, verb === 'follow', flags, terminal);
    } finally {
      await close();
    }
  },
};

const VERBS = ['list', 'remove', 'follow', 'unfollow'] as const;

function isVerb(text: string): text is (typeof VERBS)[number] {
  return VERBS.some((verb) => verb === text);
}

async function follow(
  store: Store,
  ids: readonly string[],
  isFollowed: boolean,
  flags: Flags,
  terminal: Terminal,
): Promise<number> {
  const changed = [];
  for (const id of ids) {
    if (await store.rules.setFollow(id, isFollowed)) changed.push(await store.rules.byId(id));
    else
      terminal.err(
        `hearback: ${id} is no rule that allows an author, a path or a host; only their links are followed.`,
      );
  }
  if (flags.json) terminal.out(json(changed));
  else for (const one of changed) terminal.out(`${one?.id}  links ${isFollowed ? 'followed' : 'not followed'}.`);
  return changed.length === ids.length ? 0 : 1;
}

async function list(store: Store, flags: Flags, terminal: Terminal): Promise<number> {
  const rules = await store.rules.list();
  if (flags.json) terminal.out(json(rules));
  else
    for (const one of rules) terminal.out(`${one.id}  ${one.site}  ${one.action} ${one.scope}  ${oneLine(one.value)}`);
  return 0;
}

async function remove(desk: Desk, ids: readonly string[], flags: Flags, terminal: Terminal): Promise<number> {
  const removed = [];
  let unknown = 0;
  for (const id of ids) {
    const done = await desk.removeRule(id);
    if (done) {
      removed.push({ ...done.rule, restored: done.restored });
      if (!flags.json) terminal.out(`${id}  removed; ${done.restored} mentions wait for you again.`);
    } else {
      unknown += 1;
      terminal.err(`hearback: There is no rule with the id ${id}.`);
    }
  }
  if (flags.json) terminal.out(json(removed));
  return unknown > 0 ? 1 : 0;
}
