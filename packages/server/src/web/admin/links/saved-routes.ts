import { Hono } from 'hono';
import type { WebDeps } from '../../deps.ts';
import { line } from '../../text.ts';
import type { DeskEnv } from '../visitor.ts';

const LONGEST_QUERY = 2_000;

/** Filters that people keep for themselves. */
export function savedRoutes({ store, random }: Pick<WebDeps, 'store' | 'random'>): Hono<DeskEnv> {
  const nameIn = (form: URLSearchParams) => line(form.get('name') ?? '').slice(0, 100);
  const back = (query: string) => (query ? `/admin/links?${query}` : '/admin/links');
  return new Hono<DeskEnv>()
    .post('/', async (c) => {
      const { form, visitor } = c.var;
      const name = nameIn(form);
      // Written anew from its parts: what a form brings is not an address.
      const query = new URLSearchParams((form.get('query') ?? '').slice(0, LONGEST_QUERY)).toString();
      if (name !== '') {
        const view = { id: random.id(), owner: visitor.owner.id, site: form.get('site') ?? '', name, query };
        await store.savedViews.save(view);
      }
      return c.redirect(back(query), 303);
    })
    .post('/:id', async (c) => {
      const { form, visitor } = c.var;
      const [id, name] = [c.req.param('id'), nameIn(form)];
      const isThere =
        form.get('do') === 'remove'
          ? await store.savedViews.remove(visitor.owner.id, id)
          : name !== '' && (await store.savedViews.rename(visitor.owner.id, id, name));
      return isThere ? c.redirect('/admin/links', 303) : c.notFound();
    });
}
