import { identity } from '@hearback/protocol';
import type { WrittenReport } from '../inbound/report/write.ts';
import { LINK_DECISIONS } from '../notice-link.ts';
import type { Letter } from '../ports/index.ts';
import type { Gathering } from '../recipient.ts';
import type { Report } from '../report.ts';
import { type Words, wordsOf } from '../words/words.ts';
import { letterHtml } from './letter-html.tsx';
import { letterText } from './letter-text.ts';
import { newsOf, restOf, summaryOf } from './news.ts';
import { reportHtml } from './report-html.tsx';
import { reportText } from './report-text.ts';
import { cut, type Links, type Show } from './shown.ts';
import type { WrittenNews } from './written.ts';

/** A mail, ready for the server. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  /** Mails about one page are one thread. */
  readonly references: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

export interface MailDeps {
  readonly show: Show;
  readonly links: Links;
  /** Host name that the ids of mails end in. */
  readonly host: () => string;
  readonly writeReport: (report: Report, words: Words) => WrittenReport;
}

const MOST_SUBJECT = 150;

export async function writeMail(
  { show, links, host, writeReport }: MailDeps,
  { id: recipient, address, language }: Pick<Gathering, 'id' | 'address' | 'language'>,
  letter: Letter,
): Promise<Mail> {
  const { id, tellings, report } = letter;
  const words = wordsOf(language);
  const stop = await links.stop(recipient);
  if (report) {
    const written = writeReport(report, words);
    return {
      ...envelope(id, address, written.subject, stop, host()),
      text: `${reportText(written)}${words.news.stop}: ${stop}\n`,
      html: reportHtml(written, { words, stop }),
      references: undefined,
    };
  }
  const news = await Promise.all(
    tellings.map(async (telling): Promise<WrittenNews> => {
      const one = newsOf(telling, show, words);
      const which = one.event === 'mention.held' ? LINK_DECISIONS : [];
      const decisions = which.map(async (word) => ({
        name: words.news.decision[word],
        url: await links.decide(word, one.id, recipient),
      }));
      return { ...one, links: await Promise.all(decisions), page: links.mention(one.id) };
    }),
  );
  const summary = summaryOf(news, letter, words);
  const rest = restOf(news, letter.counts);
  const written = { summary, news, rest, inbox: links.inbox, stop, words };
  const [first] = tellings;
  return {
    ...envelope(id, address, summary, stop, host()),
    text: letterText(written),
    html: letterHtml(written),
    references:
      first && tellings.length === 1 ? `<page.${await digest(identity(first.mention.target))}@${host()}>` : undefined,
  };
}

/** What all mails have. */
function envelope(id: string, to: string, subject: string, stop: string, host: string) {
  return {
    to,
    subject: cut(`[Hearback] ${subject}`, MOST_SUBJECT),
    messageId: `<${id}@${host}>`,
    headers: {
      // RFC 3834: no program answers it with "out of office".
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      // RFC 8058: the reader's program may end it with one click, by a POST.
      'List-Unsubscribe': `<${stop}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': `Hearback notices <notices.${host}>`,
    },
  };
}

async function digest(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...bytes.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
