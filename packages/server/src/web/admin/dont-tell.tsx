import { Hono } from 'hono';
import { readEntry } from '../../dont-tell.ts';
import type { WebDeps } from '../deps.ts';
import { line } from '../text.ts';
import { Csrf, page } from './layout.tsx';
import { type DeskEnv, noteDone, type Visitor } from './visitor.ts';

/** Hosts and paths that are never told of a link. */
export function dontTellRoutes(deps: Pick<WebDeps, 'store' | 'clock' | 'dontTell'>): Hono<DeskEnv> {
  const { store, clock, dontTell: configured = [] } = deps;
  const routes = new Hono<DeskEnv>();

  async function shown(visitor: Visitor, given = '', problem?: string) {
    const kept = await store.dontTell.list();
    return page({
      title: 'Whom not to tell',
      section: 'deliveries',
      visitor,
      children: (
        <>
          <h1>Whom not to tell</h1>
          <p>
            Links to these hosts and paths are skipped, and endpoints there are not used. A host stands for all names
            below it, a path for all that is below that.
          </p>
          <EntryForm visitor={visitor} given={given} problem={problem} />
          <Entries visitor={visitor} kept={kept} />
          {configured.length > 0 && (
            <>
              <h2>From the configuration</h2>
              <ul>
                {configured.map((entry) => (
                  <li class="address">{line(entry)}</li>
                ))}
              </ul>
            </>
          )}
        </>
      ),
    });
  }

  routes.get('/', async (c) => c.html(await shown(c.var.visitor)));

  routes.post('/', async (c) => {
    const given = c.var.form.get('entry') ?? '';
    const entry = readEntry(given);
    if (entry === undefined) {
      const problem = 'That is neither a host, such as bob.example, nor a path at one, such as bob.example/private.';
      return c.html(await shown(c.var.visitor, given, problem), 422);
    }
    if (await store.dontTell.add(entry, clock.now())) await noteDone(deps, c, 'untold added', entry, '');
    return c.redirect('/admin/dont-tell', 303);
  });

  routes.post('/remove', async (c) => {
    const entry = c.var.form.get('entry') ?? '';
    if (!(await store.dontTell.remove(entry))) return c.notFound();
    await noteDone(deps, c, 'untold removed', entry, '');
    return c.redirect('/admin/dont-tell', 303);
  });
  return routes;
}

interface FormProps {
  readonly visitor: Visitor;
  readonly given: string;
  readonly problem: string | undefined;
}

function EntryForm({ visitor, given, problem }: FormProps) {
  return (
    <form method="post" action="/admin/dont-tell">
      <Csrf visitor={visitor} />
      {problem && <p role="alert">{problem}</p>}
      <label>
        Host or path
        <input name="entry" required maxlength={300} value={given} placeholder="bob.example" />
      </label>
      <button type="submit" class="secondary">
        Do not tell
      </button>
    </form>
  );
}

function Entries({ visitor, kept }: { visitor: Visitor; kept: readonly string[] }) {
  if (kept.length === 0) return <p class="empty">Nobody is on the list.</p>;
  return (
    <form method="post" action="/admin/dont-tell/remove">
      <Csrf visitor={visitor} />
      <ul class="rules">
        {kept.map((entry) => (
          <li>
            <code>{line(entry)}</code>
            <button type="submit" name="entry" value={entry} class="quiet" aria-label={`Tell again: ${entry}`}>
              Tell again
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
