/** Where the link in the pages of the bench leads. */
export const TARGET = 'https://site.example/2024/05/a-post';

const LENGTH = 100_000;

/**
 * A weblog page of 100 kB, the same every time: head, navigation, paragraphs with a link or two each, and in the middle
 * the link to the target. `h-entry` marks the article up with microformats, which makes it a great deal dearer to read.
 * With a number the words are its own: what two pages of two sites say alike is looked at by the judge, and that is not
 * the usual case.
 */
export function weblogPage(kind: 'plain' | 'h-entry', text?: number): string {
  const [entry, content, author] =
    kind === 'plain' ? ['post', 'body', 'by'] : ['h-entry', 'e-content', 'p-author h-card'];
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>On hearing back</title><link rel="canonical" href="https://blog.example/post"><link rel="stylesheet" href="/style.css"></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul></nav><article class="${entry}"><h1 class="p-name">On hearing back</h1><p class="${author}"><a href="/about">Alice</a></p><div class="${content}">`;
  const link = `<p>As <a href="${TARGET}">somebody wrote</a>, links should be heard.</p>`;
  const tail = '</div></article><footer><p>Fin.</p></footer></body></html>';
  const room = LENGTH - head.length - link.length - tail.length;
  let before = '';
  for (let n = 0; before.length < room / 2; n += 1) before += paragraph(n, text);
  let after = '';
  for (let n = 0; before.length + after.length < room; n += 1)
    after += paragraph(text === undefined ? n : 100_000 + n, text);
  return head + before + link + after.slice(0, room - before.length) + tail;
}

const WORDS =
  'apple river stone letter winter garden window teacher copper violin harbour pepper candle forest mirror basket thunder ribbon saddle planet orchard whistle lantern meadow bridge kettle pencil summer island carpet engine feather market castle button silver valley tunnel hammer jacket guitar shadow pillow ladder rabbit corner bottle circle desert dragon finger flower friend ground honey jungle kitten lemon magnet needle ocean parrot quartz rocket'.split(
    ' ',
  );

function paragraph(n: number, text: number | undefined): string {
  if (text !== undefined) {
    const at = (nth: number) => {
      const mixed = Math.imul((text * 100_003 + n) * 64 + nth, 0x9e3779b1);
      return WORDS[Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 26];
    };
    const some = (from: number, count: number) => Array.from({ length: count }, (_, nth) => at(from + nth)).join(' ');
    return `<p class="line${n % 7}">${some(0, 6)} <a href="https://other${n}.example/post/${n}" rel="noopener">${some(6, 2)}</a> ${some(8, 3)}, <em>${some(11, 3)}</em> ${some(14, 6)} &amp; ${some(20, 4)}.</p>\n`;
  }
  return `<p class="line${n % 7}">Paragraph ${n} says what <a href="https://other${n}.example/post/${n}" rel="noopener">another</a> said, <em>with some stress</em> and an <img src="/i/${n}.png" alt="image ${n}" width="320"> between the words &amp; the lines of it.</p>\n`;
}
