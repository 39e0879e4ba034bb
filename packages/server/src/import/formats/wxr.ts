import { SaxesParser } from 'saxes';
import { HearbackError } from '../../errors.ts';
import { othersFirst } from '../../slices.ts';
import type { Found } from '../brought.ts';
import type { Format } from '../format.ts';
import { escapeAmpersands } from './ampersands.ts';
import { readComment, type WxrComment, type WxrItem } from './wxr-comment.ts';

/** Characters that are read in one go, before whatever else is due. */
const SLICE = 64 * 1024;
/** Of one text without a tag in it: posts have a few hundred KiB. A parser keeps all of it. */
const MAX_TEXT = 32 * 1024 * 1024;
/** The deepest element of an export is six deep. */
const MAX_DEPTH = 64;
/** Of what is kept of a comment. */
const MAX_KEPT = 64 * 1024;
/** No XML may hold these, and exports of old blogs do. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const OF_ITEM: Readonly<Record<string, keyof WxrItem>> = {
  link: 'link',
  'wp:status': 'status',
  'wp:post_password': 'password',
  pubDate: 'published',
};

/**
 * Export files of WordPress. Read as a stream by a parser that knows no entities but the five of XML; a document type is
 * refused, since nothing in such a file needs one.
 */
export const wxr: Format = {
  name: 'wxr',
  title: 'WordPress export',
  looksLike: (head) => /<rss[\s>]/.test(head) && /wordpress\.org\/export\//.test(head),
  async *read(text) {
    const file = openFile();
    for await (const part of text) {
      for (let at = 0; at < part.length; at += SLICE) {
        yield* file.write(part.slice(at, at + SLICE));
        await othersFirst();
      }
    }
    yield* file.end();
  },
};

function openFile() {
  const parser = new SaxesParser({ fragment: false, position: true });
  const repaired = escapeAmpersands();
  const path: string[] = [];
  let found: Found[] = [];
  let item: WxrItem = { link: '', status: '', password: '', published: '' };
  let comment: WxrComment | undefined;
  let [began, text, metaKey] = [0, '', ''];
  let [fed, heardAt] = [0, 0];

  const fail = (what: string) => new HearbackError('import', `line ${parser.line}: ${what}`);
  parser.on('error', (error) => {
    // Its own sentence begins with line and column.
    throw fail(`it is not well-formed XML (${error.message.replace(/^\S*:\s*/, '').slice(0, 120)}).`);
  });
  parser.on('doctype', () => {
    throw fail('it has a document type (<!DOCTYPE>), which no export of WordPress has.');
  });
  parser.on('opentag', ({ name }) => {
    heardAt = fed;
    path.push(name);
    if (path.length > MAX_DEPTH) throw fail(`it is nested more than ${MAX_DEPTH} deep, which no such file is.`);
    text = '';
    if (path.length === 1 && name !== 'rss') throw fail(`its root element is <${name.slice(0, 40)}>, not <rss>.`);
    if (path.length === 3 && name === 'item') item = { link: '', status: '', password: '', published: '' };
    if (path.length === 4 && name === 'wp:comment' && path[2] === 'item') {
      comment = { fields: new Map(), meta: new Map() };
      began = parser.line;
    }
  });
  const hear = (piece: string) => {
    heardAt = fed;
    if (path[2] === 'item' && text.length < MAX_KEPT) text += piece.slice(0, MAX_KEPT - text.length);
  };
  parser.on('text', hear);
  parser.on('cdata', hear);
  parser.on('closetag', ({ name }) => {
    heardAt = fed;
    path.pop();
    if (comment) inComment(comment, name);
    else if (path.length === 3 && path[2] === 'item') {
      const key = OF_ITEM[name];
      if (key) item[key] = text.trim();
    }
    text = '';
  });

  function inComment(current: WxrComment, name: string): void {
    if (name === 'wp:comment') {
      found.push(readComment(current, item, `line ${began}`));
      comment = undefined;
    } else if (path.at(-1) === 'wp:commentmeta') {
      if (name === 'wp:meta_key') metaKey = text.trim();
      else if (name === 'wp:meta_value') current.meta.set(metaKey, text.trim());
    } else if (path.at(-1) === 'wp:comment') current.fields.set(name.replace('wp:comment_', ''), text);
  }

  function taken(): Found[] {
    const all = found;
    found = [];
    return all;
  }

  /** What was found before a mistake is given before it is thrown. */
  function* guarded(work: () => void): Generator<Found> {
    try {
      work();
    } catch (error) {
      yield* taken();
      throw error;
    }
    yield* taken();
  }

  return {
    write: (piece: string) =>
      guarded(() => {
        fed += piece.length;
        parser.write(repaired(piece.replace(CONTROLS, '\ufffd'), false));
        if (fed - heardAt > MAX_TEXT) throw fail('one text has more than 32 MiB; no blog has such a post.');
      }),
    end: () =>
      guarded(() => {
        parser.write(repaired('', true));
        parser.close();
      }),
  };
}
