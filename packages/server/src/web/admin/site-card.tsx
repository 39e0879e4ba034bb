import type { Site } from '../../site.ts';
import { settingsOf } from '../../site-settings.ts';
import { line } from '../text.ts';
import { Marked } from './marked.tsx';
import { Permitted } from './permitted.tsx';
import { Snippets } from './snippets.tsx';
import { useWords } from './speaking.tsx';

interface SiteCardProps {
  readonly site: Site;
  /** Pages in the map; `undefined` without one. */
  readonly pages: number | undefined;
  readonly publicUrl: string;
  readonly isOneOfMany: boolean;
}

/** A site in the list of them: what to copy into its pages, and the way to its settings. */
export function SiteCard({ site, pages, publicUrl, isOneOfMany }: SiteCardProps) {
  const { site: words, build, doctor, ownPages, snippets } = useWords();
  const path = `/admin/sites/${encodeURIComponent(site.id)}`;
  const copied = <Snippets site={site} protocols={settingsOf(site).protocols} publicUrl={publicUrl} />;
  return (
    <article>
      <header>
        <h2>
          <bdi>{line(site.name)}</bdi>
        </h2>
        <small class="address">{site.url}</small>
      </header>
      <p>
        <a href={path}>{words.settings}</a>
      </p>
      <Permitted right="change" site={site.id}>
        <p>
          <a href={`/admin/doctor?site=${encodeURIComponent(site.id)}`}>{doctor.link}</a>
        </p>
      </Permitted>
      <p>{pages === undefined ? ownPages.noMap : <Marked text={ownPages.known(pages)} href={`${path}/pages`} />}</p>
      <Permitted right="change" site={site.id}>
        <p>
          <a href={`${path}/build`}>{build.link}</a>
        </p>
      </Permitted>
      {isOneOfMany ? (
        <details>
          <summary>{snippets.find}</summary>
          {copied}
        </details>
      ) : (
        copied
      )}
    </article>
  );
}
