import { describe, expect, test } from 'vitest';
import { createPictureMaker } from '../../src/worker/pictures.ts';
import { ANIMATED, bomb, look, picture, pngChunk } from '../support/pictures.ts';

const { make } = createPictureMaker();
async function made(bytes: Uint8Array) {
  const result = await make(bytes);
  if (!result.ok) throw new Error(result.problem);
  return { type: result.type, bytes: result.bytes, ...look(result.bytes) };
}
const near = (pixel: readonly number[], to: readonly number[]) =>
  pixel.every((value, n) => Math.abs(value - (to[n] ?? 0)) < 8);

describe('a picture becomes a small square of its middle', { timeout: 30_000 }, () => {
  test.each(['png', 'jpeg', 'webp'] as const)('%s', async (format) => {
    const { type, width, height, first } = await made(picture(format, 400, 200, [0, 0, 255, 255]));
    expect([type, width, height]).toEqual(['jpg', 96, 96]);
    expect(near(first, [0, 0, 255, 255])).toBe(true);
  });

  test('one that is small stays as small', async () => {
    expect(await made(picture('png', 20, 10))).toMatchObject({ width: 10, height: 10 });
  });

  test('one that shines through stays so', async () => {
    expect(await made(picture('png', 100, 100, [9, 9, 9, 0]))).toMatchObject({ type: 'png', first: [9, 9, 9, 0] });
  });

  test('of one that moves the first frame', async () => {
    const { width, first } = await made(ANIMATED);
    expect(width).toBe(1);
    expect(near(first, [255, 0, 0, 255])).toBe(true);
  });
});

describe('nothing of the file is left', { timeout: 30_000 }, () => {
  const SECRET = 'GPS 52.5, 13.4 <script>alert(1)</script>';
  test('of a PNG with words in it, and a page behind it', async () => {
    const png = Buffer.from(picture('png', 100, 100));
    const words = pngChunk('tEXt', Buffer.from(`Comment\0${SECRET}`));
    const dirty = Buffer.concat([png.subarray(0, 33), words, png.subarray(33), Buffer.from(SECRET)]);
    expect(Buffer.from((await made(dirty)).bytes).includes('alert')).toBe(false);
  });

  test('of a JPEG with a comment, and a page behind it', async () => {
    const jpeg = Buffer.from(picture('jpeg', 100, 100));
    const note = Buffer.alloc(4);
    note.set([0xff, 0xfe]);
    note.writeUInt16BE(2 + SECRET.length, 2);
    const dirty = Buffer.concat([
      jpeg.subarray(0, 2),
      note,
      Buffer.from(SECRET),
      jpeg.subarray(2),
      Buffer.from(SECRET),
    ]);
    expect(Buffer.from((await made(dirty)).bytes).includes('alert')).toBe(false);
  });
});

describe('what is no picture is refused, and nobody is hurt', { timeout: 30_000 }, () => {
  const png = picture('png', 300, 300);
  test.each([
    ['nothing', new Uint8Array()],
    ['noise', Uint8Array.from({ length: 5_000 }, (_, n) => (n * 7919) % 251)],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')],
    ['a PNG that is cut', png.slice(0, Math.floor(png.length / 2))],
    ['a PNG whose data are fewer than its header says', bomb(2_000, 2_000, 10)],
    ['a JPEG of a header only', picture('jpeg', 100, 100).slice(0, 200)],
    ['a WebP that is cut', picture('webp', 300, 300).slice(0, 30)],
  ])('%s', async (_, bytes) => expect(await make(bytes)).toEqual({ ok: false, problem: 'it cannot be decoded' }));

  test('two at once are two threads, and one that fails does not take the other along', async () => {
    const [good, bad] = await Promise.all([make(picture('png')), make(Buffer.from('none'))]);
    expect([good.ok, bad.ok]).toEqual([true, false]);
  });

  test('the largest that is let through leaves no memory behind', async () => {
    await make(picture('png'));
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    for (let n = 0; n < 3; n++) expect((await make(bomb(2048, 2048, (2048 * 3 + 1) * 2048))).ok).toBe(true);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });
});
