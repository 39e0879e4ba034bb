import type { Owner, Session } from '../owner.ts';
import type { Rule } from '../rule.ts';
import type { OwnPage, Site } from '../site.ts';

/** What the configuration says of a site; the desk's switches win once they were used. */
export type ConfiguredSite = Site;

export interface SiteSwitches {
  readonly receive?: boolean;
  readonly send?: boolean;
  readonly announce?: boolean;
}

export interface PageSwitches {
  readonly receive?: boolean | 'site';
  readonly send?: boolean | 'site';
}

export interface Sites {
  list(): Promise<readonly Site[]>;
  /** Adds it, or updates url, name, feed and sitemap; switches set at the desk stay. */
  configure(site: ConfiguredSite): Promise<void>;
  /** False when there is no such site. */
  remove(id: string): Promise<boolean>;
  /** Those that are given; the others go on following the configuration, or what was set before. */
  setSwitches(id: string, switches: SiteSwitches): Promise<void>;
  pages(site: string): Promise<readonly OwnPage[]>;
  /** Replaces the map; pages that are missing from it become `gone` when named there, else are kept; switches stay. */
  savePages(
    site: string,
    pages: readonly Pick<OwnPage, 'key' | 'url' | 'title'>[],
    gone: readonly string[],
  ): Promise<void>;
  /** Those that are given; `site` follows the site again. */
  setPageSwitches(site: string, key: string, switches: PageSwitches): Promise<void>;
  /** Grows with every change above, whichever process made it. */
  revision(): Promise<number>;
}

export interface Rules {
  list(site: string): Promise<readonly Rule[]>;
  add(rule: Rule): Promise<void>;
  remove(id: string): Promise<boolean>;
}

export interface Owners {
  count(): Promise<number>;
  byName(name: string): Promise<Owner | undefined>;
  byId(id: string): Promise<Owner | undefined>;
  /** Uses up the set-up secret and creates the owner in one transaction; false when the secret is not (or no longer) good. */
  setUp(secretHash: string, owner: Owner): Promise<boolean>;
  /** Remembers the only good set-up secret, replacing an older one. */
  offerSetUp(secretHash: string): Promise<void>;
  isSetUpOffered(secretHash: string): Promise<boolean>;
  openSession(session: Session): Promise<void>;
  session(tokenHash: string): Promise<Session | undefined>;
  touchSession(tokenHash: string, seenAt: number): Promise<void>;
  closeSession(tokenHash: string): Promise<void>;
}
