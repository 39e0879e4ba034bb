import { createHash } from 'node:crypto';
import { REL } from '../rel.ts';
import { publishedHere } from './jf2.ts';
import { PROPERTIES } from './properties.ts';
import type { Writing } from './rows.ts';
import { deed } from './verbs.ts';

const STYLE =
  ':root{color-scheme:light dark}body{max-width:45rem;margin:auto;padding:1rem;font-family:system-ui,sans-serif;line-height:1.5;overflow-wrap:anywhere}article{border-top:1px solid}h2{font-size:1rem}';

export const HTML_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  // Somebody else's words on our origin: they may do nothing here. A site may frame them.
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors *; sandbox allow-popups`,
};

export const HTML_FRAME = [
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Mentions</title><style>${STYLE}</style></head>\n<body><main class="h-feed"><h1 class="p-name">Mentions</h1>\n`,
  '</main></body></html>\n',
] as const;

/** Each mention as an `h-entry`, in the elements that webmention.io's page of this name has. */
export const HTML_ROWS: Writing = {
  between: '\n',
  row(mention) {
    const { author, host, source, target, title, excerpt } = mention;
    const when = mention.published || publishedHere(mention);
    return String(
      <article class="h-entry">
        <h2>
          <bdi>{deed(mention)}</bdi>
        </h2>
        <p>
          <bdi class="p-author">{author.name || host}</bdi>:{' '}
          <a class="u-url" href={source} rel={REL}>
            <bdi class="p-name">{title || host}</bdi>
          </a>{' '}
          <time class="dt-published" datetime={when}>
            {when.slice(0, 10)}
          </time>
        </p>
        {excerpt && (
          <p class="e-content">
            <bdi>{excerpt}</bdi>
          </p>
        )}
        <p>
          <a class={`u-${PROPERTIES[mention.kind]}`} href={target}>
            {target}
          </a>
        </p>
      </article>,
    );
  },
};
