import type { Kind } from '@hearback/protocol';
import type { PublicMention } from '../../mention.ts';
import type { Language } from '../../words/language.ts';
import { targetKeys } from '../api/targets.ts';
import type { WebDeps } from '../deps.ts';
import { REL } from '../rel.ts';
import type { ShowingQuery } from './query.ts';
import { createRels } from './rels.ts';
import { type Shown, shownOf } from './shown.ts';
import { GROUP_NAMES, type GroupName } from './words.ts';

/** Mentions of one sort of a page. */
export interface Group {
  readonly name: GroupName;
  /** Shown as a row of faces: there is nothing to read in them. */
  readonly faces: boolean;
  /** All that there are; `mentions` may be fewer. */
  readonly total: number;
  readonly mentions: readonly Shown[];
}

export interface Showing {
  readonly total: number;
  /** Those that have something. */
  readonly groups: readonly Group[];
}

const KINDS_OF: Readonly<Record<GroupName, readonly Kind[]>> = {
  likes: ['like'],
  reposts: ['repost'],
  bookmarks: ['bookmark'],
  replies: ['reply', 'rsvp'],
  mentions: ['mention'],
};
const FACES: readonly GroupName[] = ['likes', 'reposts', 'bookmarks'];

/** Turns mentions into what readers see of them. */
export function createShow({ store, directory, clock, publicUrl }: ShowDeps) {
  const relsOf = createRels(store.rules, clock);
  return async (mentions: readonly PublicMention[], language: Language): Promise<readonly Shown[]> => {
    const rels = await relsOf(mentions);
    const pictured = mentions.filter(({ site }) => directory.byId(site)?.avatars ?? true);
    const names = await store.avatars.names(pictured.map(({ id }) => id));
    return mentions.map((mention, n) => {
      const name = names.get(mention.id);
      return shownOf(mention, language, rels[n] ?? REL, name ? `${publicUrl()}/avatar/${name}` : '');
    });
  };
}

type ShowDeps = Pick<WebDeps, 'store' | 'directory' | 'clock' | 'publicUrl'>;

/** Finds the public mentions of a page by groups. */
export function createShowing(deps: ShowDeps) {
  const { store, directory } = deps;
  const show = createShow(deps);
  return async ({ target, language, sort, limit, group, offset }: ShowingQuery): Promise<Showing> => {
    const keys = targetKeys(directory, [target]);
    if (keys.length === 0) return { total: 0, groups: [] };
    const counts = await store.mentions.counts(keys);
    const totalOf = (name: GroupName) => KINDS_OF[name].reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
    const wanted = GROUP_NAMES.filter((name) => totalOf(name) > 0 && (group ?? name) === name);
    const groups = await Promise.all(
      wanted.map(async (name): Promise<Group> => {
        const { rows, total } = await store.mentions.published({
          targetKeys: keys,
          sites: [],
          kinds: KINDS_OF[name],
          // By the dates that readers see.
          sortBy: 'published',
          direction: sort === 'newest' ? 'down' : 'up',
          limit,
          offset,
        });
        return { name, faces: FACES.includes(name), total, mentions: await show(rows, language) };
      }),
    );
    const shown = groups.filter(({ mentions }) => mentions.length > 0);
    return { total: GROUP_NAMES.reduce((sum, name) => sum + totalOf(name), 0), groups: shown };
  };
}
