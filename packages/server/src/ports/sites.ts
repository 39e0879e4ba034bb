import type { Rule } from '../rule.ts';
import type { BuildHook, BuildSaid, LinkChoice, OwnPage, Site } from '../site.ts';
import type { GivenSettings } from '../site-settings.ts';

/** What the configuration says of a site. The desk's switches win once they were used, except over what is `fixed`. */
export type ConfiguredSite = Omit<Site, 'buildSaid'>;

export interface SiteSwitches {
  readonly receive?: boolean;
  readonly send?: boolean;
  readonly announce?: boolean;
  readonly avatars?: boolean;
  readonly links?: LinkChoice;
  /** Those that are given; the others stay. */
  readonly settings?: GivenSettings;
  /** `null` tells nobody, whatever the configuration says. */
  readonly buildHook?: BuildHook | null;
}

export interface PageSwitches {
  readonly receive?: boolean | 'site';
  readonly send?: boolean | 'site';
}

export interface SiteChanges {
  /** Grows with every change, whichever process made it. */
  readonly revision: number;
  readonly sites: readonly Site[];
  readonly removed: readonly string[];
}

export interface Sites {
  /** All of them: for a start and for commands, and for nothing that happens often. */
  list(): Promise<readonly Site[]>;
  byId(id: string): Promise<Site | undefined>;
  /**
   * What is different since a revision that was answered before; everything for 0. A site counts as changed when its map
   * does. One look while nothing is different, and no more the more sites there are.
   */
  changes(since: number): Promise<SiteChanges>;
  /**
   * Adds it, or updates url, name, feed and sitemap; switches set at the desk stay. Many together take some statements for
   * each five hundred.
   */
  configure(sites: ConfiguredSite | readonly ConfiguredSite[]): Promise<void>;
  /**
   * With its map, and with the roles, links, tokens and recipients that are for it alone; what was sent to it stays. False
   * when there is no such site.
   */
  remove(id: string): Promise<boolean>;
  /** Those that are given; the others go on following the configuration, or what was set before. */
  setSwitches(id: string, switches: SiteSwitches): Promise<void>;
  pages(site: string): Promise<readonly OwnPage[]>;
  /** The pages of some hundred sites; those that have none are left out. */
  maps(sites: readonly string[]): Promise<ReadonlyMap<string, readonly OwnPage[]>>;
  /** Replaces the map; pages that are missing from it become `gone` when named there, else are kept; switches stay, and so does a date that is earlier. */
  savePages(
    site: string,
    pages: readonly Pick<OwnPage, 'key' | 'url' | 'title' | 'published'>[],
    gone: readonly string[],
  ): Promise<void>;
  /** Those that are given; `site` follows the site again. */
  setPageSwitches(site: string, key: string, switches: PageSwitches): Promise<void>;
  /** Keeps what came of the last call of the build hook. */
  noteBuild(id: string, said: BuildSaid): Promise<void>;
}

export interface Rules {
  /** Of one site, or all there are; oldest first. */
  list(site?: string): Promise<readonly Rule[]>;
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
