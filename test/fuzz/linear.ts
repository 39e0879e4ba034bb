import process from 'node:process';
import { must, type Target } from './target.ts';

const SMALL = 2 * 1024;
const LARGE = 64 * 1024;
/** How much longer the same number of bytes may take in one piece; what is quadratic takes 32 times as long. */
const MOST = 6;
/** How many times longer than the floor, which sorts the characters, reading may take. */
const MOST_FLOORS = 25;
/** What is read in a blink proves nothing, in milliseconds. */
const BLINK = 60;

/** Processor time of this thread in milliseconds, the least of a few: what else the machine does is not blamed on the input. */
async function cost(work: () => unknown, times: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < times; run++) {
    const before = process.threadCpuUsage();
    await work();
    const { user, system } = process.threadCpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function filled(input: Uint8Array, bytes: number): Uint8Array {
  return new Uint8Array(Buffer.alloc(bytes, Buffer.from(input)));
}

/** The input repeated to 64 KiB may not take much longer than the same bytes in 32 pieces of 2 KiB, nor than a floor allows. */
export async function mustBeLinear(target: Target, input: Uint8Array): Promise<void> {
  if (input.length === 0 || input.length > SMALL) return;
  const whole = filled(input, LARGE);
  if ((await cost(() => target.read(whole), 1)) < BLINK) return;
  const piece = filled(input, SMALL);
  const pieces = await cost(async () => {
    for (let read = 0; read < LARGE; read += SMALL) await target.read(piece);
  }, 3);
  const most = await cost(() => target.read(whole), 3);
  const floor = await cost(() => Array.from(new TextDecoder('latin1').decode(whole)).sort().length, 3);
  must(most < BLINK || most < MOST_FLOORS * Math.max(floor, 1), 'reading takes no more than its share for each byte');
  must(most < BLINK || most < MOST * Math.max(pieces, 1), 'the time grows no faster than the input');
}
