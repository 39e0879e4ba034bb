export type { Deliveries, DeliveryUpdate, Posts } from './deliveries.ts';
export type { Jobs } from './jobs.ts';
export type { Accepted, LinkUpdate, MentionFilter, Mentions, NewMention, PublicQuery, Refusals } from './mentions.ts';
export type { Origins, OriginVisit } from './origins.ts';
export type { PageReader } from './pages.ts';
export type { Owners, PageSwitches, Rules, SiteSwitches, Sites } from './sites.ts';
export type { Store, Tables } from './store.ts';
export type { Clock, Random } from './time.ts';
export type { Joining, Twins } from './twins.ts';
