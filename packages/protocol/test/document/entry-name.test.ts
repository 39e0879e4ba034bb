import { describe, expect, it } from 'vitest';
import { read } from './read.ts';
import { entryPage, linkTo } from './write.ts';

const entry = (name: string, content: string) =>
  `${entryPage(`<p class=p-name>${name}</p><div class=e-content>${content}</div>`)}${linkTo()}`;

/** What becomes of a name beside a content; `Page` is the title of the page. */
const ROWS: readonly (readonly [id: string, html: string, title: string])[] = [
  ['of its own', entry('Named', 'Words'), 'Named'],
  ['no content', `${entryPage('<p class=p-name>Named</p>')}${linkTo()}`, 'Named'],
  ['the content itself', entryPage(`<p class="p-name e-content">Short thought on ${linkTo()}</p>`), 'Page'],
  ['how the content begins', entry('Short thought', 'Short thought, at length.'), 'Page'],
  ['other case and space', entry(' short\n thought', '<p>SHORT</p><p>Thought</p>on'), 'Page'],
  ['cut in a word', entry('Short thou…', 'Short thought, at length.'), 'Page'],
  ['cut with dots', entry('Short tho...', 'Short thought, at length.'), 'Page'],
  ['cut with brackets', entry('Short tho […]', 'Short thought, at length.'), 'Page'],
  ['the beginning of another word', entry('Short', 'Shortly after'), 'Short'],
  ['the beginning of another word, accented', entry('Caf', 'Café'), 'Caf'],
  ['longer than the content', entry('Words and more', 'Words'), 'Words and more'],
  ['in the middle of the content', entry('thought', 'Short thought'), 'thought'],
  ['empty', entry('', 'Words'), 'Page'],
  ['how the summary begins', `${entryPage('<b class=p-name>A B</b><i class=p-summary>A B, C</i>')}${linkTo()}`, 'Page'],
  ['the content counts before the summary', entry('Named', 'Words <i class=p-summary>Named</i>'), 'Named'],
  ['long, and how the content begins', entry(`${'long '.repeat(90)}end`, `${'long '.repeat(90)}end, not`), 'Page'],
  ['long', entry('n'.repeat(300), 'Words'), 'n'.repeat(250)],
  ['implied', entryPage(`Short thought on ${linkTo()}`), 'Short thought on x'],
];

describe('name', () => {
  it.each(ROWS)('%s', (_id, html, title) => {
    expect(read(html).entry.title).toBe(title);
  });
});
