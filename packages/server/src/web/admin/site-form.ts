import { PROTOCOLS, type Protocol, readSelector } from '@hearback/protocol';
import type { SiteSwitches } from '../../ports/index.ts';
import { REPORTS } from '../../report-period.ts';
import { type LinkChoice, type Site, USUAL_LINKS } from '../../site.ts';
import {
  type GivenSettings,
  type KeepDays,
  MODERATION_MODES,
  MOST_DAYS,
  MOST_REFUSED_DAYS,
  settingsOf,
} from '../../site-settings.ts';
import type { Words } from '../../words/words.ts';
import { isZone } from '../../zone.ts';

export const KEPT = ['spam', 'rejected', 'refused', 'traces'] as const satisfies readonly (keyof KeepDays)[];
export const SENDING = ['automatic', 'asked', 'never'] as const;

/** What stands in the fields: as it is, or as it was typed. */
export interface SiteDraft {
  readonly receive: boolean;
  readonly protocols: readonly Protocol[];
  readonly closeAfterDays: string;
  readonly undated: string;
  readonly moderation: string;
  readonly send: (typeof SENDING)[number];
  readonly links: LinkChoice;
  readonly avatars: boolean;
  readonly keepDays: Readonly<Record<keyof KeepDays, string>>;
  readonly report: string;
  readonly zone: string;
  readonly reasons: boolean;
}

/** What is wrong, by the name of the field. */
export type SiteProblems = Readonly<Record<string, string>>;

export function draftOf(site: Site): SiteDraft {
  const settings = settingsOf(site);
  const { spam, rejected, refused, traces } = settings.keepDays;
  return {
    ...settings,
    receive: site.receive,
    closeAfterDays: String(settings.closeAfterDays),
    send: !site.send ? 'never' : site.announce ? 'automatic' : 'asked',
    links: site.links ?? USUAL_LINKS,
    avatars: site.avatars ?? true,
    keepDays: { spam: `${spam}`, rejected: `${rejected}`, refused: `${refused}`, traces: `${traces}` },
  };
}

/** The fields that the form had; what it had not is as it is. */
export function readDraft(form: URLSearchParams, site: Site): SiteDraft {
  const now = draftOf(site);
  const text = (name: string, otherwise: string) => form.get(name)?.trim() ?? otherwise;
  const hasLinks = form.has('content') && form.has('ignore');
  return {
    // What the configuration gives has no field that could be sent.
    receive: site.fixed?.includes('receive') ? now.receive : form.has('receive'),
    protocols: form.has('protocols') ? PROTOCOLS.filter((one) => form.getAll('protocol').includes(one)) : now.protocols,
    closeAfterDays: text('closeAfterDays', now.closeAfterDays) || '0',
    undated: text('undated', now.undated),
    moderation: text('moderation', now.moderation),
    send: SENDING.find((one) => one === form.get('send')) ?? now.send,
    links: hasLinks
      ? {
          ...{ content: form.get('content')?.trim() || undefined, ignore: form.get('ignore')?.trim() || undefined },
          ...{ internal: form.has('internal'), nofollow: form.has('nofollow') },
        }
      : now.links,
    avatars: form.has('shown') ? form.has('avatars') : now.avatars,
    keepDays: {
      ...{ spam: text('keep-spam', now.keepDays.spam), rejected: text('keep-rejected', now.keepDays.rejected) },
      ...{ refused: text('keep-refused', now.keepDays.refused), traces: text('keep-traces', now.keepDays.traces) },
    },
    ...{ report: text('report', now.report), zone: text('zone', now.zone) || 'UTC' },
    reasons: form.has('told') ? form.has('reasons') : now.reasons,
  };
}

export function siteProblems(draft: SiteDraft, { site, notices }: Pick<Words, 'site' | 'notices'>): SiteProblems {
  const days = (name: string, text: string, least = 0, most = MOST_DAYS) =>
    /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most
      ? {}
      : { [name]: site.wholeNumber(least, most) };
  const selector = (name: 'content' | 'ignore') =>
    draft.links[name] !== undefined && !readSelector(draft.links[name]).ok ? { [name]: site.badSelector } : {};
  return {
    ...(draft.receive && draft.protocols.length === 0 && { protocols: site.noProtocol }),
    ...days('closeAfterDays', draft.closeAfterDays),
    ...days('keep-spam', draft.keepDays.spam),
    ...days('keep-rejected', draft.keepDays.rejected),
    ...days('keep-refused', draft.keepDays.refused, 1, MOST_REFUSED_DAYS),
    ...days('keep-traces', draft.keepDays.traces),
    ...selector('content'),
    ...selector('ignore'),
    ...(!isZone(draft.zone) && { zone: notices.problem.zone }),
  };
}

/** Only what differs from the site as it is, so that the rest goes on following the configuration. */
export function switchesOf(draft: SiteDraft, site: Site): SiteSwitches {
  const now = draftOf(site);
  const send = draft.send !== 'never';
  const announce = draft.send === 'automatic';
  const settings = changedSettings(draft, now);
  return {
    ...(draft.receive !== site.receive && { receive: draft.receive }),
    ...(send !== site.send && { send }),
    ...(announce !== site.announce && { announce }),
    ...(draft.avatars !== now.avatars && { avatars: draft.avatars }),
    ...(!sameLinks(draft.links, now.links) && { links: draft.links }),
    ...(Object.keys(settings).length > 0 && { settings }),
  };
}

function changedSettings(draft: SiteDraft, now: SiteDraft): GivenSettings {
  const moderation = MODERATION_MODES.find((mode) => mode === draft.moderation);
  const report = REPORTS.find((one) => one === draft.report);
  const kept = KEPT.filter((name) => Number(draft.keepDays[name]) !== Number(now.keepDays[name]));
  return {
    ...(draft.protocols.join() !== now.protocols.join() && { protocols: draft.protocols }),
    ...(Number(draft.closeAfterDays) !== Number(now.closeAfterDays) && {
      closeAfterDays: Number(draft.closeAfterDays),
    }),
    ...(draft.undated !== now.undated && { undated: draft.undated === 'closed' ? 'closed' : 'open' }),
    ...(moderation && moderation !== now.moderation && { moderation }),
    ...(report && report !== now.report && { report }),
    ...(draft.zone !== now.zone && { zone: draft.zone }),
    ...(draft.reasons !== now.reasons && { reasons: draft.reasons }),
    ...(kept.length > 0 && { keepDays: Object.fromEntries(kept.map((name) => [name, Number(draft.keepDays[name])])) }),
  };
}

function sameLinks(one: LinkChoice, other: LinkChoice): boolean {
  return (['content', 'ignore', 'internal', 'nofollow'] as const).every((name) => one[name] === other[name]);
}
