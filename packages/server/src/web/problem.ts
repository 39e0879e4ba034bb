import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { en } from '../words/en/index.ts';
import { type Words, wordsOf } from '../words/words.ts';
import { languageOf } from './language.ts';
import { wantsJson } from './negotiate.ts';
import { PAGE_HEADERS, plainPage } from './plain-page.ts';

type Problems = Words['problems'];

interface Said {
  readonly title: string;
  readonly sentence: string;
}

/**
 * An error for whoever asked, as a page in the reader's language or as JSON in English: `problem(c, 404, (say) =>
 * say.notFound)`. Never what was thrown: that is for the owner's log.
 */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  choose: (say: Problems) => Said,
  headers: Record<string, string> = {},
): Response | Promise<Response> {
  if (wantsJson(c.req.raw) || c.req.path.startsWith('/api/')) {
    const { title, sentence } = choose(en.problems);
    const error = title.toLowerCase().replaceAll(' ', '_');
    return c.json({ error, error_description: sentence }, status, headers);
  }
  const words: Words = c.get('words') ?? wordsOf(languageOf(c));
  return c.html(plainPage(words.language, choose(words.problems)), status, { ...PAGE_HEADERS, ...headers });
}
