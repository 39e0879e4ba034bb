export interface SiteTable {
  id: string;
  url: string;
  name: string;
  feed: string | null;
  sitemap: string | null;
  receive: number;
  send: number;
  announce: number;
  /** The desk's switches; null until they were used. */
  deskReceive: number | null;
  deskSend: number | null;
  deskAnnounce: number | null;
  /** Folder in which the site is built. */
  folder: string | null;
  /** JSON: which of its links are told. */
  links: string | null;
  deskLinks: string | null;
  /** JSON: those of its settings that the configuration gives, and those of the desk. */
  settings: string | null;
  deskSettings: string | null;
  /** Names of the switches that the configuration gives, joined by commas: there the desk has no say. */
  fixed: string | null;
  /** Whether pictures of authors are kept; null for the usual, which is yes. */
  avatars: number | null;
  deskAvatars: number | null;
  /** JSON: whom to tell that it is to be built, and what came of the last time. */
  buildHook: string | null;
  deskBuildHook: string | null;
  buildSaid: string | null;
  /** The revision of the sites in which it, or its map, changed last. */
  changed: number;
}

/** A site that was there, for whoever knows it from before. */
export interface RemovedSiteTable {
  id: string;
  changed: number;
}

export interface OwnPageTable {
  site: string;
  key: string;
  url: string;
  title: string;
  gone: number;
  receive: number | null;
  send: number | null;
  /** When it appeared, as the listings tell; the earliest that was heard. */
  published: number | null;
}

export interface RuleTable {
  id: string;
  site: string;
  action: string;
  scope: string;
  value: string;
  createdAt: number;
  /** 1: links of whom it allows are shown without nofollow. */
  follow: number;
}

export interface PostTable {
  site: string;
  url: string;
  firstSeenAt: number;
  sentAt: number | null;
  title: string | null;
  excerpt: string | null;
}
