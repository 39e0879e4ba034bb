import { describe, expect, it } from 'vitest';
import { readSelector } from '../../src/document/selector.ts';

const matches = (selector: string, name: string, attributes: Record<string, string> = {}) => {
  const reading = readSelector(selector);
  return reading.ok && reading.matches(name, new Map(Object.entries(attributes)));
};

describe('readSelector', () => {
  it.each([
    ['article', 'article', {}],
    ['*', 'p', {}],
    ['.post-body', 'div', { class: 'wide post-body\nx' }],
    ['#content', 'div', { id: 'content' }],
    ['DIV.a.b', 'div', { class: 'b a' }],
    ['[role="main"]', 'div', { role: 'main' }],
    ['[data-post]', 'div', { 'data-post': '' }],
    ['main, .post', 'p', { class: 'post' }],
  ])('%s means <%s %j>', (selector, name, attributes) => {
    expect(matches(selector, name, attributes)).toBe(true);
  });

  it.each([
    ['article', 'p', {}],
    ['.post', 'p', { class: 'postal' }],
    ['#a.b', 'p', { id: 'a' }],
    ['[role="main"]', 'p', { role: 'mainly' }],
  ])('%s does not mean <%s %j>', (selector, name, attributes) => {
    expect(matches(selector, name, attributes)).toBe(false);
  });

  it.each(['', 'a,', 'main p', 'a > b', 'p:first-child', '<p>', '.', '[x=y]', 'x'.repeat(1001)])(
    'does not take %s',
    (selector) => {
      expect(readSelector(selector)).toEqual({
        ok: false,
        reason: expect.stringMatching(/^it is longer|^".*" is none/),
      });
    },
  );
});
