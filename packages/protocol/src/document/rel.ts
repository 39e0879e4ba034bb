import { wordsIn } from './ascii.ts';

const MAX_TOKENS = 16;
const MAX_TOKEN = 40;

/** Lower-case tokens of a `rel` attribute, each once, in order; at most 16. */
export function relTokens(rel: string | undefined): string[] {
  const tokens = wordsIn(rel?.toLowerCase(), MAX_TOKENS * 2);
  return [...new Set(tokens)].filter((token) => token.length <= MAX_TOKEN).slice(0, MAX_TOKENS);
}
