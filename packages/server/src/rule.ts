import type { Mention } from './mention.ts';
import { pageKey } from './site.ts';

/** "Always allow" or "always refuse". Values are identities without scheme: `alice.example/blog`, `alice.example`. */
export interface Rule {
  readonly id: string;
  readonly site: string;
  readonly action: 'allow' | 'block';
  /** `author`: the author's own page. `path`: the source's host and the folder it lies in. `host`: a whole host name. */
  readonly scope: 'author' | 'path' | 'host';
  readonly value: string;
  readonly createdAt: number;
}

/** The rule that covers this mention's author, or everything in its source's folder; `undefined` where that has no meaning. */
export function ruleFor(mention: Mention, scope: 'author' | 'path', id: string, createdAt: number): Rule | undefined {
  const value = scope === 'path' ? folderOf(mention.source) : claimedAuthor(mention);
  return value === undefined ? undefined : { id, site: mention.site, action: 'allow', scope, value, createdAt };
}

/** Whether a rule covers a mention. Compared label by label and segment by segment, never as a substring. */
export function covers(rule: Rule, mention: Pick<Mention, 'source' | 'entry'>): boolean {
  if (rule.scope === 'author') return claimedAuthor(mention) === rule.value;
  const source = pageKey(mention.source);
  if (rule.scope === 'host') {
    const host = hostOf(mention.source);
    return host === rule.value || host.endsWith(`.${rule.value}`);
  }
  return source === rule.value || source.startsWith(rule.value.endsWith('/') ? rule.value : `${rule.value}/`);
}

/** Whether a rule allows something at this host; of a folder or an author the host is the part before the first slash. */
export function allowsHost({ action, scope, value }: Rule, host: string): boolean {
  if (action !== 'allow') return false;
  const [name = ''] = value.split('/');
  return name === host || (scope === 'host' && host.endsWith(`.${name}`));
}

/**
 * The author page that a source names, when the source lies in the folder of that page: anyone can write another's
 * address into a page, and on a host that many share their claim would be as good as the truth.
 */
function claimedAuthor({ source, entry }: Pick<Mention, 'source' | 'entry'>): string | undefined {
  const url = entry?.author.url;
  return url && URL.canParse(url) && pageKey(source).startsWith(folderOf(url)) ? pageKey(url) : undefined;
}

function folderOf(source: string): string {
  return pageKey(source)
    .replace(/\?.*$/s, '')
    .replace(/[^/]*$/, '');
}

function hostOf(url: string): string {
  return new URL(url).hostname;
}
