import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { textsInPage } from './in-pages.ts';

const WEB = fileURLToPath(new URL('../../src/web/', import.meta.url));
const pages = readdirSync(WEB, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.tsx') || /^admin\/(?!stylesheet).*\.ts$/.test(file));

it('there are pages', () => expect(pages.length).toBeGreaterThan(20));

it.each(pages)('%s takes all that it says from the dictionaries', (file) => {
  expect(textsInPage(readFileSync(`${WEB}${file}`, 'utf8'))).toEqual([]);
});

describe('what is found', () => {
  it.each([
    ['text', '<p>Some words</p>'],
    ['text beside an expression', '<p>{count} mentions</p>'],
    ['one or the other', "<p>{isNew ? 'New' : words.old}</p>"],
    ['what is left of nothing', "<p>{name || 'nobody'}</p>"],
    ['a template', '<p>{`Revoke $' + '{name}`}</p>'],
    ['a label for screen readers', '<button aria-label="Close">x</button>'],
    ['a label that is put together', '<button aria-label={`Tick $' + '{name}`}>x</button>'],
    ['a component’s name', '<Fact name="From">{from}</Fact>'],
    ['a title of a page', "page({ title: 'Log', children: <i /> })"],
    ['a placeholder', '<input name="post" placeholder="its address" />'],
    ['a sentence for later', "const DONE = { approve: 'was approved' }"],
    ['text deep within', '<ul>{list.map((one) => <li>Item {one}</li>)}</ul>'],
  ])('%s', (_, source) => expect(textsInPage(source)).toHaveLength(1));

  it.each([
    ['a word of the dictionary', '<p>{words.layout.skip}</p>'],
    ['names for machines', '<input name="host" type="text" class="quiet big" value="approve" autocomplete="off" />'],
    ['a condition', "<p>{status === 'queued' ? a : b}</p>"],
    ['examples of addresses', '<input placeholder="bob.example" />'],
    ['code', '<code>npx hearback demo</code>'],
    ['names that are the same everywhere', '<p>HTTP {status} · Hearback</p>'],
    ['signs', '<p>{a} → {b} · –</p>'],
    ['keys of a class', "<button class={isMain ? undefined : 'secondary outline'} />"],
  ])('not %s', (_, source) => expect(textsInPage(source)).toEqual([]));
});
