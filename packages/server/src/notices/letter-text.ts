import type { Written } from './written.ts';

/** A mail as plain text. What strangers wrote is quoted, so that none of it can pass for a line of ours. */
export function letterText({ summary, news, rest, inbox, stop, words }: Written): string {
  const said = words.news;
  const blocks = news.map(({ headline, shown, links, page }) =>
    [
      `* ${headline}`,
      ...(shown.title ? [`  > ${shown.title}`] : []),
      ...(shown.excerpt ? [`  > ${shown.excerpt}`] : []),
      `  ${said.from}: ${shown.source || shown.host}`,
      `  ${said.to}: ${shown.target}`,
      ...shown.reasons.map((reason) => `  - ${reason}`),
      ...links.map(({ name, url }) => `  ${name}: ${url}`),
      `  ${said.seeIt}: ${page}`,
    ].join('\n'),
  );
  const end = [
    ...(rest > 0 ? [said.more(rest)] : []),
    `${said.inbox}: ${inbox}`,
    ...(news.some(({ links }) => links.length > 0) ? [said.asksAgain] : []),
    `${said.stop}: ${stop}`,
  ];
  return `${[news.length === 0 ? said.testText : summary, ...blocks, end.join('\n')].join('\n\n')}\n`;
}
