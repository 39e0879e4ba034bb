import { describe, expect, it } from 'vitest';
import { matchPingbackPattern } from '../../src/discovery/pingback-pattern.ts';

const EP = 'http://a/x';

/** Row of the truth table, page, what the specification's pattern finds. */
const ROWS: readonly [string, string, string | undefined][] = [
  ['PB-X01', `<link rel="pingback" href="${EP}">`, EP],
  ['PB-X02', `<link rel="pingback" href="${EP}" />`, EP],
  ['PB-X03', `<link rel="pingback" href="${EP}"/>`, EP],
  ['PB-X04', `<link rel="pingback" href="${EP}" >`, EP],
  ['PB-X05', `<link rel="pingback" href="${EP}"  />`, undefined],
  ['PB-X06 single quotes', `<link rel='pingback' href='${EP}'>`, undefined],
  ['PB-X06 other order', `<link href="${EP}" rel="pingback">`, undefined],
  ['PB-X06 upper case', `<LINK REL="pingback" HREF="${EP}">`, undefined],
  ['PB-X06 capital', `<link rel="Pingback" href="${EP}">`, undefined],
  ['PB-X09', '<link rel="pingback" href="">', undefined],
  ['PB-X10 before', `<link rel="pingback" title="x" href="${EP}">`, undefined],
  ['PB-X10 after', `<link rel="pingback" href="${EP}" title="x">`, undefined],
  ['PB-X11 two words', `<link rel="pingback me" href="${EP}">`, undefined],
  ['PB-X11 unquoted', `<link rel=pingback href=${EP}>`, undefined],
  ['PB-X11 newline', `<link rel="pingback"\nhref="${EP}">`, undefined],
  ['PB-X14', '<link rel="pingback" href="http://a/\nx">', 'http://a/\nx'],
  ['PB-X15 comment', `<!-- <link rel="pingback" href="${EP}"> -->`, EP],
  ['PB-X15 script', `<script>x='<link rel="pingback" href="${EP}">'</script>`, EP],
  ['PB-X17', `&lt;link rel="pingback" href="${EP}"&gt;`, undefined],
  ['PB-X18', `<a rel="pingback" href="${EP}">`, undefined],
  ['PB-X19', '<link rel="pingback" href="http://a/x?b=1&amp;c=2">', 'http://a/x?b=1&c=2'],
  ['PB-X20', '<link rel="pingback" href="/xmlrpc">', '/xmlrpc'],
  ['PB-X21', `<link rel="pingback" href="${EP}"><link rel="pingback" href="http://b/">`, EP],
  ['PB-X22', `<head></head><body><link rel="pingback" href="${EP}">`, EP],
  ['PB-D07', '<link rel="pingback" href="http://a/&lt;&gt;&quot;&amp;">', 'http://a/<>"&'],
  ['PB-D08', '<link rel="pingback" href="http://a/a&amp;lt;b">', 'http://a/a&lt;b'],
  ['PB-D09', '<link rel="pingback" href="http://a/&#38;&apos;&AMP;">', 'http://a/&#38;&apos;&AMP;'],
];

describe('the pattern of Pingback 1.0 §2.3', () => {
  it.each(ROWS)('%s', (_, html, endpoint) => {
    expect(matchPingbackPattern(html)).toBe(endpoint);
  });
});
