import { below, type Chance, oneOf } from './chance.ts';
import type { Target } from './target.ts';

/** Bytes that end or begin something in one of the grammars, and the ones that decoders trip over. */
const SHARP = Buffer.from('<>"\'&;,=%#?/\\[]{}()!:@-+ \t\r\n\0\x1f\x7f\x80\x9b\xad\xc0\xff', 'latin1');
/** Characters that Unicode makes special: overrides, joiners, marks, a lone surrogate's bytes, full-width, dotless. */
const ODD = [
  '\u202e',
  '\u200d',
  '\u0301',
  '\ufeff',
  '\u2028',
  '\ufffd',
  'ı',
  'ſ',
  '．',
  '。',
  '\u00ad',
  'ß',
  '\u{1f468}',
  '\ufffe',
];

type Change = (input: Buffer, chance: Chance, others: readonly Uint8Array[], target: Target) => Buffer;

function cut(input: Buffer, chance: Chance): [from: number, to: number] {
  const from = below(chance, input.length + 1);
  return [from, Math.min(input.length, from + 1 + below(chance, chance() < 0.5 ? 8 : 200))];
}

function put(input: Buffer, from: number, to: number, piece: Uint8Array): Buffer {
  return Buffer.concat([input.subarray(0, from), piece, input.subarray(to)]);
}

const CHANGES: readonly Change[] = [
  (input, chance, _, { tokens }) => {
    const at = below(chance, input.length + 1);
    return put(input, at, at, Buffer.from(oneOf(chance, tokens)));
  },
  (input, chance, _, { tokens }) => put(input, ...cut(input, chance), Buffer.from(oneOf(chance, tokens))),
  (input, chance) => put(input, ...cut(input, chance), Buffer.alloc(0)),
  (input, chance) => {
    const at = below(chance, input.length + 1);
    return put(input, at, at, Buffer.from([SHARP[below(chance, SHARP.length)] ?? 0]));
  },
  (input, chance) => {
    const at = below(chance, Math.max(1, input.length));
    return put(input, at, at + 1, Buffer.from([below(chance, 256)]));
  },
  (input, chance) => {
    const at = below(chance, input.length + 1);
    return put(input, at, at, Buffer.from(oneOf(chance, ODD)));
  },
  (input, chance) => {
    const [from, to] = cut(input, chance);
    const at = below(chance, input.length + 1);
    const piece = input.subarray(from, to);
    return put(input, at, at, Buffer.concat(Array.from({ length: 1 + below(chance, 4) }, () => piece)));
  },
  (input, chance, others) => {
    const other = Buffer.from(oneOf(chance, others));
    return put(input, ...cut(input, chance), other.subarray(...cut(other, chance)));
  },
];

/** A new input: one of the pool with a few changes, or now and then nothing but pieces of the grammar. */
export function mutant(target: Target, pool: readonly Uint8Array[], chance: Chance): Uint8Array {
  let input: Buffer =
    chance() < 0.2
      ? Buffer.from(Array.from({ length: 1 + below(chance, 16) }, () => oneOf(chance, target.tokens)).join(''))
      : Buffer.from(oneOf(chance, pool));
  for (let left = 1 + below(chance, 6); left > 0; left--) input = oneOf(chance, CHANGES)(input, chance, pool, target);
  return new Uint8Array(input.subarray(0, target.maxBytes));
}
