/** Where the link in the pages of the bench leads. */
export const TARGET = 'https://site.example/2024/05/a-post';

const LENGTH = 100_000;

/**
 * A weblog page of 100 kB, the same every time: head, navigation, paragraphs with a link or two each, and in the middle
 * the link to the target. `h-entry` marks the article up with microformats, which makes it a great deal dearer to read.
 */
export function weblogPage(kind: 'plain' | 'h-entry'): string {
  const [entry, content, author] =
    kind === 'plain' ? ['post', 'body', 'by'] : ['h-entry', 'e-content', 'p-author h-card'];
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>On hearing back</title><link rel="canonical" href="https://blog.example/post"><link rel="stylesheet" href="/style.css"></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul></nav><article class="${entry}"><h1 class="p-name">On hearing back</h1><p class="${author}"><a href="/about">Alice</a></p><div class="${content}">`;
  const link = `<p>As <a href="${TARGET}">somebody wrote</a>, links should be heard.</p>`;
  const tail = '</div></article><footer><p>Fin.</p></footer></body></html>';
  const room = LENGTH - head.length - link.length - tail.length;
  let before = '';
  for (let n = 0; before.length < room / 2; n += 1) before += paragraph(n);
  let after = '';
  for (let n = 0; before.length + after.length < room; n += 1) after += paragraph(n);
  return head + before + link + after.slice(0, room - before.length) + tail;
}

function paragraph(n: number): string {
  return `<p class="line${n % 7}">Paragraph ${n} says what <a href="https://other${n}.example/post/${n}" rel="noopener">another</a> said, <em>with some stress</em> and an <img src="/i/${n}.png" alt="image ${n}" width="320"> between the words &amp; the lines of it.</p>\n`;
}
