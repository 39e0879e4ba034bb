/** Of a longer line only this much is kept, in bytes. */
const MAX_LINE = 64 * 1024;

/** Splits bytes into lines, by `\n` or `\r\n`. A file without any line end is not gathered in memory. */
export async function* linesOf(parts: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let overlong = false;
  for await (const part of parts) {
    const bytes = Buffer.concat([rest, part]);
    let start = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
      // What comes after the cut is the tail of a line that was told already.
      if (!overlong) yield textOf(bytes.subarray(start, Math.min(end, start + MAX_LINE)));
      overlong = false;
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (rest.length > MAX_LINE) {
      if (!overlong) yield textOf(rest.subarray(0, MAX_LINE));
      overlong = true;
      rest = Buffer.alloc(0);
    }
  }
  if (rest.length > 0 && !overlong) yield textOf(rest);
}

function textOf(line: Buffer): string {
  return line.toString().replace(/\r$/, '');
}
