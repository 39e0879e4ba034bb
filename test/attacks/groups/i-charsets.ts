import assert from 'node:assert/strict';
import { PUBLIC } from '../lib/addresses.ts';
import { type AttackCase, type Group, row } from '../lib/case.ts';
import { read } from '../lib/reading.ts';
import { bytesOf, notification, TARGET } from '../lib/requests.ts';
import { reply } from '../lib/verbs.ts';

const LINK = `<p>I read <a href="${TARGET}">this</a>.`;
const HTML = 'text/html; charset=';
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** What is stored of a page is what the owner's API gives: text that every encoder takes. */
function stored(title: string, html: string | Buffer, check: (title: string, excerpt: string) => void): AttackCase {
  return {
    title,
    dns: { 'source.test': [PUBLIC] },
    dial: { [`${PUBLIC}:80`]: reply('200 OK', ['Content-Type: text/html; charset=utf-8'], html) },
    deed: {
      drill: async ({ rig }) => {
        await rig.send(bytesOf(notification('webmention', 'http://source.test/')));
        await rig.pass();
        const [mention] = await rig.mentions();
        assert.equal(mention?.link, 'live');
        const { title: name = '', excerpt = '' } = mention?.entry ?? {};
        for (const text of [name, excerpt]) {
          assert.ok(text.isWellFormed(), 'half a character');
          // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
          assert.doesNotMatch(text, /[\0-\x08\x0b\x0c\x0e-\x1f]/);
        }
        check(name, excerpt);
      },
    },
    expect: { rows: 1, contacted: [`${PUBLIC}:80`] },
  };
}

export const group: Group = {
  letter: 'I',
  title: 'charsets and Unicode',
  rows: [
    row('162', 1, 'a hostile name of a charset', [
      ...['utf-7', 'iso-2022-kr', 'hz-gb-2312', 'x-user-defined', 'utf-8, utf-8', 'x'.repeat(300), '', '"', 'none'].map(
        (name) => read(JSON.stringify(name.slice(0, 20)), LINK, ['live', 'absent', 'unreachable'], {}, HTML + name),
      ),
      read('utf-7 hides no link', `+ADw-a href=+ACI-${TARGET}+ACI-+AD4-x`, 'absent', {}, `${HTML}utf-7`),
    ]),
    row('163', 1, 'three names that disagree', [
      read('mark before header', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(LINK)]), 'live', {}, `${HTML}utf-8`),
      read('header before meta', `<meta charset=utf-16>${LINK}`, 'live', {}, `${HTML}utf-8`),
      read('UTF-16 that nothing names', utf16(LINK), 'absent', {}, 'text/html'),
      read('meta after 1,024 bytes', `${' '.repeat(2000)}<meta charset=utf-16>${LINK}`, 'live', {}, 'text/html'),
    ]),
    row('164', 1, 'encodings with states', [
      read('ISO-2022-JP', latin1(`\x1b(J\\\x1b(B${LINK}`), 'live', {}, `${HTML}iso-2022-jp`),
      read(
        'a bracket that is none',
        latin1(`\x1b$B<a href="${TARGET}">x</a>\x1b(B`),
        ['absent', 'live'],
        {},
        `${HTML}iso-2022-jp`,
      ),
    ]),
    row('165', 0, 'broken characters in text', [
      stored('half a pair as a reference', `<title>a&#xD800;b</title>${LINK}`, (title) =>
        assert.equal(title, 'a\ufffdb'),
      ),
      stored('bytes that are none', latin1(`<title>a\xc0\xaf\xed\xa0\x80b</title>${LINK}`), (title) =>
        assert.match(title, /^a\ufffd+b$/),
      ),
    ]),
    row('166', 0, 'NUL in text', [
      stored('as a byte and as a reference', `<title>a\0b&#0;c\u0001d</title>${LINK}`, (title) =>
        assert.match(title, /^a\ufffd?b\ufffd?cd$/),
      ),
    ]),
    row('167', 1, 'a cut within a character', [
      stored('families', `<title>${'\u{1F468}\u200D\u{1F469}\u200D\u{1F467}'.repeat(400)}</title>${LINK}`, (title) =>
        assert.doesNotMatch(title.replace(/…$/, ''), /\u200d$/),
      ),
      stored('marks', `<title>${'e\u0301'.repeat(600)}</title>${LINK}`, (title) =>
        assert.ok([...new Intl.Segmenter().segment(title)].length <= 251),
      ),
    ]),
  ],
};
