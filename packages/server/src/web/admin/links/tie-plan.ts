import type { LinkSum } from '../../../ports/index.ts';

export type TieKind = 'both' | 'they' | 'you';

/** A domain beside the sites of ours, or the rest of its kind. */
export interface TieNode {
  readonly kind: TieKind;
  /** `undefined` for the rest. */
  readonly domain: string | undefined;
  /** Of the rest: how many domains it stands for, and whether there are more than were read. */
  readonly others: number;
  readonly isMore: boolean;
  readonly theirs: number;
  readonly ours: number;
  /** The row that it stands in. */
  readonly row: number;
  readonly side: 'left' | 'right';
}

export interface TieEdge {
  readonly kind: TieKind;
  readonly node: TieNode;
  /** Which of `TiePlan.sites` it leads to. */
  readonly site: number;
}

export interface TiePlan {
  readonly rows: number;
  readonly nodes: readonly TieNode[];
  readonly edges: readonly TieEdge[];
  /** Ids of the sites in the middle, from above; `undefined` for all that have no place of their own. */
  readonly sites: readonly (string | undefined)[];
}

/** Of each kind so many stand there with their names, and so many sites in the middle. */
const NAMED = 8;
const SITES = 5;

interface Domain {
  readonly key: string;
  readonly sums: readonly LinkSum[];
  readonly theirs: number;
  readonly ours: number;
}

/**
 * Where everything stands in the drawing: who links to us on the left, whom we link to on the right, and those that do
 * both above, on either side. The same sums give the same drawing.
 *
 * @param sums of the domains with the most links, in any order
 * @param isCut there are more than these
 */
export function planTies(sums: readonly LinkSum[], isCut: Readonly<Record<'theirs' | 'ours', boolean>>): TiePlan {
  const domains = domainsOf(sums);
  const sites = sitesOf(sums);
  const both = standing('both', domains, isCut.theirs && isCut.ours);
  const columns = {
    left: [...both.filter((_, at) => at % 2 === 0), ...standing('they', domains, isCut.theirs)],
    right: [...both.filter((_, at) => at % 2 === 1), ...standing('you', domains, isCut.ours)],
  };
  const rows = Math.max(columns.left.length, columns.right.length);
  const placed = (['left', 'right'] as const).flatMap((side) =>
    columns[side].map(({ sums: of, ...node }, at) => ({
      node: { ...node, side, row: at + (rows - columns[side].length) / 2 },
      sums: of,
    })),
  );
  return {
    rows,
    sites,
    nodes: placed.map(({ node }) => node),
    edges: placed.flatMap(({ node, sums: of }) => edgesOf(node, of, sites)),
  };
}

function kindOf(theirs: number, ours: number): TieKind {
  return theirs > 0 ? (ours > 0 ? 'both' : 'they') : 'you';
}

/** In the order of the table of sums, also where they come to the same. */
function domainsOf(sums: readonly LinkSum[]): readonly Domain[] {
  return [...Map.groupBy(sums, ({ key }) => key)]
    .map(([key, of]) => ({ key, sums: of, theirs: total(of, 'live'), ours: total(of, 'told') }))
    .sort((one, other) => other.theirs + other.ours - one.theirs - one.ours || (one.key > other.key ? -1 : 1));
}

function total(sums: readonly LinkSum[], name: 'live' | 'told'): number {
  return sums.reduce((sum, one) => sum + one[name], 0);
}

/** The sites with the most ties; the last place is that of all others, where there are more. */
function sitesOf(sums: readonly LinkSum[]): readonly (string | undefined)[] {
  const ties = [...Map.groupBy(sums, ({ site }) => site)]
    .map(([site, of]) => ({ site, count: of.length }))
    .sort((one, other) => other.count - one.count || (one.site < other.site ? -1 : 1))
    .map(({ site }) => site);
  return ties.length > SITES ? [...ties.slice(0, SITES - 1), undefined] : ties;
}

type Standing = Omit<TieNode, 'row' | 'side'> & { readonly sums: readonly LinkSum[] };

function standing(kind: TieKind, domains: readonly Domain[], isCut: boolean): readonly Standing[] {
  const of = domains.filter(({ theirs, ours }) => kindOf(theirs, ours) === kind);
  // A rest of one has room for its name.
  const named = of.length === NAMED + 1 && !isCut ? of : of.slice(0, NAMED);
  const rest = of.slice(named.length);
  const shown = named.map(({ key, ...domain }) => ({ kind, domain: key, others: 0, isMore: false, ...domain }));
  if (rest.length === 0) return shown;
  const sums = rest.flatMap((domain) => domain.sums);
  const numbers = { theirs: total(sums, 'live'), ours: total(sums, 'told') };
  return [...shown, { kind, domain: undefined, others: rest.length, isMore: isCut, ...numbers, sums }];
}

/** One for each site; to one of several a domain may link, while another links to it. */
function edgesOf(node: TieNode, sums: readonly LinkSum[], sites: readonly (string | undefined)[]): readonly TieEdge[] {
  const placeOf = (site: string) => (sites.includes(site) ? sites.indexOf(site) : sites.length - 1);
  return [...Map.groupBy(sums, ({ site }) => placeOf(site))].map(([site, of]) => ({
    ...{ node, site, kind: kindOf(total(of, 'live'), total(of, 'told')) },
  }));
}
