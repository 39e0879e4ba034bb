import type { Written, WrittenNews } from './written.ts';

/** A mail as a simple page: no images, no scripts, nothing that is fetched, so that opening it tells nobody. */
export function letterHtml({ summary, news, more, inbox, stop }: Written): string {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="color-scheme" content="light dark" />
        <title>{summary}</title>
      </head>
      <body style="font-family: system-ui, sans-serif; line-height: 1.5; max-width: 40em; margin: 1em auto; padding: 0 1em">
        {news.length === 0 ? (
          <p>This is a test: notices of Hearback arrive here.</p>
        ) : (
          <h1 style="font-size: 1.2em">
            <bdi>{summary}</bdi>
          </h1>
        )}
        {news.map((one) => (
          <Item news={one} isAlone={news.length === 1} />
        ))}
        {more > 0 && <p>There are {more} more.</p>}
        <p>
          <a href={inbox}>The inbox</a> · <a href={stop}>No more of these mails</a>
        </p>
      </body>
    </html>
  );
  return `<!doctype html>\n${page.toString()}\n`;
}

function Item({ news, isAlone }: { news: WrittenNews; isAlone: boolean }) {
  const { headline, shown, links, page } = news;
  return (
    <section style="border-top: 1px solid #8888; padding: 0.5em 0">
      {!isAlone && (
        <p>
          <strong>
            <bdi>{headline}</bdi>
          </strong>
        </p>
      )}
      {(shown.title || shown.excerpt) && (
        <blockquote style="border-left: 3px solid #8888; margin: 0.5em 0; padding-left: 0.8em">
          {shown.title && (
            <p>
              <strong>
                <bdi>{shown.title}</bdi>
              </strong>
            </p>
          )}
          {shown.excerpt && (
            <p>
              <bdi>{shown.excerpt}</bdi>
            </p>
          )}
        </blockquote>
      )}
      <p>
        From {shown.source ? <a href={shown.source}>{shown.source}</a> : <bdi>{shown.host}</bdi>}
        <br />
        To <a href={shown.target}>{shown.target}</a>
      </p>
      {shown.reasons.length > 0 && (
        <ul>
          {shown.reasons.map((reason) => (
            <li>
              <bdi>{reason}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p>
        {links.map(({ name, url }) => (
          <>
            <a href={url}>{name}</a> ·{' '}
          </>
        ))}
        <a href={page}>See it at the desk</a>
      </p>
      {links.length > 0 && (
        <p style="font-size: 0.85em">
          A link that decides opens a page that asks you once more. It is good for two weeks, and for as long as nobody
          decided.
        </p>
      )}
    </section>
  );
}
