import type { Skipped } from '../../import/brought.ts';
import type { Taken } from '../../import/take-file.ts';
import { BROUGHT_AS } from '../../mention.ts';
import type { Site } from '../../site.ts';
import { EXPORT_FORMATS } from '../export/index.ts';
import { line } from '../text.ts';
import { Csrf } from './layout.tsx';
import { Marked } from './marked.tsx';
import { useWords } from './speaking.tsx';
import type { Visitor } from './visitor.ts';
import { Wrong, wrong } from './wrong.tsx';

/** What there is to say above the forms. */
export interface Told {
  readonly problem?: string;
  readonly taken?: Taken;
}

interface ImportProps {
  readonly sites: readonly Site[];
  readonly visitor: Visitor;
  readonly problem: string | undefined;
}

export function ImportForm({ sites, visitor, problem }: ImportProps) {
  const { moving } = useWords();
  return (
    <section>
      <h2>{moving.inTitle}</h2>
      <p>{moving.inWhat}</p>
      <form method="post" action="/admin/moving" enctype="multipart/form-data">
        <Csrf visitor={visitor} />
        <label>
          {moving.file}
          <input type="file" name="file" required {...wrong('file', problem)} />
          <Wrong name="file" problem={problem} />
          <small>
            <Marked text={moving.fileHint} />
          </small>
        </label>
        <SiteChoice sites={sites} />
        <button type="submit" class="save">
          {moving.read}
        </button>
      </form>
    </section>
  );
}

export function ExportForm({ sites }: { readonly sites: readonly Site[] }) {
  const { moving } = useWords();
  const said: Readonly<Record<string, string>> = moving.formats;
  return (
    <section>
      <h2>{moving.outTitle}</h2>
      <p>
        <Marked text={moving.outWhat} />
      </p>
      <form method="get" action="/admin/moving/export">
        <fieldset>
          {EXPORT_FORMATS.map(({ name, title }, n) => (
            <label>
              <input type="radio" name="format" value={name} checked={n === 0} /> {said[name] ?? title}
            </label>
          ))}
        </fieldset>
        <SiteChoice sites={sites} />
        <button type="submit" class="save secondary">
          {moving.save}
        </button>
      </form>
    </section>
  );
}

function SiteChoice({ sites }: { readonly sites: readonly Site[] }) {
  const { moving } = useWords();
  if (sites.length < 2) return null;
  return (
    <label>
      {moving.site}
      <select name="site">
        <option value="">{moving.allSites}</option>
        {sites.map(({ id, name }) => (
          <option value={id}>{line(name)}</option>
        ))}
      </select>
    </label>
  );
}

/** What came of an import, by kinds; each reason only where there was one. */
export function ImportResult({ counts, problem }: Taken) {
  const { moving, write } = useWords();
  const reasons: Readonly<Record<Skipped, string>> = moving.skipped;
  const rows = [
    ...BROUGHT_AS.map((as) => [moving.taken[as], counts.taken[as]] as const),
    ...(Object.entries(counts.skipped) as [Skipped, number][]).map(([why, n]) => [reasons[why], n] as const),
  ].filter(([, n]) => n > 0);
  const isNothing = BROUGHT_AS.every((as) => counts.taken[as] === 0);
  return (
    <section role="status">
      {problem && (
        <p role="alert">
          <Marked text={moving.stopped} with={{ problem: <bdi>{line(problem)}</bdi> }} />
        </p>
      )}
      <p>
        {moving.done(counts.read)} {isNothing && moving.nothingNew}
      </p>
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{moving.number}</th>
              <th scope="col">{moving.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([text, n]) => (
              <tr>
                <td>{write.number(n)}</td>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
