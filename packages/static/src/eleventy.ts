import { loadMentions, type MentionsOptions } from './load.ts';
import { grouped, type Mentions } from './mentions.ts';

/** What is used of Eleventy's configuration, 2 and 3 alike. */
interface EleventyConfig {
  addGlobalData(name: string, value: () => Promise<Mentions>): unknown;
  addFilter(name: string, filter: (...args: never[]) => unknown): unknown;
}

/**
 * `eleventyConfig.addPlugin(hearback, { server, site })`. Templates then have the data `hearback`, with `hearback.all`, and
 * the filters `mentionsOf` (`{% assign list = hearback | mentionsOf: page.url %}`) and `groupMentions`.
 */
export default function hearback(eleventyConfig: EleventyConfig, options: MentionsOptions): void {
  eleventyConfig.addGlobalData('hearback', () => loadMentions(options));
  eleventyConfig.addFilter('mentionsOf', (mentions: Mentions, page: string) => mentions.of(page));
  eleventyConfig.addFilter('groupMentions', grouped);
}
