import { PROTOCOLS, type Protocol } from '@hearback/protocol';
import { z } from 'zod';
import { REPORTS, type ReportPace } from './report-period.ts';
import { isZone } from './zone.ts';

/**
 * Who is shown without a decision of the owner: nobody (`all` is held), whoever a rule allows (`rules`), or also whoever
 * was approved here before (`first`: only first-timers are held).
 */
export const MODERATION_MODES = ['rules', 'first', 'all'] as const;
export type ModerationMode = (typeof MODERATION_MODES)[number];

/** For how many days what is of no more use is kept; 0 for ever. */
export interface KeepDays {
  readonly spam: number;
  readonly rejected: number;
  /** At most thirty, whatever is said: they are a ring. */
  readonly refused: number;
  /** Steps of a trace that are no decision. */
  readonly traces: number;
}

/** How a site hears, and what is told of it. */
export interface SiteSettings {
  /** Those that are received; the others are not advertised, and refused. */
  readonly protocols: readonly Protocol[];
  readonly moderation: ModerationMode;
  /** Days after which a page takes no more; 0 never. */
  readonly closeAfterDays: number;
  /** What becomes of pages whose date nobody knows, where pages close. */
  readonly undated: 'open' | 'closed';
  readonly keepDays: KeepDays;
  /** How often its report of links is sent. */
  readonly report: ReportPace | 'never';
  /** Whose calendar has the weeks and months of the report: an IANA name. */
  readonly zone: string;
  /** Whether senders are told why their notification is not shown. */
  readonly reasons: boolean;
  /** Pages that the configuration switches, whatever the desk says of them. */
  readonly pages: readonly GivenSwitches[];
}

/** What is not said follows the desk, and else the site. */
export interface GivenSwitches {
  readonly url: string;
  readonly receive?: boolean | undefined;
  readonly send?: boolean | undefined;
}

/** Those that somebody set. */
export type GivenSettings = Partial<Omit<SiteSettings, 'keepDays'>> & { readonly keepDays?: Partial<KeepDays> };

export const USUAL_SETTINGS: SiteSettings = {
  protocols: PROTOCOLS,
  moderation: 'rules',
  closeAfterDays: 0,
  undated: 'open',
  keepDays: { spam: 90, rejected: 0, refused: 30, traces: 0 },
  report: 'never',
  zone: 'UTC',
  reasons: false,
  pages: [],
};

/** A century: what is meant for ever is 0. */
export const MOST_DAYS = 36_500;
export const MOST_REFUSED_DAYS = 30;

const days = (most: number) =>
  z
    .number('must be a number of days')
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .max(most, `must be at most ${most}`);

/** The settings of a site as the configuration file and the desk's form give them. */
export const settingsShape = {
  protocols: z.array(z.enum(PROTOCOLS, `must be among ${PROTOCOLS.join(', ')}`), 'must be a list').optional(),
  moderation: z.enum(MODERATION_MODES, `must be one of ${MODERATION_MODES.join(', ')}`).optional(),
  closeAfterDays: days(MOST_DAYS).optional(),
  undated: z.enum(['open', 'closed'], 'must be "open" or "closed"').optional(),
  keepDays: z
    .strictObject({
      spam: days(MOST_DAYS).optional(),
      rejected: days(MOST_DAYS).optional(),
      refused: days(MOST_REFUSED_DAYS).min(1, 'must be 1 or more').optional(),
      traces: days(MOST_DAYS).optional(),
    })
    .optional(),
  report: z.enum(REPORTS, `must be one of ${REPORTS.join(', ')}`).optional(),
  zone: z.string('must be text').refine(isZone, 'must be the name of a time zone, such as Europe/Berlin').optional(),
  reasons: z.boolean('must be true or false').optional(),
};

interface HasSettings {
  readonly settings?: GivenSettings | undefined;
}

/** The settings that hold for a site. */
export function settingsOf({ settings }: HasSettings): SiteSettings {
  return { ...USUAL_SETTINGS, ...settings, keepDays: { ...USUAL_SETTINGS.keepDays, ...settings?.keepDays } };
}

/** What `over` does not set is as in `under`. */
export function merged(under: GivenSettings, over: GivenSettings): GivenSettings {
  const keepDays = { ...under.keepDays, ...over.keepDays };
  return { ...under, ...over, ...(Object.keys(keepDays).length > 0 && { keepDays }) };
}

const DAY_MS = 86_400_000;

/** Why a page takes no more because of its age, in a sentence; `undefined` while it does. A page that was switched on for itself never closes. */
export function closedByAge(
  site: HasSettings,
  page: { readonly published?: number | undefined; readonly receive: boolean | undefined } | undefined,
  now: number,
): string | undefined {
  const { closeAfterDays, undated } = settingsOf(site);
  if (closeAfterDays === 0 || page?.receive === true) return undefined;
  if (page?.published === undefined)
    return undated === 'closed' ? 'The date of this page is not known, and such pages take no mentions.' : undefined;
  return now - page.published >= closeAfterDays * DAY_MS
    ? `Pages take no more mentions ${closeAfterDays} days after they appeared, and this one is older.`
    : undefined;
}
