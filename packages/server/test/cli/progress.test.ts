import { expect, it } from 'vitest';
import { showProgress } from '../../src/cli/progress.ts';
import { leftText } from '../../src/cli/show-left.ts';

const terminal = (interactive: boolean) => ({
  interactive,
  out() {},
  err() {},
  env: {},
  signal: new AbortController().signal,
});

it('writes one line over and over for a person, and clears it', () => {
  const written: string[] = [];
  const progress = showProgress(terminal(true), (text) => void written.push(text));
  progress.update(0, 1);
  progress.update(50, 10_000);
  progress.end();
  expect(written).toEqual(['\r\u001b[K0 of 1 link done …', '\r\u001b[K50 of 10000 links done …', '\r\u001b[K']);
});

it('is silent where nobody watches', () => {
  const written: string[] = [];
  const progress = showProgress(terminal(false), (text) => void written.push(text));
  progress.update(1, 2);
  progress.say('reading');
  progress.end();
  expect(written).toEqual([]);
});

it('says what is left of what was found', () => {
  expect(leftText({ pages: 12, links: 1 })).toBe('12 pages to be read, 1 link to be told');
  expect(leftText({ pages: 0, links: 3 })).toBe('3 links to be told');
  expect(leftText({ pages: 0, links: 0 })).toBeUndefined();
});
