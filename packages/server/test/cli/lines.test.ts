import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/cli/lines.ts';

async function split(...parts: readonly Uint8Array[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(stream(parts))) lines.push(line);
  return lines;
}

async function* stream(parts: readonly Uint8Array[]) {
  yield* parts;
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('lines of a stream of bytes', () => {
  it.each<[string, string[], string[]]>([
    ['whole', ['a\nb\n'], ['a', 'b']],
    ['no line end at the end', ['a\nb'], ['a', 'b']],
    ['line ends of Windows', ['a\r', '\n\r\nb'], ['a', '', 'b']],
    ['nothing', [], []],
  ])('%s', async (_, parts, expected) => {
    expect(await split(...parts.map(bytes))).toEqual(expected);
  });

  it('are the same however the bytes are cut', async () => {
    const cuts = fc.array(fc.nat(40));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'ä', '\u{1f600}', '\n'), { maxLength: 20 }),
        cuts,
        async (text, at) => {
          const whole = bytes(text.join(''));
          const places = [0, ...at.sort((a, b) => a - b), whole.length];
          const parts = places.slice(1).map((end, index) => whole.subarray(places[index], end));
          expect(await split(...parts)).toEqual(
            text
              .join('')
              .split('\n')
              .filter((line, index, all) => line !== '' || index < all.length - 1),
          );
        },
      ),
    );
  });

  it('one that is too long is cut at the same place, whether or not its end came with it', async () => {
    const long = bytes(`${'x'.repeat(70_000)}\nb\n`);
    const whole = await split(long);
    expect(whole.map(({ length }) => length)).toEqual([64 * 1024, 1]);
    expect(await split(long.subarray(0, 100), long.subarray(100, 69_000), long.subarray(69_000))).toEqual(whole);
  });

  it('one without an end is cut, and its tail dropped', async () => {
    const long = bytes('x'.repeat(64 * 1024));
    const lines = await split(long, long, long, bytes('\nb\n'));
    expect(lines.map((line) => line.length)).toEqual([64 * 1024, 1]);
  });
});
