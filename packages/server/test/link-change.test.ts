import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changes, LINK_CHANGES, type Looked } from '../src/link-change.ts';

const LOOK: Looked = {
  link: 'live',
  missingSince: undefined,
  outage: '',
  anchor: 'a good post',
  rel: [],
  place: 'content',
  status: 200,
  finalUrl: 'https://bob.example/post',
  canonical: '',
  noindex: '',
  robots: '',
};
const lost = { link: 'lost', missingSince: 5, status: 404 } as const;
const missing = { missingSince: 5 } as const;
const down = { link: 'unreachable', outage: 'status 503', status: 503 } as const;

const CASES: readonly [name: string, Partial<Looked>, Partial<Looked>, ...string[]][] = [
  ['nothing', {}, {}],
  ['the page without the link', {}, missing, 'link-removed'],
  ['the page gone', {}, { ...missing, status: 404 }, 'page-gone'],
  ['missing again within the hour', missing, missing],
  ['missing for the second time', { ...missing, status: 404 }, lost, 'link-lost'],
  ['there again before it was lost', missing, {}, 'link-returned'],
  ['there again after it was lost', lost, {}, 'recovered'],
  ['lost, and still gone', lost, lost],
  ['lost, and another answer', lost, { ...lost, status: 410 }, 'status-changed'],
  ['an outage', {}, down, 'unreachable'],
  ['the outage goes on', down, down],
  ['another wall instead', down, { ...down, outage: 'a challenge of Anubis', status: 200 }, 'status-changed'],
  ['the outage is over', down, {}, 'reachable'],
  ['the outage is over and the link gone', down, { link: 'unreachable', missingSince: 5 }, 'link-removed'],
  ['an outage while it is missing', missing, { ...missing, ...down }, 'unreachable'],
  ['tokens of rel in another order', { rel: ['ugc', 'nofollow'] }, { rel: ['nofollow', 'ugc'] }],
  ['nofollow', {}, { rel: ['nofollow'] }, 'rel-changed'],
  ['another text', {}, { anchor: 'a bad post' }, 'anchor-changed'],
  ['moved into the footer', {}, { place: 'footer' }, 'place-changed'],
  ['a place that was not known', { place: '' }, { place: 'footer' }],
  ['noindex', {}, { noindex: 'meta', robots: 'noindex' }, 'became-noindex'],
  ['noindex by the header too', { noindex: 'meta' }, { noindex: 'both' }],
  ['indexable', { noindex: 'header' }, {}, 'became-indexable'],
  ['other words to robots', {}, { robots: 'nofollow' }, 'robots-changed'],
  ['another canonical', {}, { canonical: 'https://bob.example/other' }, 'canonical-changed'],
  ['a redirect', {}, { finalUrl: 'https://bob.example/moved' }, 'redirected'],
  ['two things at once', {}, { rel: ['ugc'], anchor: '' }, 'rel-changed', 'anchor-changed'],
];

describe('changes between two looks', () => {
  it.each(CASES)('%s', (_, before, after, ...kinds) => {
    expect(changes({ ...LOOK, ...before }, { ...LOOK, ...after }).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('the first look is the first sight, whatever is seen', () => {
    expect(changes(undefined, { ...LOOK, rel: ['nofollow'] })).toEqual([{ kind: 'first-seen', was: '', became: '' }]);
  });

  it('say from what to what', () => {
    expect(changes(LOOK, { ...LOOK, rel: ['nofollow', 'ugc'] })).toEqual([
      { kind: 'rel-changed', was: '', became: 'nofollow ugc' },
    ]);
    expect(changes(LOOK, { ...LOOK, ...down })).toEqual([{ kind: 'unreachable', was: '200', became: 'status 503' }]);
  });
});

const text = fc.constantFrom('', 'one', 'two');
const url = fc.constantFrom('https://bob.example/', 'https://bob.example/2');
const looked: fc.Arbitrary<Looked> = fc.record({
  link: fc.constantFrom('live', 'unreachable', 'lost'),
  missingSince: fc.constantFrom(undefined, 5),
  outage: fc.constantFrom('', 'status 503', 'a challenge'),
  anchor: text,
  rel: fc.uniqueArray(fc.constantFrom('nofollow', 'ugc', 'me')),
  place: fc.constantFrom('', 'content', 'comment', 'footer'),
  status: fc.constantFrom(0, 200, 404, 503),
  finalUrl: url,
  canonical: fc.oneof(fc.constant(''), url),
  noindex: fc.constantFrom('', 'meta', 'header'),
  robots: text,
});

describe('of any two looks', () => {
  it('the same one again is no change', () => {
    fc.assert(fc.property(looked, (look) => changes(look, { ...look }).length === 0));
  });

  it('no kind occurs twice, each is known, and each goes from one thing to another', () => {
    fc.assert(
      fc.property(looked, looked, (before, after) => {
        const found = changes(before, after);
        const kinds = found.map(({ kind }) => kind);
        expect(new Set(kinds).size).toBe(kinds.length);
        for (const kind of kinds) expect(LINK_CHANGES).toContain(kind);
      }),
    );
  });

  it('lost is told of when it becomes so, and recovered when it ends, and never otherwise', () => {
    fc.assert(
      fc.property(looked, looked, (before, after) => {
        const kinds = changes(before, after).map(({ kind }) => kind);
        expect(kinds.includes('link-lost')).toBe(before.link !== 'lost' && after.link === 'lost');
        expect(kinds.includes('recovered')).toBe(before.link === 'lost' && after.link !== 'lost');
      }),
    );
  });

  it('what changed there and back is told of both times', () => {
    fc.assert(
      fc.property(looked, looked, (one, other) => {
        const ofFacts = (kind: string) => /^(?:rel|anchor|canonical)-changed$|^redirected$/.test(kind);
        const there = changes(one, other).filter(({ kind }) => ofFacts(kind));
        const back = changes(other, one).filter(({ kind }) => ofFacts(kind));
        expect(back.map(({ kind, was, became }) => [kind, became, was])).toEqual(
          there.map(({ kind, was, became }) => [kind, was, became]),
        );
      }),
    );
  });
});
