import type { Written } from './written.ts';

/** A mail as plain text. What strangers wrote is quoted, so that none of it can pass for a line of ours. */
export function letterText({ summary, news, more, inbox, stop }: Written): string {
  const blocks = news.map(({ headline, shown, links, page }) =>
    [
      `* ${headline}`,
      ...(shown.title ? [`  > ${shown.title}`] : []),
      ...(shown.excerpt ? [`  > ${shown.excerpt}`] : []),
      `  From: ${shown.source || shown.host}`,
      `  To: ${shown.target}`,
      ...shown.reasons.map((reason) => `  - ${reason}`),
      ...links.map(({ name, url }) => `  ${name}: ${url}`),
      `  See it at the desk: ${page}`,
    ].join('\n'),
  );
  const end = [
    ...(more > 0 ? [`There are ${more} more.`] : []),
    `The inbox: ${inbox}`,
    ...(news.some(({ links }) => links.length > 0)
      ? [
          'A link that decides opens a page that asks you once more, is good for two weeks, and for as long as nobody decided.',
        ]
      : []),
    `No more of these mails: ${stop}`,
  ];
  const test = 'This is a test: notices of Hearback arrive here.';
  return `${[news.length === 0 ? test : summary, ...blocks, end.join('\n')].join('\n\n')}\n`;
}
