import type { WrittenPart, WrittenReport } from '../inbound/report/write.ts';
import type { Words } from '../words/words.ts';

interface Ending {
  readonly words: Words;
  readonly stop: string;
}

/** A report as a simple page: no images, no scripts, nothing that is fetched, so that opening it tells nobody. */
export function reportHtml({ title, parts, nothing, settings }: WrittenReport, { words, stop }: Ending): string {
  const page = (
    <html lang={words.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
      </head>
      <body style="font-family: system-ui, sans-serif; line-height: 1.5; max-width: 40em; margin: 1em auto; padding: 0 1em">
        <h1 style="font-size: 1.2em">
          <bdi>{title}</bdi>
        </h1>
        {nothing !== undefined && <p>{nothing}</p>}
        {parts.map((part) => (
          <Part part={part} />
        ))}
        <p style="border-top: 1px solid #8888; padding-top: 0.5em">
          <a href={settings.url}>{settings.name}</a> · <a href={stop}>{words.news.stop}</a>
        </p>
      </body>
    </html>
  );
  return `<!doctype html>\n${page.toString()}\n`;
}

function Part({ part: { headline, url, rows, more } }: { part: WrittenPart }) {
  return (
    <section>
      <h2 style="font-size: 1em">{url === undefined ? headline : <a href={url}>{headline}</a>}</h2>
      {rows.length > 0 && (
        <ul>
          {rows.map((row) => (
            <li>
              <a href={row.url}>
                <bdi>{row.text}</bdi>
              </a>
              {row.note !== undefined && (
                <>
                  <br />
                  <small>
                    <bdi>{row.note}</bdi>
                  </small>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {more !== undefined && url !== undefined && (
        <p>
          <a href={url}>{more}</a>
        </p>
      )}
    </section>
  );
}
