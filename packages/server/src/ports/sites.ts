import type { Owner, Session } from '../owner.ts';
import type { Rule } from '../rule.ts';
import type { BuildHook, BuildSaid, LinkChoice, OwnPage, Site } from '../site.ts';
import type { Language } from '../words/language.ts';

/** What the configuration says of a site; the desk's switches win once they were used. */
export type ConfiguredSite = Omit<Site, 'buildSaid'>;

export interface SiteSwitches {
  readonly receive?: boolean;
  readonly send?: boolean;
  readonly announce?: boolean;
  readonly avatars?: boolean;
  readonly links?: LinkChoice;
  /** `null` tells nobody, whatever the configuration says. */
  readonly buildHook?: BuildHook | null;
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
  /** Keeps what came of the last call of the build hook. */
  noteBuild(id: string, said: BuildSaid): Promise<void>;
  /** Grows with every change above, whichever process made it. */
  revision(): Promise<number>;
}

export interface Rules {
  list(site: string): Promise<readonly Rule[]>;
  /**
   * Whether a rule of any site allows something at this host: the host or one above it, a folder or an author there. Takes
   * no longer with more sites or rules.
   */
  allowsHost(host: string): Promise<boolean>;
  add(rule: Rule): Promise<void>;
  byId(id: string): Promise<Rule | undefined>;
  remove(id: string): Promise<boolean>;
  /** Sets whether links of whom it allows are followed; false for an unknown id, or a rule that cannot say so. */
  setFollow(id: string, follow: boolean): Promise<boolean>;
  /** Grows with every change, whichever process made it. */
  revision(): Promise<number>;
}

/** What a one-time link is good for. */
export interface SetUpOffer {
  /** The owner whose password it changes; without one it makes another owner. */
  readonly owner?: string;
  /** Milliseconds since the epoch, UTC; without it, until it is used or replaced. */
  readonly until?: number;
}

export interface Owners {
  count(): Promise<number>;
  byName(name: string): Promise<Owner | undefined>;
  byId(id: string): Promise<Owner | undefined>;
  /** Oldest first. */
  list(): Promise<readonly Owner[]>;
  /**
   * Uses up the set-up secret in one transaction, and makes the owner, or gives the one whom the secret is for this
   * name's password and ends the sessions. `createdAt` counts as now. False when the secret is not (or no longer) good.
   */
  setUp(secretHash: string, owner: Owner): Promise<boolean>;
  /** Nothing happens for an owner who is not there. */
  setLanguage(id: string, language: Language): Promise<void>;
  /** Remembers the only good set-up secret, replacing an older one. */
  offerSetUp(secretHash: string, offer?: SetUpOffer): Promise<void>;
  /** `undefined` when it is not good, or not any more. */
  setUpOffer(secretHash: string, now: number): Promise<SetUpOffer | undefined>;
  /** Forgets the sessions that began before `deadBefore` on this occasion. */
  openSession(session: Session, deadBefore?: number): Promise<void>;
  session(tokenHash: string): Promise<Session | undefined>;
  touchSession(tokenHash: string, seenAt: number): Promise<void>;
  closeSession(tokenHash: string): Promise<void>;
}
