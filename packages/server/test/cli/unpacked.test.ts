import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { linesOf } from '../../src/cli/lines.ts';
import { unpacked } from '../../src/cli/unpacked.ts';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const broken = () => new Error('broken');

async function lines(bytes: Uint8Array, size: number): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const line of linesOf(unpacked(pieces(bytes, size), broken))) all.push(line);
  return all;
}

const LOG = ['one', 'two', ''].join('\n');

it.each([1, 3, 1000])(
  'is what is packed with gzip, also in two parts, and else the bytes as they are, by %i',
  async (size) => {
    expect(await lines(gzipSync(LOG), size)).toEqual(['one', 'two']);
    expect(await lines(Buffer.concat([gzipSync(LOG), gzipSync(LOG)]), size)).toEqual(['one', 'two', 'one', 'two']);
    for (const text of [LOG, '', 'x', '\u001f'])
      expect(await lines(Buffer.from(text), size)).toEqual(text.split('\n').filter(Boolean));
  },
);

it('is an error where it is cut off or none, and where the file fails', async () => {
  await expect(lines(gzipSync(LOG).subarray(0, -9), 5)).rejects.toThrow('broken');
  await expect(lines(Buffer.from([0x1f, 0x8b, 1, 2, 3]), 5)).rejects.toThrow('broken');
  const failing = async function* () {
    yield gzipSync(LOG).subarray(0, 12);
    throw new Error('the disk is gone');
  };
  await expect(unpacked(failing(), broken).next()).rejects.toThrow('the disk is gone');
});
