import { type Context, Hono } from 'hono';
import type { Language } from '../words/language.ts';
import { wordsOf } from '../words/words.ts';
import { inertJson } from './api/json.ts';
import type { WebDeps } from './deps.ts';
import { createShowing, type Group, type Showing } from './showing/find.ts';
import { FRAGMENT_HEADERS } from './showing/fragment-headers.ts';
import { readShowing, type ShowingQuery } from './showing/query.ts';
import type { Shown } from './showing/shown.ts';

/**
 * `GET /fragment?target=URL`: the mentions of a page as HTML to put into it, without scripts and without style; and
 * `/fragment.json`, the same for the widget.
 */
export function fragmentRoutes(deps: Pick<WebDeps, 'store' | 'directory' | 'clock' | 'publicUrl'>): Hono {
  const find = createShowing(deps);
  const queryOf = (c: Context) => readShowing(new URL(c.req.url).searchParams);
  const nameIt = (c: Context) =>
    c.text(`Name the page whose mentions you want: ${c.req.path}?target=URL\n`, 400, FRAGMENT_HEADERS);
  return new Hono()
    .get('/fragment', async (c) => {
      const query = queryOf(c);
      if (!query.target) return nameIt(c);
      return c.html(<Fragment {...(await find(query))} language={query.language} />, 200, FRAGMENT_HEADERS);
    })
    .get('/fragment.json', async (c) => {
      const query = queryOf(c);
      if (!query.target) return nameIt(c);
      const body = inertJson(asJson(await find(query), query));
      return c.body(body, 200, { ...FRAGMENT_HEADERS, 'Content-Type': 'application/json; charset=utf-8' });
    });
}

/** With the words in the reader's language, so that the widget need not carry four of them. */
function asJson({ total, groups }: Showing, { language }: ShowingQuery) {
  const { groups: titles, empty, showMore } = wordsOf(language).showing;
  return {
    ...{ total, language, empty, showMore },
    groups: groups.map((group) => ({ ...group, title: titles[group.name] })),
  };
}

function Fragment({ groups, language }: Showing & { language: Language }) {
  const words = wordsOf(language).showing;
  if (groups.length === 0)
    return (
      <p class="hearback-empty" lang={language}>
        {words.empty}
      </p>
    );
  return (
    <div class="hearback" lang={language}>
      {groups.map((group) => (
        <Grouped group={group} language={language} />
      ))}
    </div>
  );
}

function Grouped({ group, language }: { group: Group; language: Language }) {
  const { name, faces, total, mentions } = group;
  const words = wordsOf(language).showing;
  const more = total - mentions.length;
  return (
    <section class={`hearback-group hearback-group-${name}`} aria-label={words.groups[name]}>
      <p class="hearback-title">
        {words.groups[name]} <span class="hearback-count">{total}</span>
      </p>
      {faces ? (
        <ul class="hearback-faces">
          {mentions.map((shown) => (
            <Face shown={shown} />
          ))}
        </ul>
      ) : (
        <ol class="hearback-list">
          {mentions.map((shown) => (
            <Mentioned shown={shown} language={language} />
          ))}
        </ol>
      )}
      {more > 0 && <p class="hearback-more">{words.andMore(more)}</p>}
    </section>
  );
}

/** Dimensions are said, so that nothing moves when the picture comes. */
function Avatar({ photo }: { photo: string }) {
  return photo ? <img class="hearback-avatar" src={photo} alt="" width={48} height={48} loading="lazy" /> : null;
}

function Face({ shown }: { shown: Shown }) {
  const { kind, source, rel, name, photo, verb } = shown;
  return (
    <li class={`hearback-face hearback-${kind}`}>
      <a class="hearback-source" href={source} rel={rel}>
        <Avatar photo={photo} />
        <bdi class="hearback-author">{name}</bdi>
      </a>{' '}
      <span class="hearback-verb">{verb}</span>
    </li>
  );
}

function Mentioned({ shown, language }: { shown: Shown; language: Language }) {
  const { kind, source, rel, name, url, photo, verb, title, text, date } = shown;
  return (
    <li class={kind === 'mention' ? 'hearback-mention' : `hearback-mention hearback-${kind}`}>
      <p>
        <Avatar photo={photo} />
        {url ? (
          <a class="hearback-author" href={url} rel={rel}>
            <bdi>{name}</bdi>
          </a>
        ) : (
          <bdi class="hearback-author">{name}</bdi>
        )}{' '}
        <span class="hearback-verb">{verb}</span>{' '}
        <a class="hearback-source" href={source} rel={rel}>
          <bdi>{title}</bdi>
        </a>{' '}
        <time class="hearback-date" datetime={date}>
          {wordsOf(language).write.day(Date.parse(date))}
        </time>
      </p>
      {text && (
        <blockquote class="hearback-text" cite={source}>
          <p>
            <bdi>{text}</bdi>
          </p>
        </blockquote>
      )}
    </li>
  );
}
