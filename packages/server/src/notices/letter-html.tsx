import type { Words } from '../words/words.ts';
import type { Written, WrittenNews } from './written.ts';

/** A mail as a simple page: no images, no scripts, nothing that is fetched, so that opening it tells nobody. */
export function letterHtml({ summary, news, rest, inbox, stop, words }: Written): string {
  const said = words.news;
  const page = (
    <html lang={words.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="color-scheme" content="light dark" />
        <title>{summary}</title>
      </head>
      <body style="font-family: system-ui, sans-serif; line-height: 1.5; max-width: 40em; margin: 1em auto; padding: 0 1em">
        {news.length === 0 ? (
          <p>{said.testText}</p>
        ) : (
          <h1 style="font-size: 1.2em">
            <bdi>{summary}</bdi>
          </h1>
        )}
        {news.map((one) => (
          <Item news={one} isAlone={news.length === 1} words={words} />
        ))}
        {rest > 0 && <p>{said.more(rest)}</p>}
        {news.some(({ links }) => links.length > 0) && <p style="font-size: 0.85em">{said.asksAgain}</p>}
        <p>
          <a href={inbox}>{said.inbox}</a> · <a href={stop}>{said.stop}</a>
        </p>
      </body>
    </html>
  );
  return `<!doctype html>\n${page.toString()}\n`;
}

function Item({ news, isAlone, words }: { news: WrittenNews; isAlone: boolean; words: Words }) {
  const said = words.news;
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
        {said.from} {shown.source ? <a href={shown.source}>{shown.source}</a> : <bdi>{shown.host}</bdi>}
        <br />
        {said.to} <a href={shown.target}>{shown.target}</a>
      </p>
      {shown.reasons.length > 0 && (
        <ul>
          {shown.reasons.map((reason) => (
            <li lang="en">
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
        <a href={page}>{said.seeIt}</a>
      </p>
    </section>
  );
}
