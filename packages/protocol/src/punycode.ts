const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const LAST_CODE_POINT = 0x10ffff;

/** RFC 3492 §6.1 with the parameters of §5. */
function adapt(delta: number, points: number, first: boolean): number {
  let rest = first ? Math.floor(delta / 700) : delta >> 1;
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + 38));
}

function digit(character: string): number {
  if (character >= '0' && character <= '9') return character.charCodeAt(0) - 22;
  if (character >= 'a' && character <= 'z') return character.charCodeAt(0) - 97;
  return BASE;
}

/**
 * Text of one lower-case label without its `xn--`, or `undefined` when it encodes nothing (RFC 3492 §6.2). The platform
 * offers no decoder, and its URL parser lets `xn--` and `xn--a` through.
 */
export function decodePunycode(label: string): string | undefined {
  const delimiter = label.lastIndexOf('-');
  const points = Array.from(label.slice(0, Math.max(delimiter, 0)), (character) => character.charCodeAt(0));
  let position = delimiter < 0 ? 0 : delimiter + 1;
  let point = 128;
  let index = 0;
  let bias = 72;
  while (position < label.length) {
    const before = index;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const value = digit(label.charAt(position++));
      if (value >= BASE) return undefined;
      index += value * weight;
      if (index > Number.MAX_SAFE_INTEGER / BASE) return undefined;
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (value < threshold) break;
      weight *= BASE - threshold;
    }
    const length = points.length + 1;
    bias = adapt(index - before, length, before === 0);
    point += Math.floor(index / length);
    if (point > LAST_CODE_POINT || (point >= 0xd800 && point <= 0xdfff)) return undefined;
    index %= length;
    points.splice(index++, 0, point);
  }
  return String.fromCodePoint(...points);
}
