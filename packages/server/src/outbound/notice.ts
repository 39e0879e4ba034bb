import type { Notice, TellingProtocol } from '@hearback/protocol';
import type { Delivery } from '../delivery.ts';
import type { SiteDirectory } from '../pages/directory.ts';
import type { Store } from '../ports/index.ts';
import { postUrl } from './post-url.ts';

interface NoticeDeps {
  readonly store: Pick<Store, 'posts'>;
  readonly directory: SiteDirectory;
}

/** What a delivery tells: the two pages, and by TrackBack the source in the words it had when it was announced. */
export async function noticeOf(
  { store, directory }: NoticeDeps,
  { site, source, target }: Pick<Delivery, 'site' | 'source' | 'target'>,
  protocol: TellingProtocol,
): Promise<Notice> {
  if (protocol !== 'trackback') return { source, target, title: '', excerpt: '', siteName: '' };
  const post = await store.posts.byUrl(site, postUrl(source));
  const siteName = directory.byId(site)?.name ?? '';
  return { source, target, title: post?.title ?? '', excerpt: post?.excerpt ?? '', siteName };
}
