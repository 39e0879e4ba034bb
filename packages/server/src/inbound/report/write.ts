import type { Mention } from '../../mention.ts';
import { isoDay, startOf } from '../../ports/counts.ts';
import type { ChangedLink } from '../../ports/index.ts';
import { REPORTED_PARTS, type Report, type Reported } from '../../report.ts';
import type { Words } from '../../words/words.ts';

/** A report in somebody's language: the mail, the desk and the command show the same. */
export interface WrittenReport {
  /** What it is about, without how much of what. */
  readonly title: string;
  /** The title, with how much of what. */
  readonly subject: string;
  readonly parts: readonly WrittenPart[];
  /** That nothing happened, if nothing did. */
  readonly nothing: string | undefined;
  /** Where one says how often it comes. */
  readonly settings: { readonly name: string; readonly url: string };
}

export interface WrittenPart {
  /** With the number, if there is one. */
  readonly headline: string;
  /** Where all is that it counts; `undefined` when it counts nothing. */
  readonly url: string | undefined;
  readonly rows: readonly WrittenRow[];
  /** That there is more than the rows show. */
  readonly more: string | undefined;
}

/** One line each: who or what, perhaps how much, and where to see it. */
export interface WrittenRow {
  readonly text: string;
  readonly note: string | undefined;
  readonly url: string;
}

export interface ReportWriter {
  readonly words: Words;
  /** Text of a stranger's as one line without tricks, and no longer than that. */
  readonly line: (text: string, most: number) => string;
  /** Title of a mention, and the host of its source, the same way. */
  readonly show: (mention: Mention) => { readonly title: string; readonly host: string };
  /** Address of the desk, without the slash at its end. */
  readonly desk: string;
}

const MOST_TITLE = 80;
const MOST_PLACE = 60;

export function writeReport(report: Report, writer: ReportWriter): WrittenReport {
  const { words, line } = writer;
  const { report: say, write } = words;
  const { site, period, changes, live } = report;
  const days = write.days(startOf(period.from), startOf(period.to));
  const title = say.title(line(site.name, MOST_PLACE), days);
  const happened = REPORTED_PARTS.filter((part) => changes[part].count > 0);
  const counts = happened.map((part) => say.many[part](changes[part].count));
  const parts = [
    ...happened.map((part) => changePart(report, part, writer)),
    ...topParts(report, writer),
    ...visitPart(report, writer),
    {
      ...{ headline: say.counted(say.live, write.number(live)), rows: [], more: undefined },
      url: `${writer.desk}/links?${new URLSearchParams({ site: site.id, state: 'present' })}`,
    },
  ];
  return {
    ...{ title, parts },
    subject: counts.length > 0 ? say.subject(title, write.list(counts)) : title,
    nothing: counts.length === 0 ? say.nothing : undefined,
    settings: { name: say.settings, url: `${writer.desk}/sites/${encodeURIComponent(site.id)}` },
  };
}

function changePart(report: Report, part: Reported, writer: ReportWriter): WrittenPart {
  const { words } = writer;
  const { count, rows } = report.changes[part];
  const rest = count - rows.length;
  return {
    headline: words.report.counted(words.report.parts[part], words.write.number(count)),
    url: changesAddress(report, { kind: part }, writer),
    rows: rows.map((row) => changeRow(row, part, writer)),
    more: rest > 0 ? words.report.more(rest) : undefined,
  };
}

function changeRow({ change, mention }: ChangedLink, part: Reported, writer: ReportWriter): WrittenRow {
  const { words, line } = writer;
  const { history } = words;
  const said = (text: string) => (text === '' ? history.nothing : `“${line(text, MOST_PLACE)}”`);
  const hasWords = change.kind === 'rel-changed' || change.kind === 'anchor-changed';
  const name = history.changes[change.kind];
  const note = hasWords ? words.report.counted(name, `${said(change.was)} → ${said(change.became)}`) : name;
  return { ...linkRow(mention, writer), note: part === 'changed' ? note : undefined };
}

/** `“A title” (bob.example) → /post` */
function linkRow(mention: Mention, { show, line, words, desk }: ReportWriter): WrittenRow {
  const { title, host } = show(mention);
  const name = line(title, MOST_TITLE);
  const from = name ? `“${name}” (${line(host, MOST_PLACE)})` : line(host, MOST_PLACE) || words.news.somebody;
  return {
    text: `${from} → ${line(pathOf(mention.target), MOST_PLACE)}`,
    note: undefined,
    url: `${desk}/mentions/${mention.id}`,
  };
}

/** Where most new links came from, and lead to; with one link each it would say the list above once more. */
function topParts(report: Report, writer: ReportWriter): readonly WrittenPart[] {
  const { words, line } = writer;
  if (report.changes.new.count <= 1) return [];
  return (['domains', 'pages'] as const).map((name) => {
    const field = name === 'domains' ? 'domain' : 'page';
    return {
      ...{ headline: words.report[name], url: undefined, more: undefined },
      rows: report[name].map(({ key, count }) => ({
        text: words.report.counted(
          line(name === 'domains' ? key : pathOf(`https://${key}`), MOST_PLACE),
          words.write.number(count),
        ),
        note: undefined,
        url: changesAddress(report, { kind: 'new', [field]: name === 'domains' ? key : `https://${key}` }, writer),
      })),
    };
  });
}

function visitPart(report: Report, writer: ReportWriter): readonly WrittenPart[] {
  const { words } = writer;
  if (report.visits.length === 0) return [];
  const rows = report.visits.map(({ mention, count }) => {
    const row = linkRow(mention, writer);
    return { ...row, text: words.report.counted(row.text, words.write.number(count)) };
  });
  return [{ headline: words.report.visits, url: undefined, rows, more: undefined }];
}

function changesAddress(
  { site, period }: Report,
  more: Readonly<Record<string, string>>,
  { desk }: ReportWriter,
): string {
  const query = new URLSearchParams({ site: site.id, from: isoDay(period.from), to: isoDay(period.to), ...more });
  return `${desk}/links/changes?${query}`;
}

function pathOf(target: string): string {
  const url = URL.parse(target);
  return url && url.pathname !== '/' ? url.pathname : (url?.host ?? target);
}
