import { describe, expect, it } from 'vitest';
import type { LinkSum } from '../../src/ports/index.ts';
import { planTies } from '../../src/web/admin/links/tie-plan.ts';

const NOT_CUT = { theirs: false, ours: false };

function sum(key: string, live: number, told: number, site = 'home'): LinkSum {
  const times = { firstAt: 0, lastAt: 0, toldFirstAt: 0, toldLastAt: 0 };
  return { site, key, live, told, links: live, lost: 0, followed: 0, ...times };
}

const many = (how: number, make: (n: number) => LinkSum) => Array.from({ length: how }, (_, n) => make(n));
const shown = (plan: ReturnType<typeof planTies>) =>
  plan.nodes.map(({ side, row, kind, domain, others }) => `${side} ${row} ${kind} ${domain ?? `+${others}`}`);

describe('the plan of the drawing of ties', () => {
  it('has those who link on the left, those linked to on the right, both above on either side, the most first', () => {
    const sums = [sum('a', 1, 0), sum('b', 3, 0), sum('c', 1, 1), sum('d', 2, 2), sum('e', 0, 1)];
    expect(shown(planTies(sums, NOT_CUT))).toEqual([
      'left 0 both d',
      'left 1 they b',
      'left 2 they a',
      'right 0.5 both c',
      'right 1.5 you e',
    ]);
  });

  it('puts equals in the order of the table', () => {
    const { nodes } = planTies([sum('a', 0, 1), sum('c', 0, 1), sum('b', 0, 1)], NOT_CUT);
    expect(nodes.map(({ domain }) => domain)).toEqual(['c', 'b', 'a']);
  });

  it('is the same for the same sums, in whatever order they come', () => {
    const sums = [...many(20, (n) => sum(`t${n}`, 1, 0)), ...many(20, (n) => sum(`b${n}`, 1, 1, `s${n % 7}`))];
    expect(planTies(sums.toReversed(), NOT_CUT)).toEqual(planTies(sums, NOT_CUT));
  });

  it('is never larger, and sums up the rest', () => {
    const plan = planTies(
      [
        ...many(500, (n) => sum(`they${n}`, 500 - n, 0)),
        ...many(500, (n) => sum(`you${n}`, 0, 500 - n)),
        ...many(500, (n) => sum(`both${n}`, 1, 1, `site${n}`)),
      ],
      NOT_CUT,
    );
    expect(plan.nodes).toHaveLength(27);
    expect(plan.rows).toBe(14);
    expect(plan.nodes.filter(({ domain }) => domain === undefined)).toMatchObject([
      { kind: 'both', others: 492, theirs: 492, ours: 492, isMore: false },
      { kind: 'they', others: 492 },
      { kind: 'you', others: 492 },
    ]);
    expect(plan.sites).toHaveLength(5);
    expect(plan.sites.at(-1)).toBeUndefined();
    expect(plan.edges.length).toBeLessThanOrEqual(27 * 5);
  });

  it('gives a rest of one its name, unless there may be more', () => {
    const sums = many(9, (n) => sum(`t${n}`, 1, 0));
    expect(planTies(sums, NOT_CUT).nodes.map(({ domain }) => domain)).toContain('t0');
    expect(planTies(sums, { theirs: true, ours: false }).nodes.at(-1)).toMatchObject({ others: 1, isMore: true });
  });

  it('draws a line to each site, by what is between the two', () => {
    const { sites, edges, nodes } = planTies([sum('a', 1, 0, 'one'), sum('a', 0, 1, 'two')], NOT_CUT);
    expect(nodes).toMatchObject([{ kind: 'both', domain: 'a', theirs: 1, ours: 1 }]);
    expect(edges.map(({ kind, site }) => `${kind} ${sites[site]}`)).toEqual(['they one', 'you two']);
  });
});
