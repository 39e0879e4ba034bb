import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import { othersFirst } from '../../slices.ts';
import type { WebDeps } from '../deps.ts';
import { EXPORT_FORMATS } from '../export/index.ts';
import { exportPieces } from '../export/write.ts';
import { page } from './layout.tsx';
import { ExportForm, ImportForm, ImportResult, type Told } from './moving-forms.tsx';
import { type DeskEnv, noteDone } from './visitor.ts';

const PIECE = 256 * 1024;

/** Bringing mentions from another place, and taking them elsewhere. */
export function movingRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, directory, clock } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/', (c) => shown(c));

  routes.post('/', async (c) => {
    const { file } = c.var.upload ?? {};
    if (!file || !deps.takeFile) return shown(c, { problem: c.var.words.moving.noFile }, 422);
    const site = directory.byId(c.var.form.get('site') ?? '');
    const taken = await deps.takeFile(inPieces(file), { sites: site && [site.id] });
    const { approved, pending, named } = taken.counts.taken;
    await noteDone(deps, c, 'imported', site?.id ?? '', String(approved + pending + named));
    deps.onWork?.();
    return shown(c, { taken }, taken.problem === undefined ? 200 : 422);
  });

  routes.get('/export', (c) => {
    const format = EXPORT_FORMATS.find(({ name }) => name === c.req.query('format'));
    if (!format) return c.notFound();
    const site = directory.byId(c.req.query('site') ?? '');
    const query = { sites: site && [site.id] };
    const pieces = exportPieces(format, store.exports, query, { directory, now: clock.now() });
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    return c.body(Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream, 200, {
      'Content-Type': format.type,
      'Content-Disposition': `attachment; filename="mentions-${day}.${format.ending}"`,
    });
  });
  return routes;

  async function shown(c: Context<DeskEnv>, told: Told = {}, status: 200 | 422 = 200): Promise<Response> {
    const { visitor, words } = c.var;
    await directory.refresh();
    const sites = directory.sites();
    const children = (
      <>
        <h1>{words.moving.title}</h1>
        {told.taken && <ImportResult {...told.taken} />}
        <p>{words.moving.what}</p>
        <ImportForm sites={sites} visitor={visitor} problem={told.problem} />
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

/** So that whatever else is due comes in between. */
async function* inPieces(file: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.length; at += PIECE) {
    yield file.subarray(at, at + PIECE);
    await othersFirst();
  }
}
