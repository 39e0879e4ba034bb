import { Hono } from 'hono';
import { readEntry } from '../../dont-tell.ts';
import type { WebDeps } from '../deps.ts';
import { line } from '../text.ts';
import { Csrf, page } from './layout.tsx';
import { Permitted } from './permitted.tsx';
import { useWords } from './speaking.tsx';
import { type DeskEnv, noteDone, type Visitor } from './visitor.ts';
import { Wrong, wrong } from './wrong.tsx';

/** Hosts and paths that are never told of a link. */
export function dontTellRoutes(deps: Pick<WebDeps, 'store' | 'clock' | 'dontTell'>): Hono<DeskEnv> {
  const { store, clock, dontTell: configured = [] } = deps;
  const routes = new Hono<DeskEnv>();

  async function shown(visitor: Visitor, given = '', problem?: string) {
    const { dontTell } = visitor.words;
    const kept = await store.dontTell.list();
    return page({
      title: dontTell.title,
      section: 'deliveries',
      visitor,
      children: (
        <>
          <h1>{dontTell.title}</h1>
          <p>{dontTell.what}</p>
          <Permitted right="change">
            <EntryForm visitor={visitor} given={given} problem={problem} />
          </Permitted>
          <Entries visitor={visitor} kept={kept} />
          {configured.length > 0 && (
            <>
              <h2>{dontTell.configured}</h2>
              <ul>
                {configured.map((entry) => (
                  <li class="address">
                    <bdi>{line(entry)}</bdi>
                  </li>
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
      const problem = c.var.words.dontTell.neither;
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
  const { dontTell } = useWords();
  return (
    <form method="post" action="/admin/dont-tell">
      <Csrf visitor={visitor} />
      <label>
        {dontTell.hostOrPath}
        <input
          name="entry"
          required
          maxlength={300}
          value={given}
          placeholder="bob.example"
          {...wrong('entry', problem)}
        />
        <Wrong name="entry" problem={problem} />
      </label>
      <button type="submit" class="secondary">
        {dontTell.add}
      </button>
    </form>
  );
}

function Entries({ visitor, kept }: { visitor: Visitor; kept: readonly string[] }) {
  const { dontTell } = useWords();
  if (kept.length === 0) return <p class="empty">{dontTell.nobody}</p>;
  return (
    <form method="post" action="/admin/dont-tell/remove">
      <Csrf visitor={visitor} />
      <ul class="rules">
        {kept.map((entry) => (
          <li>
            <code>{line(entry)}</code>
            <Permitted right="change">
              <button type="submit" name="entry" value={entry} class="quiet" aria-label={dontTell.removeOne(entry)}>
                {dontTell.remove}
              </button>
            </Permitted>
          </li>
        ))}
      </ul>
    </form>
  );
}
