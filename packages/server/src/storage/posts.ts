import type { Posts } from '../ports/index.ts';
import type { Doors } from './doors.ts';

export function createPosts(doors: Doors): Posts {
  return {
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
        for (const { sentAt = null, ...post } of posts) {
          await db
            .insertInto('post')
            .values({ ...post, sentAt })
            .onConflict((conflict) =>
              conflict.columns(['site', 'url']).doUpdateSet((eb) => ({
                sentAt: eb.fn.coalesce('excluded.sentAt', 'post.sentAt'),
              })),
            )
            .execute();
        }
      }),
  };
}
