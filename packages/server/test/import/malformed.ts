import { WORDPRESS } from './reading.ts';

const SOURCE = 'https://bob.example/a';
const TARGET = 'https://alice.example/post';

/** A file of each kind, with three that can be taken; the text of one of them is `WORDS`. */
export interface Sample {
  readonly name: string;
  /** What stands before the first, between two, and behind the last. */
  readonly head: string;
  readonly between: string;
  readonly tail: string;
  one(n: number, fields?: Fields): string;
  /** What a cut is told as; a list of links may be whole without its last cells. */
  readonly cut: RegExp;
}

interface Fields {
  readonly source?: string;
  readonly target?: string;
  readonly date?: string;
  readonly text?: string;
}

const WXR = WORDPRESS.toString();
const json = (value: object) => JSON.stringify(value);
const CUT_JSON = /^line \d+: the file ends in the middle; it was cut off\.$/;

export const SAMPLES: readonly Sample[] = [
  {
    name: 'wxr',
    head: `${WXR.slice(0, WXR.indexOf('<item>'))}\n<item><link>${TARGET}</link><wp:status>publish</wp:status>\n`,
    between: '\n',
    tail: '\n</item>\n</channel>\n</rss>\n',
    one: (n, { source = `${SOURCE}${n}`, target, date = '2014-03-02 08:15:00', text = 'Words' } = {}) =>
      `${target === undefined ? '' : `</item><item><link>${target}</link>`}<wp:comment><wp:comment_id>${n}</wp:comment_id><wp:comment_author><![CDATA[${text}]]></wp:comment_author>` +
      `<wp:comment_author_url>${source}</wp:comment_author_url><wp:comment_date_gmt>${date}</wp:comment_date_gmt>` +
      `<wp:comment_content><![CDATA[${text}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved>` +
      '<wp:comment_type>pingback</wp:comment_type></wp:comment>',
    cut: /^line \d+: it is not well-formed XML/,
  },
  {
    name: 'jf2',
    head: '{"type":"feed","children":[\n',
    between: ',\n',
    tail: '\n]}\n',
    one: (n, { source = `${SOURCE}${n}`, target = TARGET, date = '2014-03-02T08:15:00Z', text = 'Words' } = {}) =>
      json({ 'wm-id': n, 'wm-source': source, 'wm-target': target, 'wm-received': date, content: { text } }),
    cut: CUT_JSON,
  },
  {
    name: 'classic',
    head: '{"links":[\n',
    between: ',\n',
    tail: '\n]}\n',
    one: (n, { source = `${SOURCE}${n}`, target = TARGET, date = '2014-03-02T08:15:00Z', text = 'Words' } = {}) =>
      json({ id: n, source, target, verified: true, verified_date: date, data: { name: text } }),
    cut: CUT_JSON,
  },
  {
    name: 'go-jamming',
    head: '{"status":"success","json":[\n',
    between: ',\n',
    tail: '\n]}\n',
    one: (n, { source = `${SOURCE}${n}`, target = TARGET, date = '2014-03-02T08:15:00Z', text = 'Words' } = {}) =>
      json({ source, target, published: date, content: text, author: { name: text } }),
    cut: CUT_JSON,
  },
  {
    name: 'webmentiond',
    head: '{"items":[\n',
    between: ',\n',
    tail: '\n],"total":3}\n',
    one: (n, { source = `${SOURCE}${n}`, target = TARGET, date = '2014-03-02T08:15:00Z', text = 'Words' } = {}) =>
      json({ id: String(n), source, target, created_at: date, status: 'approved', content: text }),
    cut: CUT_JSON,
  },
  {
    name: 'csv',
    head: 'source,target,words\n',
    between: '\n',
    tail: '\n',
    one: (n, { source = `${SOURCE}${n}`, target = TARGET, text = 'Words' } = {}) =>
      `"${source}","${target}","${text.replaceAll('"', '""')}"`,
    cut: /^(?:line \d+: it does not end: a quotation mark opens a cell .*)?$/,
  },
];

export function fileOf(sample: Sample, ones: readonly string[]): string {
  return sample.head + ones.join(sample.between) + sample.tail;
}
