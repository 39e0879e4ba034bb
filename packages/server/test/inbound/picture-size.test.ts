import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureSize } from '../../src/inbound/picture-size.ts';
import { ANIMATED, bomb, picture } from '../support/pictures.ts';

describe('the size of a picture is read off its first bytes', () => {
  test.each(['png', 'jpeg', 'webp'] as const)('%s', (format) => {
    expect(pictureSize(picture(format, 33, 21))).toEqual({ format, width: 33, height: 21 });
  });

  test('of GIF the larger of the screen and of its first picture', () => {
    expect(pictureSize(ANIMATED)).toEqual({ format: 'gif', width: 1, height: 1 });
    const lying = Uint8Array.from(ANIMATED);
    // The width of the first picture: after the screen, its table, the loop and the delay.
    const at = lying.indexOf(0x2c, 13);
    lying.set([0xff, 0xff], at + 5);
    expect(pictureSize(lying)).toMatchObject({ width: 65_535, height: 1 });
  });

  test('of WebP with extensions, lossy and lossless', () => {
    const extended = new Uint8Array(40);
    extended.set(Buffer.from('RIFF....WEBPVP8X'));
    extended.set([0xff, 0xff, 0x00, 0x07, 0x00, 0x00], 24);
    expect(pictureSize(extended)).toEqual({ format: 'webp', width: 65_536, height: 8 });
    const lossy = new Uint8Array(40);
    lossy.set(Buffer.from('RIFF....WEBPVP8 '));
    lossy.set([0x10, 0x00, 0x08, 0x00], 26);
    expect(pictureSize(lossy)).toEqual({ format: 'webp', width: 16, height: 8 });
  });

  test('of a bomb too, which is not decoded for it', () => {
    expect(pictureSize(bomb(60_000, 60_000, 100))).toEqual({ format: 'png', width: 60_000, height: 60_000 });
  });
});

describe('no size has', () => {
  const jpeg = picture('jpeg');
  const frame = jpeg.findIndex((byte, at) => byte === 0xff && jpeg[at + 1] === 0xc0);
  const twice = new Uint8Array([...jpeg.slice(0, frame), ...jpeg.slice(frame, frame + 19), ...jpeg.slice(frame)]);
  test.each([
    ['nothing', new Uint8Array()],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', Buffer.from('<!doctype html>')],
    ['BMP', Buffer.from('BM\x46\0\0\0\0\0\0\0')],
    ['TIFF', Buffer.from('II*\0\x08\0\0\0')],
    ['an icon', Buffer.from('\0\0\x01\0\x01\0')],
    ['AVIF', Buffer.from('\0\0\0\x20ftypavif')],
    ['PNG without a header', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\0IEND', 'latin1')],
    ['a PNG of no pixels', bomb(0, 10, 1)],
    ['JPEG with two frame headers', twice],
    ['a picture behind something else', Buffer.concat([Buffer.from('<html>'), picture('png')])],
  ])('%s', (_, bytes) => expect(pictureSize(bytes)).toBeUndefined());

  test.each(['png', 'jpeg', 'webp'] as const)('%s that is cut before its size', (format) => {
    for (const length of [1, 4, 11, 20]) expect(pictureSize(picture(format).slice(0, length))).toBeUndefined();
  });
});

test('no bytes make it throw, or take long', () => {
  const starts = [picture('png'), picture('jpeg'), picture('webp'), ANIMATED, new Uint8Array()];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), fc.nat(60), (start, noise, cut) => {
      pictureSize(new Uint8Array([...start.slice(0, cut), ...noise]));
    }),
  );
  const began = performance.now();
  for (const filler of [0xff, 0x00, 0xd0])
    pictureSize(new Uint8Array([0xff, 0xd8, 0xff, ...Array(500_000).fill(filler)]));
  const blocks = new Uint8Array(500_000).fill(1);
  blocks.set(Buffer.from('GIF89a'));
  blocks.set([0x21, 0xf9], 13 + 6);
  pictureSize(blocks);
  expect(performance.now() - began).toBeLessThan(2_000);
});
