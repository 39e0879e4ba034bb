import { describe, expect, it } from 'vitest';
import { noCounts } from '../../src/import/counts.ts';
import { FORMATS } from '../../src/import/formats/index.ts';
import { takeFile } from '../../src/import/take-file.ts';
import { openHouse } from '../inbound/house.ts';
import { fileOf, SAMPLES, type Sample } from './malformed.ts';
import { bytes, readAll } from './reading.ts';

const three = (sample: Sample) => [1, 2, 3].map((n) => sample.one(n));
/** One clear line, with the line of the file where there is one. */
const LINE = /^(?:line \d+: )?[^\n]{10,300}[.)]$/;

async function take(text: string | Uint8Array, format?: string) {
  await using house = await openHouse();
  const counts = noCounts();
  const problem = await takeFile(bytes(text), counts, { ...house.receiving, formats: FORMATS, format });
  const mentions = await house.store.mentions.list({ limit: 99 });
  return { ...counts, problem, mentions };
}

describe.each(SAMPLES)('$name', (sample) => {
  it('is read as it should be', async () => {
    const { format, brought, problem } = await readAll(fileOf(sample, three(sample)));
    expect({ format, taken: brought.length, problem }).toEqual({ format: sample.name, taken: 3, problem: '' });
  });

  it('cut off anywhere it ends in one line, and what is whole before it was read', async () => {
    const text = fileOf(sample, three(sample));
    const step = Math.max(1, Math.floor(text.length / 150));
    for (let at = text.indexOf(sample.one(1)) + 1; at < text.trimEnd().length; at += step) {
      const { brought, problem } = await readAll(text.slice(0, at), undefined, sample.name);
      const whole = three(sample).filter((one) => text.indexOf(one) + one.length <= at).length;
      expect(brought.length, `${at}`).toBeGreaterThanOrEqual(whole);
      expect(problem, `${at}`).toMatch(sample.cut);
    }
  });

  it('with a mark of the byte order, and in UTF-16, it is the same', async () => {
    const text = `\ufeff${fileOf(sample, three(sample))}`;
    const wide = Buffer.from(text.replace('encoding="UTF-8"', ''), 'utf16le');
    for (const file of [Buffer.from(text), wide, wide.swap16()]) {
      const { format, brought, problem } = await readAll(new Uint8Array(file));
      expect({ format, taken: brought.length, problem }).toEqual({ format: sample.name, taken: 3, problem: '' });
    }
  });

  it('in another charset than it says it ends at the line', async () => {
    const text = fileOf(sample, [sample.one(1), sample.one(2, { text: 'Caf\xe9' })]);
    const { problem } = await readAll(Buffer.from(text, 'latin1'));
    const line = text.slice(0, text.indexOf('\xe9')).split('\n').length;
    expect(problem).toBe(`line ${line}: its bytes are not UTF-8; save it as UTF-8.`);
  });

  it('with one byte that is no UTF-8 keeps what stands before it, in pieces of any size', async () => {
    const text = fileOf(sample, [
      sample.one(1, { text: 'Gr\u00fc\ufffd\u00dfe' }),
      sample.one(2),
      sample.one(3, { text: 'Caf@' }),
    ]);
    const all = Buffer.from(text);
    const at = all.indexOf('Caf@') + 3;
    all[at] = 0xe9;
    const line = text.slice(0, text.indexOf('Caf@')).split('\n').length;
    for (const size of [undefined, 600, 3]) {
      const { brought, problem } = await readAll(all, size);
      expect({ taken: brought.length, problem }).toEqual({
        taken: 2,
        problem: `line ${line}: its bytes are not UTF-8; save it as UTF-8.`,
      });
    }
  });

  it('with one huge text takes the others, or ends at the line', async () => {
    const huge = sample.one(2, { text: 'x'.repeat(3 << 20) });
    const { brought, problem } = await readAll(fileOf(sample, [sample.one(1), huge, sample.one(3)]));
    if (problem === '') expect(brought).toHaveLength(3);
    else
      expect({ problem, taken: brought.length }).toEqual({ problem: expect.stringMatching(/^line \d+: /), taken: 1 });
    for (const { entry } of brought) expect(JSON.stringify(entry).length).toBeLessThan(4000);
  });

  it('said to be another kind it is told so, and nothing is taken', async () => {
    for (const { name } of SAMPLES.filter((other) => other !== sample)) {
      const { brought, problem } = await readAll(fileOf(sample, three(sample)), undefined, name);
      expect(brought, name).toEqual([]);
      if (problem !== '') expect(problem, name).toMatch(LINE);
    }
  });

  it('of addresses, dates and numbers that are nonsense takes what is sound', async () => {
    const bad = ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '', 'https://', 'ftp://bob.example/'];
    const ones = [
      ...bad.map((source, n) => sample.one(n, { source })),
      sample.one(20, { target: 'javascript:alert(1)' }),
      sample.one(21, { target: 'https://stranger.example/post' }),
      sample.one(22, { source: 'https://bob.example/same', target: 'https://alice.example/post' }),
      sample.one(22, { source: 'https://bob.example/same', target: 'https://alice.example/post' }),
      ...['9999-12-31 00:00:00', '-1', 'yesterday', '0000-00-00 00:00:00'].map((date, n) =>
        sample.one(30 + n, { date, target: 'https://alice.example/post' }),
      ),
    ];
    const { mentions, skipped, problem, read } = await take(fileOf(sample, ones));
    expect(problem).toBeUndefined();
    expect({ read, taken: mentions.length }).toEqual({ read: ones.length, taken: 5 });
    expect(skipped).toMatchObject({ unreadable: bad.length + 1, foreign: 1, known: 1 });
    const now = Date.UTC(2026, 0, 1);
    for (const { receivedAt } of mentions) expect(receivedAt > Date.UTC(1990, 0) && receivedAt <= now).toBe(true);
  });

  it('that breaks in the middle leaves what came before, whole, and nothing half', async () => {
    const text = fileOf(sample, three(sample));
    const at = text.indexOf(sample.one(3)) + 20;
    const { mentions, problem } = await take(text.slice(0, at));
    expect(problem).toMatch(/^line \d+: /);
    expect(problem).toMatch(sample.cut);
    expect(mentions).toHaveLength(2);
    expect(mentions.every(({ broughtAs }) => broughtAs !== undefined)).toBe(true);
  });
});

describe('what is made to harm', () => {
  const [wxr, jf2] = SAMPLES as [Sample, Sample];
  const deep = (open: string, close: string, n: number) => `${open.repeat(n)}${close.repeat(n)}`;
  it.each([
    ['lists within lists', `${jf2.head}${jf2.one(1)},{"a":${deep('[', ']', 100_000)}}]}`, 'more than 64 deep'],
    ['objects within objects', `${jf2.head}${jf2.one(1)},{"a":${deep('{"a":', '}', 100_000)}}]}`, 'more than 64 deep'],
    ['elements within elements', `${wxr.head}${wxr.one(1)}${deep('<a>', '</a>', 100_000)}${wxr.tail}`, 'deep'],
    ['a billion laughs', `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>${wxr.head}`, 'document type'],
    ['an attribute without end', `${wxr.head}${wxr.one(1)}<a b="${'x'.repeat(40 << 20)}`, 'line'],
    ['a name without end', `${wxr.head}${wxr.one(1)}<${'x'.repeat(40 << 20)}`, 'line'],
    ['a comment without end', `${wxr.head}${wxr.one(1)}<!--${'x'.repeat(40 << 20)}`, '32 MiB'],
  ])('%s: ends at the line, and what came before is there', async (_, text, said) => {
    const { brought, problem } = await readAll(text);
    expect(problem).toMatch(/^line \d+: [^\n]{10,300}$/);
    expect(problem).toContain(said);
    if (said !== 'document type') expect(brought).toHaveLength(1);
  });

  it('thousands of one line', async () => {
    for (const sample of SAMPLES) {
      const n = sample.name === 'wxr' ? 3_000 : 10_000;
      const between = sample.name === 'csv' ? '\n' : sample.between.trim();
      const one = sample.one(1);
      async function* parts() {
        yield new TextEncoder().encode(sample.head);
        const part = new TextEncoder().encode(`${one}${between}`.repeat(1000));
        for (let done = 1000; done < n; done += 1000) yield part;
        yield new TextEncoder().encode(`${`${one}${between}`.repeat(999)}${one}${sample.tail}`);
      }
      const { readFile } = await import('../../src/import/read-file.ts');
      let count = 0;
      for await (const { ok } of (await readFile(parts(), FORMATS)).found) count += ok ? 1 : 0;
      expect(count, sample.name).toBe(n);
    }
  });
});
