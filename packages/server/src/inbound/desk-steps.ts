import type { Mention, ModerationState } from '../mention.ts';
import type { Clock, DeskStep, MentionFilter, Random, Store } from '../ports/index.ts';
import type { RuleAction } from '../rule.ts';
import type { Desk, MentionScope } from './desk.ts';

/** One press of a button at the desk. */
export interface Pressed {
  /** How many mentions it is about. */
  readonly count: number;
  /** Names what is to be taken back; `undefined` when nothing was changed. */
  readonly undo: string | undefined;
}

/** Decides for somebody who may want to take it back. */
export interface PressDesk {
  decide(ids: readonly string[], to: ModerationState): Promise<Pressed>;
  /** About all that the filter finds, at most ten thousand at once. */
  decideAll(filter: Omit<MentionFilter, 'limit'>, to: ModerationState): Promise<Pressed>;
  rule(id: string, scope: MentionScope, action: RuleAction): Promise<Pressed>;
  /** How many mentions are as before; what was decided otherwise since then stays. */
  undo(step: string): Promise<number>;
}

export const MOST_AT_ONCE = 10_000;
/** Few enough that who waits for the disk, such as an arriving notification, waits a moment only. */
const AT_ONCE = 50;
const PAGE = 500;

const RULED: Readonly<Record<RuleAction, ModerationState>> = { allow: 'approved', mute: 'rejected', block: 'spam' };

export interface PressDeps {
  readonly store: Pick<Store, 'mentions' | 'rules' | 'deskSteps'>;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly random: Random;
}

export function pressDesk({ store, desk, clock, random }: PressDeps): PressDesk {
  async function keep(change: Pick<DeskStep, 'to' | 'before' | 'rule'>): Promise<string | undefined> {
    if (change.rule === undefined && Object.values(change.before).every((ids) => ids.length === 0)) return undefined;
    const id = random.id();
    await store.deskSteps.keep({ id, at: clock.now(), ...change });
    return id;
  }

  async function moderate(mentions: readonly Pick<Mention, 'id' | 'moderation'>[], to: ModerationState) {
    const changed = mentions.filter(({ moderation }) => moderation !== to);
    const ids = new Set<string>();
    for (let n = 0; n < changed.length; n += AT_ONCE) {
      const some = changed.slice(n, n + AT_ONCE).map(({ id }) => id);
      for (const { id } of await desk.moderate(some, to)) ids.add(id);
    }
    return changed.filter(({ id }) => ids.has(id));
  }

  return {
    async decide(ids, to) {
      const found = (await Promise.all([...new Set(ids)].map((id) => store.mentions.byId(id)))).filter(
        (one) => one !== undefined,
      );
      const undo = await keep({ to, before: byState(await moderate(found, to)), rule: undefined });
      return { count: found.length, undo };
    },
    async decideAll(filter, to) {
      const changed: Pick<Mention, 'id' | 'moderation'>[] = [];
      let seen = 0;
      for (let { before } = filter; seen < MOST_AT_ONCE; ) {
        const page = await store.mentions.list({ ...filter, limit: PAGE, ...(before && { before }) });
        changed.push(...(await moderate(page, to)).map(({ id, moderation }) => ({ id, moderation })));
        seen += page.length;
        const last = page.at(-1);
        if (page.length < PAGE || !last) break;
        before = { receivedAt: last.receivedAt, id: last.id };
      }
      return { count: seen, undo: await keep({ to, before: byState(changed), rule: undefined }) };
    },
    async rule(id, scope, action) {
      const mention = await store.mentions.byId(id);
      const draft = mention && desk.ruleFor(mention, scope, action);
      if (!mention || !draft) return { count: 0, undo: undefined };
      const isOld = (await store.rules.list(mention.site)).some(
        (rule) => rule.action === action && rule.scope === scope && rule.value === draft.value,
      );
      const rule = await desk.ruleOn(id, scope, action);
      if (!rule) return { count: 0, undo: undefined };
      const ruled = isOld ? [] : await store.mentions.list({ ruledBy: rule.id, limit: MOST_AT_ONCE });
      const others = ruled
        .filter((one) => one.id !== mention.id)
        .map((one) => ({ id: one.id, moderation: 'pending' }) as const);
      const before = byState([mention, ...others]);
      return {
        count: others.length + 1,
        undo: await keep({ to: RULED[action], before, rule: isOld ? undefined : rule.id }),
      };
    },
    async undo(id) {
      const step = await store.deskSteps.take(id);
      if (!step) return 0;
      const states = Object.entries(step.before) as [ModerationState, readonly string[]][];
      const own = new Map<ModerationState, string[]>();
      for (const [state, ids] of states) {
        const stay: string[] = [];
        for (const one of ids) if ((await store.mentions.byId(one))?.moderation === step.to) stay.push(one);
        own.set(state, stay);
      }
      if (step.rule !== undefined) await desk.removeRule(step.rule);
      let count = 0;
      for (const [state, ids] of own) {
        for (let n = 0; n < ids.length; n += AT_ONCE)
          count += (await desk.moderate(ids.slice(n, n + AT_ONCE), state, TAKEN_BACK)).length;
      }
      return count;
    },
  };
}

const TAKEN_BACK = 'The owner took the last decision back.';

function byState(mentions: readonly Pick<Mention, 'id' | 'moderation'>[]): DeskStep['before'] {
  const groups = Map.groupBy(mentions, ({ moderation }) => moderation);
  return Object.fromEntries([...groups].map(([state, some]) => [state, some.map(({ id }) => id)]));
}
