import { expect, it } from 'vitest';
import { traceLines } from '../../src/cli/trace-lines.ts';

const NONE = { steps: [], changes: [], exchanges: [] };
const at = (second: number) => Date.UTC(2026, 10, 26, 12, 0, second);

it('tells steps, exchanges and changes of the link in the order in which they were, in words', () => {
  const lines = traceLines({
    steps: [
      { at: at(0), step: 'received', outcome: 'accepted', reason: 'A pingback came.' },
      { at: at(2), step: 'verified', outcome: 'linked', reason: 'It links\nto yours.' },
      { at: at(9), step: 'moderated', outcome: 'pending', reason: 'You held it.' },
    ],
    changes: [
      { kind: 'first-seen', at: at(2), was: '', became: '' },
      { kind: 'place-changed', at: at(4), was: 'content', became: 'footer' },
      { kind: 'link-removed', at: at(5), was: '200', became: '200' },
      { kind: 'unreachable', at: at(6), was: '', became: 'parked godaddy' },
    ],
    exchanges: [{ at: at(1), request: 'POST / HTTP/1.1', reply: 'HTTP/1.1 200 OK\nDate: x' }],
  });
  expect(lines.map((line) => line.replace('2026-11-26T12:00:', ''))).toEqual([
    '00.000Z  Received',
    '    A pingback came.',
    '01.000Z  Sent and answered:',
    ...['POST / HTTP/1.1', '', 'HTTP/1.1 200 OK', 'Date: x'].map((line) => `    | ${line}`),
    '02.000Z  Checked',
    '    It links to yours.',
    '02.000Z  Link: First seen',
    '04.000Z  Link: Another place on the page',
    '    in the text → in the footer',
    '05.000Z  Link: The link is not there',
    '    the page answers as before (HTTP 200), and the link is not in it',
    '06.000Z  Link: Out of reach',
    '    somebody who parks or sells the name (godaddy)',
    '09.000Z  Decided: Held',
    '    You held it.',
  ]);
});

it('says a step and its outcome once where they are the same', () => {
  const step = { at: at(0), step: 'waiting', outcome: 'queued', reason: 'Its host rests.' } as const;
  expect(traceLines({ ...NONE, steps: [step] })[0]).toMatch(/Z {2}Waiting$/);
});
