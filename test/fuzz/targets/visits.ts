import { createRefbackReceiver, parseUrl, type Referral, readLogLine } from '../../../packages/protocol/src/index.ts';
import { linesOf } from '../../../packages/server/src/cli/lines.ts';
import { must, type Target, textOf } from '../target.ts';

const LINE =
  '192.0.2.1 - - [10/Oct/2026:13:55:36 +0000] "GET /post HTTP/1.1" 200 12 "https://bob.example/1" "Mozilla/5.0"';
/** Of one line, in characters: what `linesOf` keeps, in bytes, has no more. */
const LONGEST = 64 * 1024;

async function linesIn(input: Uint8Array, piece: number): Promise<string[]> {
  async function* parts() {
    for (let at = 0; at < input.length; at += piece) yield input.subarray(at, at + piece);
  }
  const lines: string[] = [];
  for await (const line of linesOf(parts())) lines.push(line);
  return lines;
}

export const visits: Target = {
  name: 'visits',
  oracles: [
    'a log in pieces is read as the same lines as a whole one, and none is longer than is kept',
    'a line that is read has a time, a status of three digits and a method',
    'a beacon is answered with an empty 204 whatever is in it, and what it says are usable URLs without fragment',
  ],
  maxBytes: 80 * 1024,
  seeds: [
    `${LINE}\n${LINE}\r\n`,
    `blog.example:443 ${LINE}`,
    '2001:db8::1 - "a b" [01/Jan/2026:00:00:00 -0930] "GET https://a.example/?q=\\x22\\xc3\\xa4\\n HTTP/2" 301 - "-" "a \\"b\\""',
    'target=https%3A%2F%2Falice.example%2Fpost&referrer=https%3A%2F%2Fbob.example%2F1%23x',
    '{"target":"https://alice.example/post","referer":"https://bob.example/1"}',
    `${'y'.repeat(70_000)}\n${LINE}`,
  ],
  tokens: [
    ...[
      LINE,
      '\n',
      '\r\n',
      '"',
      '\\"',
      '\\',
      '\\x22',
      '\\xff',
      '[',
      ']',
      ' ',
      '-',
      'GET ',
      ' HTTP/1.1',
      ' 200 ',
      '10/Oct/2026:13:55:36 +0000',
    ],
    ...[
      'target=',
      'referrer=',
      'source=',
      '&',
      '%23',
      '{"',
      '":"',
      '"}',
      'https://bob.example/1',
      'https://alice.example/',
      'x'.repeat(5000),
    ],
  ],
  read: (input) => textOf(input).split('\n').map(readLogLine),
  async check(input) {
    const whole = await linesIn(input, Math.max(1, input.length));
    for (const piece of input.length < 2000 ? [1, 7, 64] : [1000])
      must(
        JSON.stringify(await linesIn(input, piece)) === JSON.stringify(whole),
        'a log in pieces has the same lines as a whole one',
      );
    for (const line of whole) {
      must(line.length <= LONGEST, 'no line is longer than is kept');
      const logged = readLogLine(line);
      if (logged === undefined) continue;
      must(
        Number.isSafeInteger(logged.at) && logged.status < 1000 && /^[A-Z]+$/.test(logged.method),
        'a line has a time, a status and a method',
      );
      must(
        [logged.referrer, logged.userAgent, logged.requestTarget].every((text) => text.isWellFormed()),
        'fields are well-formed Unicode',
      );
    }
    for (const type of ['text/plain', 'application/json']) {
      const heard: Referral[] = [];
      const receiver = createRefbackReceiver({ hear: async (referral) => void heard.push(referral) });
      const reply = await receiver.receive({
        method: 'POST',
        headers: { 'content-type': type },
        body: input.subarray(0, 16 * 1024),
        caller: {},
      });
      must(reply.status === 204 && reply.body.length === 0, 'a beacon is answered with an empty 204');
      for (const { source, target } of heard)
        for (const url of [source, target])
          must(parseUrl(url).ok && !url.includes('#'), 'a beacon says usable URLs without fragment');
    }
  },
};
