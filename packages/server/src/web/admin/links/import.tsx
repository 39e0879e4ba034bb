import { Hono } from 'hono';
import { countTaken } from '../../../import/counts.ts';
import type { WebDeps } from '../../deps.ts';
import type { ImportedLinks } from '../../import-links.ts';
import { line } from '../../text.ts';
import { Csrf, page } from '../layout.tsx';
import { Marked } from '../marked.tsx';
import { useWords } from '../speaking.tsx';
import { type DeskEnv, noteDone, type Visitor } from '../visitor.ts';

/** The names of the columns are for the reader of lists, the same in every language. */
const EXAMPLE = 'source,target\nhttps://bob.example/answer,https://you.example/post';

/** A list of links from elsewhere, to be looked at one by one. */
export function importRoutes(deps: Pick<WebDeps, 'store' | 'clock' | 'importLinks' | 'onWork'>): Hono<DeskEnv> {
  const shown = (visitor: Visitor, text: string, done?: ImportedLinks) =>
    page({
      title: visitor.words.links.importTitle,
      section: 'links',
      visitor,
      children: (
        <>
          <h1>{visitor.words.links.importTitle}</h1>
          {done && <Done done={done} />}
          <ImportForm visitor={visitor} text={text} />
        </>
      ),
    });
  return new Hono<DeskEnv>()
    .get('/', (c) => c.html(shown(c.var.visitor, '')))
    .post('/', async (c) => {
      const text = c.var.form.get('links') ?? '';
      const done = await deps.importLinks?.(text, undefined);
      if (!done) return c.notFound();
      const taken = countTaken(done.counts);
      if (taken > 0) {
        await noteDone(deps, c, 'links imported', String(taken), '');
        deps.onWork?.();
      }
      return c.html(shown(c.var.visitor, done.problem ? text : '', done), done.problem ? 422 : 200);
    });
}

function ImportForm({ visitor, text }: { visitor: Visitor; text: string }) {
  const { links } = useWords();
  return (
    <form method="post" action="/admin/links/import">
      <Csrf visitor={visitor} />
      <p>{links.importWhat}</p>
      <label>
        {links.importList}
        <textarea name="links" rows={10} required maxlength={60_000} placeholder={EXAMPLE}>
          {text}
        </textarea>
      </label>
      <button type="submit" class="save">
        {links.importDo}
      </button>
      <p class="faint">
        <Marked text={links.importFile} href="/admin/moving" /> <Marked text={links.importMore} />
      </p>
    </form>
  );
}

function Done({ done: { counts, skips, problem } }: { done: ImportedLinks }) {
  const { links, moving } = useWords();
  // A page that is to be searched is no link yet.
  const taken = countTaken({ ...counts, linking: 0 });
  return (
    <>
      {problem && (
        <p role="alert">
          <bdi lang="en">{line(problem)}</bdi>
        </p>
      )}
      <p role="status">
        {[
          ...(taken > 0 || counts.linking === 0 ? [links.imported.links(taken)] : []),
          ...(counts.linking > 0 ? [links.imported.pages(counts.linking)] : []),
          links.imported.lines(counts.read),
        ].join(', ')}
      </p>
      {counts.linking > 0 && (
        <p>
          <a href="/admin/links/searched">{moving.searched}</a>
        </p>
      )}
      {skips.length > 0 && (
        <details>
          <summary>{links.notTaken}</summary>
          <ul>
            {skips.map(({ place, why, what }) => (
              <li class="address">
                {line(place)}: {links.skipped[why as keyof typeof links.skipped] ?? links.skipped.unreadable}{' '}
                <bdi>{line(what).slice(0, 200)}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
