import { beforeEach, describe, expect, it } from 'vitest';
import type { Allowance } from '../../../src/ports/index.ts';
import { DAY, HOUR, MINUTE, NOON, type Opened } from './opened.ts';
import { newMention } from './samples.ts';

const GAP = 2_000;
const LONGEST = 30_000;
/** An hour and a day of the victim's, who counts a little differently. */
const AN_HOUR = HOUR + MINUTE;
const A_DAY = DAY + MINUTE;

const domain = (name = 'bob.example', changes: Partial<Allowance> = {}): Allowance => ({
  key: `domain ${name}`,
  gapMs: GAP,
  perHour: 3,
  perDay: 5,
  held: false,
  ...changes,
});

export function describeBudgets(opened: () => Opened): void {
  describe('budgets', () => {
    let { writer, reader }: Opened = {} as Opened;
    beforeEach(() => ({ writer, reader } = opened()));

    /** A machine that runs for a while already. */
    const at = (ms: number) => ({ ms: () => DAY + ms });
    const enter = (now: number, ...allowances: Allowance[]) => writer.budgets.enter(allowances, at(now), LONGEST);

    /** Comes and goes at once. */
    async function visit(now: number, ...allowances: Allowance[]): Promise<number> {
      const entered = await enter(now, ...allowances);
      if (!entered.ok) return entered.waitMs;
      await writer.budgets.leave([entered.ticket], at(now));
      return 0;
    }

    it('let one in at a time, and whoever forgets to leave is out after a while', async () => {
      const first = await enter(0, domain());
      expect(await enter(GAP, domain())).toEqual({ ok: false, key: 'domain bob.example', waitMs: GAP });
      expect(await visit(GAP, domain('carol.example'))).toBe(0);
      if (first.ok) await writer.budgets.leave([first.ticket], at(GAP));
      expect((await enter(GAP, domain())).ok).toBe(true);
      expect((await enter(GAP + LONGEST, domain())).ok).toBe(true);
    });

    it('keep a gap from one beginning to the next', async () => {
      expect(await visit(0, domain())).toBe(0);
      expect(await visit(500, domain())).toBe(GAP - 500);
      expect(await visit(GAP, domain())).toBe(0);
    });

    it('count the last hour and the last day, to the millisecond', async () => {
      for (const now of [0, GAP, MINUTE]) expect(await visit(now, domain())).toBe(0);
      expect(await visit(2 * MINUTE, domain())).toBe(AN_HOUR - 2 * MINUTE);
      expect(await visit(AN_HOUR - 1, domain())).toBe(1);
      expect(await visit(AN_HOUR, domain())).toBe(0);
      expect(await visit(AN_HOUR + GAP, domain())).toBe(0);
      expect(await visit(2 * HOUR + MINUTE, domain())).toBe(A_DAY - 2 * HOUR - MINUTE);
      expect(await visit(A_DAY, domain())).toBe(0);
    });

    it('take a place at all of them or at none', async () => {
      const block = domain('', { key: 'block 192.0.2.0/24', perHour: 1 });
      expect(await visit(0, domain('a.example'), block)).toBe(0);
      const second = [domain('b.example'), block];
      expect(await enter(GAP, ...second)).toEqual({ ok: false, key: block.key, waitMs: AN_HOUR - GAP });
      expect(await visit(GAP, domain('b.example'))).toBe(0);
    });

    it('let an errand go on where it is, as long as the numbers allow', async () => {
      expect((await enter(0, domain())).ok).toBe(true);
      const held = domain('bob.example', { held: true });
      expect((await enter(1, held)).ok).toBe(true);
      expect((await enter(2, held)).ok).toBe(true);
      expect(await enter(3, held)).toMatchObject({ ok: false, waitMs: AN_HOUR - 3 });
    });

    it('answer the same without an entry', async () => {
      expect(await reader.budgets.wait([domain()], at(0))).toMatchObject({ waitMs: 0 });
      await visit(0, domain());
      expect(await reader.budgets.wait([domain()], at(500))).toEqual({ key: 'domain bob.example', waitMs: GAP - 500 });
    });

    it('two who ask at once do not both get in', async () => {
      const asked = [writer, reader, writer].map((store) => store.budgets.enter([domain()], at(0), LONGEST));
      expect((await Promise.all(asked)).filter(({ ok }) => ok)).toHaveLength(1);
    });

    it('close a victim that asked for a pause, the longest one it asked for', async () => {
      await writer.budgets.pause('domain bob.example', HOUR, at(0));
      await writer.budgets.pause('domain bob.example', MINUTE, at(0));
      expect(await visit(MINUTE, domain())).toBe(HOUR - MINUTE);
      expect(await visit(HOUR, domain())).toBe(0);
    });

    it('count nothing for the time in which the machine was off', async () => {
      await visit(0, domain());
      const restarted = await reader.budgets.enter([domain()], { ms: () => 5 }, LONGEST);
      expect(restarted).toEqual({ ok: false, key: 'domain bob.example', waitMs: GAP });
      expect(await reader.budgets.wait([domain()], { ms: () => 5 + GAP })).toMatchObject({ waitMs: 0 });
    });

    it('count the mentions that wait, by domain, page and site', async () => {
      await writer.mentions.accept(newMention('a', { group: 'one.example' }));
      await writer.mentions.accept(newMention('b', { group: 'one.example', targetKey: 'home.example/other' }));
      await writer.mentions.accept(newMention('c', { group: 'two.example', site: 'other.example' }));
      const { targetKey, site } = newMention('a');
      expect(await reader.budgets.waiting()).toEqual({
        domains: new Map([
          ['one.example', 2],
          ['two.example', 1],
        ]),
        targets: new Map([
          [`${site} ${targetKey}`, 1],
          [`${site} home.example/other`, 1],
          [`other.example ${targetKey}`, 1],
        ]),
        sites: new Map([
          [site, 2],
          ['other.example', 1],
        ]),
        total: 3,
      });
      const [job] = await writer.jobs.claim({ now: NOON + HOUR, limit: 1, leaseMs: MINUTE });
      if (job) await writer.jobs.finish(job);
      expect((await reader.budgets.waiting()).total).toBe(2);
    });
  });
}
