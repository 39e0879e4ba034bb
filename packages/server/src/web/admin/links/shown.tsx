import { LINK_FORMATS } from '../../links/write.ts';
import { Marked } from '../marked.tsx';
import { Permitted } from '../permitted.tsx';
import { useWords } from '../speaking.tsx';

/** No link was ever seen: what to do about it. */
export function NothingYet() {
  const { links } = useWords();
  return (
    <article class="empty">
      <h2>{links.empty}</h2>
      <ol>
        <li>
          <Marked text={links.emptyInvite} href="/admin/sites" />
        </li>
        <li>
          <Permitted right="change">
            <Marked text={links.emptyImport} href="/admin/links/import" />
          </Permitted>
        </li>
      </ol>
    </article>
  );
}

export function Nothing() {
  const { links } = useWords();
  return (
    <p class="empty">
      <Marked text={links.nothingFits} href="/admin/links" />
    </p>
  );
}

export function Older({ href }: { href: string }) {
  const { links } = useWords();
  return (
    <p>
      <a href={href} rel="next">
        {links.more}
      </a>
    </p>
  );
}

/** The same links as a file. */
export function ExportLinks({ query }: { query: string }) {
  const { links, searched } = useWords();
  return (
    <p>
      {links.asFile}{' '}
      {Object.keys(LINK_FORMATS).map((name, at) => (
        <>
          {at > 0 && ' · '}
          <a href={`/admin/links/export/${name}${query ? `?${query}` : ''}`}>{name.toUpperCase()}</a>
        </>
      ))}
      <Permitted right="change">
        {' '}
        · <a href="/admin/links/import">{links.importTitle}</a> · <a href="/admin/links/searched">{searched.title}</a>
      </Permitted>
    </p>
  );
}
