import type { FoundLink, PageReading } from '@hearback/protocol';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/inbound/judge.ts';
import { createRuleBook } from '../../src/inbound/rule-book.ts';
import { type Rule, ruleValue } from '../../src/rule.ts';
import { evidenceOf } from './evidence.ts';

const link = (more: Partial<FoundLink> = {}): FoundLink => ({
  href: 'https://alice.example/post',
  anchor: 'post',
  rel: [],
  level: 'L0',
  ...more,
});

function page(author = '', links = [link()]): PageReading {
  return {
    links,
    level: links[0]?.level,
    entry: {
      kind: 'mention',
      rsvp: '',
      title: 'T',
      author: { name: 'Bob', url: author, photo: '' },
      excerpt: '',
      published: '',
    },
    facts: { status: 200, finalUrl: '', title: 'T', canonical: '', noindex: false, language: '' },
    surroundings: undefined,
  };
}
const rule = (action: Rule['action'], scope: Rule['scope'], value: string): Rule => ({
  id: value,
  site: 'a',
  action,
  scope,
  value,
  createdAt: 0,
});

const SOURCE = 'https://bob.example/2026/answer';

describe('judge', () => {
  it('holds what no rule names, and says why', () => {
    expect(judge(evidenceOf(SOURCE, page()))).toEqual({
      to: 'pending',
      reasons: ['bob.example is not among the authors and pages that you always allow.'],
      points: 0,
      rule: undefined,
    });
  });

  it.each([
    ['path', rule('allow', 'path', 'bob.example/2026/'), SOURCE, '', 'approved'],
    ['a path beside it', rule('allow', 'path', 'bob.example/20/'), SOURCE, '', 'pending'],
    ['a path as prefix of a name', rule('allow', 'path', 'bob.example/2026/ans'), SOURCE, '', 'pending'],
    ['author of the own site', rule('allow', 'author', 'bob.example/'), SOURCE, 'https://bob.example/', 'approved'],
    [
      'author page beside the posts',
      rule('allow', 'author', 'bob.example/me'),
      SOURCE,
      'https://bob.example/me',
      'approved',
    ],
    [
      'a neighbour on a shared host',
      rule('allow', 'author', 'host.example/~bob/'),
      'https://host.example/~eve/x',
      'https://host.example/~bob/',
      'pending',
    ],
    [
      'the same name on another port',
      rule('allow', 'author', 'bob.example/'),
      'https://bob.example:8443/x',
      'https://bob.example/',
      'pending',
    ],
    [
      'author claimed on a foreign host',
      rule('allow', 'author', 'alice.example/'),
      SOURCE,
      'https://alice.example/',
      'pending',
    ],
    ['host', rule('allow', 'host', 'bob.example'), SOURCE, '', 'approved'],
    ['a subdomain', rule('block', 'host', 'spam.example'), 'https://a.spam.example/x', '', 'spam'],
    ['another name that ends alike', rule('block', 'host', 'spam.example'), 'https://notspam.example/x', '', 'pending'],
    ['the name as a label', rule('block', 'host', 'spam.example'), 'https://spam.example.evil.test/x', '', 'pending'],
  ] as const)('%s', (_, one, source, author, expected) => {
    expect(judge(evidenceOf(source, page(author), { rules: createRuleBook([one]) })).to).toBe(expected);
  });

  it('lets a block win over an allowance', () => {
    expect(
      judge(
        evidenceOf(SOURCE, page(), {
          rules: createRuleBook([rule('allow', 'host', 'bob.example'), rule('block', 'path', 'bob.example/2026/')]),
        }),
      ).to,
    ).toBe('spam');
  });

  it.each([
    ['paid for', [link({ rel: ['sponsored', 'nofollow'] })], 'rel=sponsored'],
    ['nofollow', [link({ rel: ['nofollow'] })], 'rel=nofollow'],
    ['one of two followed', [link({ rel: ['nofollow'] }), link()], undefined],
    ['no text', [link({ anchor: '' })], 'no text'],
    ['a loose match', [link({ level: 'L5' })], 'trailing slash'],
  ] as const)('remarks: %s', (_, links, expected) => {
    const { reasons } = judge(evidenceOf(SOURCE, page('', [...links])));
    if (expected) expect(reasons.join(' ')).toContain(expected);
    else expect(reasons).toHaveLength(1);
  });
});

describe('ruleValue', () => {
  const mention = (source: string, author: string) =>
    ({ site: 'a', source, entry: page(author).entry }) as Parameters<typeof ruleValue>[0];
  it.each([
    ['the folder of the source', 'path', SOURCE, '', 'bob.example/2026/'],
    ['never a query', 'path', 'https://bob.example/?p=1', '', 'bob.example/'],
    ['the author', 'author', SOURCE, 'https://bob.example/me', 'bob.example/me'],
    ['no author page', 'author', SOURCE, '', undefined],
    ['a foreign author page', 'author', SOURCE, 'https://alice.example/', undefined],
  ] as const)('%s', (_, scope, source, author, expected) => {
    expect(ruleValue(mention(source, author), scope)).toBe(expected);
  });
});
