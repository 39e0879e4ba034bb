import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import type { WebDeps } from '../deps.ts';
import { EXPORT_FORMATS } from '../export/index.ts';
import { exportPieces } from '../export/write.ts';
import { ImportRuns } from './import-runs.tsx';
import { page } from './layout.tsx';
import { ExportForm, ImportForm } from './moving-forms.tsx';
import { importRunRoutes } from './moving-run.tsx';
import { reached } from './reached.ts';
import { type DeskEnv, noteDone } from './visitor.ts';

const SHOWN = 10;

/** Bringing mentions from another place, and taking them elsewhere. */
export function movingRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, directory, clock, files } = deps;
  const routes = new Hono<DeskEnv>();
  /** Ids are typed where there are many sites, and one that is mistyped is not all of them. */
  const isUnknown = (site: string) => site !== '' && !directory.byId(site);

  routes.get('/', (c) => shown(c));

  routes.post('/', async (c) => {
    const { moving } = c.var.words;
    const { file } = c.var.upload ?? {};
    if (!file || !files) return shown(c, moving.noFile, 422);
    const { form, visitor } = c.var;
    const site = form.get('site') ?? '';
    if (isUnknown(site)) return c.notFound();
    const given = await files.give({
      ...{ bytes: file.bytes, name: file.name, by: visitor.owner.name, site },
      format: form.get('format') || undefined,
      isDry: form.has('dry'),
    });
    if (!given.ok) {
      const said = { empty: moving.noFile, busy: moving.busy, broken: `${moving.notWhole} ${given.reason}` };
      return shown(c, said[given.why], 422);
    }
    await noteDone(deps, c, 'imported', given.id, file.name.slice(0, 200));
    return c.redirect(`/admin/moving/${given.id}`, 303);
  });

  routes.get('/export', (c) => {
    const format = EXPORT_FORMATS.find(({ name }) => name === c.req.query('format'));
    if (!format) return c.notFound();
    const site = c.req.query('site') ?? '';
    if (isUnknown(site)) return c.notFound();
    const query = { sites: site === '' ? undefined : [site] };
    const pieces = exportPieces(format, store.exports, query, { directory, now: clock.now() });
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    return c.body(Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream, 200, {
      'Content-Type': format.type,
      'Content-Disposition': `attachment; filename="mentions-${day}.${format.ending}"`,
    });
  });

  routes.route('/', importRunRoutes(deps));
  return routes;

  async function shown(c: Context<DeskEnv>, problem?: string, status: 200 | 422 = 200): Promise<Response> {
    const { visitor, words } = c.var;
    await directory.refresh();
    const sites = reached(directory, visitor.memberships, 'see');
    const runs = await store.importRuns.list({ limit: SHOWN });
    const children = (
      <>
        <h1>{words.moving.title}</h1>
        <p>{words.moving.what}</p>
        <ImportForm sites={sites} visitor={visitor} problem={problem} />
        {runs.length > 0 && <ImportRuns runs={runs} now={clock.now()} />}
        <ExportForm sites={sites} />
        <section>
          <h2>{words.removals.title}</h2>
          <p>
            <a href="/admin/removals">{words.moving.removalsWhat}</a>
          </p>
        </section>
      </>
    );
    return c.html(page({ title: words.moving.title, section: 'sites', visitor, children }), status);
  }
}
