import { Readable } from 'node:stream';
import { Hono } from 'hono';
import type { ImportRun } from '../../import-run.ts';
import type { ImportRuns } from '../../ports/index.ts';
import type { WebDeps } from '../deps.ts';
import { csvRow } from '../links/csv.ts';
import { LeftOut, nameOf, RunShown } from './import-runs.tsx';
import { Csrf, page } from './layout.tsx';
import { SCRIPTED } from './scripted.ts';
import { Speaking } from './speaking.tsx';
import { type DeskEnv, noteDone, type Visitor } from './visitor.ts';

const SHOWN = 100;
const PART = 1000;

/** One file that was given: how far it is, what was left out and why, and a way to stop it. */
export function importRunRoutes(deps: WebDeps): Hono<DeskEnv> {
  const { store, clock, files } = deps;
  const { importRuns } = store;

  return new Hono<DeskEnv>()
    .get('/:id', async (c) => {
      const run = await importRuns.byId(c.req.param('id'));
      if (!run) return c.notFound();
      const skips = await importRuns.skips(run.id, 0, SHOWN);
      const { visitor, words } = c.var;
      const children = (
        <>
          <p>
            <a href="/admin/moving">{words.moving.title}</a>
          </p>
          <h1>
            <bdi>{nameOf(run)}</bdi>
          </h1>
          <div id="run" aria-live="polite" data-live={run.endedAt === undefined ? '1' : undefined}>
            <RunShown run={run} now={clock.now()} />
          </div>
          {run.endedAt === undefined && <StopForm run={run} visitor={visitor} />}
          {skips.length > 0 && <LeftOut id={run.id} skips={skips} />}
        </>
      );
      c.header('Content-Security-Policy', SCRIPTED);
      return c.html(page({ title: nameOf(run), section: 'sites', script: 'moving', visitor, children }));
    })
    .get('/:id/now', async (c) => {
      const run = await importRuns.byId(c.req.param('id'));
      if (!run) return c.notFound();
      if (run.endedAt !== undefined) c.header('X-Ended', '1');
      return c.html(
        <Speaking value={c.var.words}>
          <RunShown run={run} now={clock.now()} />
        </Speaking>,
      );
    })
    .get('/:id/skipped.csv', async (c) => {
      const run = await importRuns.byId(c.req.param('id'));
      if (!run) return c.notFound();
      const rows = Readable.from(skipRows(importRuns, run.id), { objectMode: false });
      return c.body(Readable.toWeb(rows) as ReadableStream, 200, {
        'Content-Type': 'text/csv; charset=utf-8; header=present',
        'Content-Disposition': `attachment; filename="left-out-${run.id}.csv"`,
      });
    })
    .post('/:id/stop', async (c) => {
      const { id } = c.req.param();
      if (await files?.cancel(id)) await noteDone(deps, c, 'import stopped', id, '');
      return c.redirect(`/admin/moving/${id}`, 303);
    });
}

async function* skipRows(importRuns: Pick<ImportRuns, 'skips'>, id: string): AsyncGenerator<string> {
  yield csvRow(['place', 'reason', 'source']);
  let after = 0;
  for (;;) {
    const skips = await importRuns.skips(id, after, PART);
    if (skips.length === 0) return;
    yield skips.map(({ place, why, what }) => csvRow([place, why, what])).join('');
    after = skips.at(-1)?.n ?? 0;
  }
}

function StopForm({ run, visitor }: { run: ImportRun; visitor: Visitor }) {
  const { moving } = visitor.words;
  return (
    <form method="post" action={`/admin/moving/${run.id}/stop`}>
      <Csrf visitor={visitor} />
      <p class="buttons">
        <a href={`/admin/moving/${run.id}`}>{moving.again}</a>{' '}
        <button type="submit" class="secondary outline">
          {moving.stop}
        </button>
      </p>
    </form>
  );
}
