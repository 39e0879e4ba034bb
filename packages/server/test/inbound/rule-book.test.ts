import { describe, expect, it } from 'vitest';
import { createRuleBook } from '../../src/inbound/rule-book.ts';
import type { Mention } from '../../src/mention.ts';
import { type Rule, type RuleScope, readRule } from '../../src/rule.ts';

const rule = (scope: RuleScope, value: string, action: Rule['action'] = 'block'): Rule => ({
  id: value,
  site: 'a',
  action,
  scope,
  value,
  createdAt: 0,
});
const mention = (source: string, title = '', finalUrl = ''): Pick<Mention, 'source' | 'entry' | 'facts' | 'links'> => ({
  source,
  entry: { kind: 'mention', rsvp: '', title, author: { name: '', url: '', photo: '' }, excerpt: '', published: '' },
  facts: { status: 200, finalUrl, title, canonical: '', noindex: false, language: '' },
  links: [],
});

describe('a block', () => {
  it.each([
    ['the name itself', 'host', 'spam.example', 'https://spam.example/x', true],
    ['a name below it', 'host', 'spam.example', 'https://a.spam.example/x', true],
    ['with a final dot and a port', 'host', 'spam.example', 'https://spam.example.:8443/x', true],
    ['another name that ends alike', 'host', 'spam.example', 'https://notspam.example/x', false],
    ['the name as a label', 'host', 'spam.example', 'https://spam.example.evil.test/x', false],
    ['in the path of another', 'host', 'spam.example', 'https://evil.test/spam.example', false],
    ['a folder', 'path', 'host.example/~eve/', 'https://host.example/~eve/post?x=1', true],
    ['the folder without its slash', 'path', 'host.example/~eve', 'https://host.example/~eve/post', true],
    ['a neighbour', 'path', 'host.example/~eve', 'https://host.example/~evelyn/post', false],
    ['a page with its query', 'path', 'host.example/?p=1', 'https://host.example/?p=1', true],
    ['another query', 'path', 'host.example/?p=1', 'https://host.example/?p=12', false],
  ] as const)('covers by label and segment: %s', (_, scope, value, source, expected) => {
    const book = createRuleBook([rule(scope, value)]);
    expect(book.find('block', mention(source)) !== undefined).toBe(expected);
    expect(book.findByAddress('block', source) !== undefined).toBe(expected);
  });

  it.each([
    ['a whole word', 'word', 'cialis', 'Buy CIALIS today', true],
    ['inside a word', 'word', 'cialis', 'Ask a specialist', false],
    ['letters anywhere', 'text', 'cialis', 'Ask a specialist', true],
    ['no pattern', 'word', '.*', 'Anything', false],
    ['literal signs', 'text', '.*(#', 'See .*(# there', true],
    ['marks on letters', 'word', 'prêt rapide', 'Pret  Rapide ici', true],
    ['no space between words', 'text', '娱乐城', '真人娱乐城注册', true],
  ] as const)('finds words literally: %s', (_, scope, text, title, expected) => {
    const read = readRule(text, scope);
    const book = createRuleBook([rule(scope, read.ok ? read.value : '')]);
    expect(book.find('block', mention('https://x.example/', title)) !== undefined).toBe(expected);
  });

  it('holds at both ends of a redirect, an allowance only if both ends are allowed', () => {
    const source = mention('https://good.example/r', '', 'https://bad.example/');
    expect(createRuleBook([rule('host', 'bad.example')]).find('block', source)?.value).toBe('bad.example');
    expect(createRuleBook([rule('host', 'good.example', 'allow')]).find('allow', source)).toBeUndefined();
    const both = createRuleBook([rule('host', 'good.example', 'allow'), rule('host', 'bad.example', 'allow')]);
    expect(both.find('allow', source)?.value).toBe('good.example');
  });

  it('takes no longer among ten thousand rules of each kind than among ten', () => {
    const many = (count: number) =>
      createRuleBook(
        Array.from({ length: count }, (_, n) => [
          rule('host', `spam${n}.example`),
          rule('path', `h${n}.example/~x/`),
          rule('word', `word${n}x`),
          rule('text', `a${'b'.repeat(n % 40)}${n}`),
        ]).flat(),
      );
    const long = mention('https://x.example/a/b/c', `${'ab'.repeat(10_000)} ${'word1 '.repeat(5_000)}`);
    const time = (book: ReturnType<typeof many>) => {
      const runs = Array.from({ length: 7 }, () => {
        const begun = performance.now();
        for (let n = 0; n < 5; n++) expect(book.find('block', long)).toBeUndefined();
        return performance.now() - begun;
      });
      return Math.min(...runs);
    };
    const [few, all] = [many(10), many(10_000)];
    // Forty thousand searches would take a thousand times as long; the larger table misses the processor's caches.
    expect(time(all) / time(few)).toBeLessThan(15);
  });
});

describe('readRule', () => {
  it.each([
    ['spam.example', undefined, 'host', 'spam.example', false],
    ['https://Spam.Example/', undefined, 'host', 'spam.example', false],
    ['https://host.example/~eve/', undefined, 'path', 'host.example/~eve/', false],
    ['blogspot.com', undefined, 'host', 'blogspot.com', true],
    ['co.uk', undefined, 'host', 'co.uk', true],
    ['com', undefined, 'host', 'com', true],
    ['eve.blogspot.com', undefined, 'host', 'eve.blogspot.com', false],
    ['bücher.example', undefined, 'host', 'xn--bcher-kva.example', false],
    ['127.0.0.1', undefined, 'host', '127.0.0.1', false],
    ['Cheap  Pills', 'word', 'word', 'cheap pills', false],
    ['.*', 'text', 'text', '.*', false],
  ] as const)('%s', (text, scope, expected, value, isShared) => {
    expect(readRule(text, scope)).toEqual({ ok: true, scope: expected, value, isShared });
  });

  it.each(['', '   ', 'two words', 'http://u:p@x.example/', 'http://'])('refuses %j in one line', (text) => {
    const read = readRule(text);
    expect(read.ok ? '' : read.problem).toMatch(/^[^\n]{10,}$/);
  });
});
