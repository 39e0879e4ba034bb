import { type Http, type HttpReply, headerValue } from '@hearback/protocol';
import type { Job } from '../job.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import { retryAt } from '../jobs/retry.ts';
import { isPublic } from '../mention.ts';
import type { Avatar, Clock, PictureMaker, Random, Store } from '../ports/index.ts';
import { pictureSize } from './picture-size.ts';

export interface AvatarDeps {
  readonly store: Pick<Store, 'mentions' | 'avatars'>;
  /** Within the budgets: a stranger chose the address. */
  readonly http: Http;
  readonly pictures: PictureMaker;
  readonly clock: Clock;
  readonly random: Random;
  /** Whether the site keeps pictures. */
  readonly isOn: (site: string) => boolean;
  /** What a picture is called, by its bytes. */
  readonly nameOf: (bytes: Uint8Array) => Promise<string>;
}

const MOST_BYTES = 512 * 1024;
const MOST_SIDE = 4096;
const MOST_PIXELS = 4 * 1024 * 1024;
/** One author's picture is fetched once for all of their mentions. */
const SHARED_MS = 7 * 24 * 60 * 60_000;

type Fetched =
  | { readonly made: Avatar['made'] }
  | { readonly later: number; readonly reason: string; readonly keepAttempts: boolean };

/** Handler of `avatar` jobs: gets the picture of the author of a mention that readers see, and keeps a small one of it. */
export function createAvatarHandler(deps: AvatarDeps): (job: Job) => Promise<JobOutcome> {
  const { store, clock } = deps;
  return async (job) => {
    const mention = await store.mentions.byId(job.subject);
    const photo = mention?.entry?.author.photo;
    if (!mention || !photo || !isPublic(mention) || !deps.isOn(mention.site)) return { outcome: 'done' };
    const now = clock.now();
    const known = await store.avatars.lately(photo, now - SHARED_MS);
    const fetched = known?.mention === mention.id ? undefined : known;
    const result: Fetched = fetched ? { made: fetched.made } : await fetchPicture(deps, job, photo);
    if ('later' in result)
      return { outcome: 'later', at: result.later, reason: result.reason, keepAttempts: result.keepAttempts };
    const { made } = result;
    const kept = await store.avatars.save({ mention: mention.id, site: mention.site, photo, fetchedAt: now, made });
    if (kept && 'problem' in made) {
      const reason = `The author’s picture ${photo} is not kept: ${made.problem}.`;
      await store.mentions.note(mention.id, { at: now, step: 'fetched', outcome: 'refused', reason });
    }
    return { outcome: 'done' };
  };
}

async function fetchPicture(deps: AvatarDeps, job: Job, photo: string): Promise<Fetched> {
  const { http, clock, random } = deps;
  const reply = await http.request({
    method: 'GET',
    url: photo,
    redirects: 'page',
    headers: { accept: 'image/webp,image/png,image/jpeg,image/gif' },
    maxBytes: MOST_BYTES,
    reads: isPicture,
  });
  const again = (reason: string): Fetched => {
    const at = retryAt(job.attempts, clock.now(), random);
    return at === undefined ? { made: { problem: reason } } : { later: at, reason, keepAttempts: true };
  };
  if (!reply.ok) {
    const { kind, reason } = reply;
    if (kind === 'waiting') return { later: clock.now() + (reply.waitMs ?? 60_000), reason, keepAttempts: false };
    const problem = reason.replace(/\.$/, '');
    return kind === 'refused' || kind === 'invalid' || kind === 'redirects' ? { made: { problem } } : again(problem);
  }
  if (reply.status >= 500 || reply.status === 429) return again(`it gave ${reply.status}`);
  return { made: await madeOf(deps, reply) };
}

async function madeOf({ pictures, nameOf }: AvatarDeps, reply: HttpReply): Promise<Avatar['made']> {
  if (reply.status !== 200) return { problem: `it gave ${reply.status}` };
  if (!isPicture(headerValue(reply.headers, 'content-type')))
    return { problem: 'it is no PNG, JPEG, GIF or WebP by its Content-Type' };
  if (reply.truncated) return { problem: `it has more than ${MOST_BYTES / 1024} KiB` };
  const size = pictureSize(reply.body);
  if (!size) return { problem: 'it is no PNG, JPEG, GIF or WebP that says how large it is' };
  const { width, height } = size;
  if (width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS)
    return {
      problem: `it has ${width} by ${height} pixels, and more than four million or ${MOST_SIDE} in a row are not decoded`,
    };
  const made = await pictures.make(reply.body);
  if (!made.ok) return { problem: made.problem };
  return { name: `${await nameOf(made.bytes)}.${made.type}`, bytes: made.bytes };
}

/** Servers that do not know what they serve say so, or nothing; the bytes decide then. */
function isPicture(contentType: string | undefined): boolean {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return type === '' || /^(?:image\/(?:x-)?(?:png|p?jpe?g|gif|webp)|application\/octet-stream)$/.test(type);
}
