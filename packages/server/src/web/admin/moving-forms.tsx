import { EXPORT_FORMATS } from '../export/index.ts';
import { Csrf } from './layout.tsx';
import { Marked } from './marked.tsx';
import type { Reached } from './reached.ts';
import { LabelledSites } from './site-choice.tsx';
import { useWords } from './speaking.tsx';
import type { Visitor } from './visitor.ts';
import { Wrong, wrong } from './wrong.tsx';

interface ImportProps {
  readonly sites: Reached;
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
        <OfSite sites={sites} />
        <label>
          <input type="checkbox" name="dry" /> {moving.dry}
        </label>
        {/* The last, for what comes behind a file is not read. */}
        <label>
          {moving.file}
          <input type="file" name="file" required {...wrong('file', problem)} />
          <Wrong name="file" problem={problem} />
          <small>
            <Marked text={moving.fileHint} />
          </small>
        </label>
        <button type="submit" class="save">
          {moving.read}
        </button>
      </form>
    </section>
  );
}

export function ExportForm({ sites }: { readonly sites: Reached }) {
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
        <OfSite sites={sites} />
        <button type="submit" class="save secondary">
          {moving.save}
        </button>
      </form>
    </section>
  );
}

function OfSite({ sites }: { readonly sites: Reached }) {
  const { moving } = useWords();
  if (sites !== 'many' && sites.length < 2) return null;
  return <LabelledSites label={moving.site} sites={sites} selected={undefined} all={moving.allSites} />;
}
