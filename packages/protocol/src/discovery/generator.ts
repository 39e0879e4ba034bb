import { readHead } from '../document/head.ts';
import { headerValue } from '../http.ts';
import { plainText } from '../text.ts';
import type { DiscoveryPage } from './page.ts';

const MAX = 100;

/** What made the page, by its own word: `<meta name="generator">`, else `X-Generator`; `''` where it does not say. */
export function generatorOf({ html, finalUrl, headers }: DiscoveryPage): string {
  const named = /\bgenerator\b/i.test(html) ? readHead(html, finalUrl).meta.get('generator') : undefined;
  return plainText(named ?? headerValue(headers, 'x-generator') ?? '', MAX);
}
