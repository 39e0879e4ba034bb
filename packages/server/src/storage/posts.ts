import type { Posts } from '../ports/index.ts';
import type { Doors } from './doors.ts';

export function createPosts(doors: Doors): Posts {
  return {
    async byUrl(site, url) {
      const row = await doors.read
        .selectFrom('post')
        .selectAll()
        .where('site', '=', site)
        .where('url', '=', url)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { sentAt, title, excerpt, ...post } = row;
      return { ...post, sentAt: sentAt ?? undefined, title: title ?? undefined, excerpt: excerpt ?? undefined };
    },
    async unknown(site, urls) {
      const fresh: string[] = [];
      for (const url of new Set(urls)) {
        const row = await doors.read
          .selectFrom('post')
          .select('url')
          .where('site', '=', site)
          .where('url', '=', url)
          .executeTakeFirst();
        if (row === undefined) fresh.push(url);
      }
      return fresh;
    },
    remember: (posts) =>
      doors.write(async (db) => {
        for (const { sentAt = null, title = null, excerpt = null, ...post } of posts) {
          await db
            .insertInto('post')
            .values({ ...post, sentAt, title, excerpt })
            .onConflict((conflict) =>
              conflict.columns(['site', 'url']).doUpdateSet((eb) => ({
                sentAt: eb.fn.coalesce('excluded.sentAt', 'post.sentAt'),
                title: eb.fn.coalesce('excluded.title', 'post.title'),
                excerpt: eb.fn.coalesce('excluded.excerpt', 'post.excerpt'),
              })),
            )
            .execute();
        }
      }),
  };
}
