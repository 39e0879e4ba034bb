import { crc32, deflateSync } from 'node:zlib';
import { PhotonImage } from '@cf-wasm/photon/node';

export type Pixel = readonly [red: number, green: number, blue: number, alpha: number];
const RED: Pixel = [255, 0, 0, 255];

function pixels(width: number, height: number, pixel: Pixel): Uint8Array {
  return new Uint8Array(Array.from({ length: width * height }, () => pixel).flat());
}

/** A picture of one colour, as programs write it. */
export function picture(format: 'png' | 'jpeg' | 'webp', width = 20, height = 10, pixel = RED): Uint8Array {
  const image = new PhotonImage(pixels(width, height, pixel), width, height);
  if (format === 'png') return image.get_bytes();
  return format === 'jpeg' ? image.get_bytes_jpeg(90) : image.get_bytes_webp();
}

/** Two frames of one pixel: red, then blue. */
export const ANIMATED = new Uint8Array([
  ...Buffer.from('GIF89a'),
  ...[1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255],
  ...[0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0'), 3, 1, 0, 0, 0],
  ...[0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0],
  ...[0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0],
  0x3b,
]);

export function pngChunk(type: string, data: Uint8Array): Buffer {
  const chunk = Buffer.alloc(12 + data.length);
  chunk.writeUInt32BE(data.length, 0);
  chunk.write(type, 4, 'latin1');
  chunk.set(data, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
  return chunk;
}

/** A PNG whose header says one size, and whose data are as many zeros as one likes. */
export function bomb(width: number, height: number, zeros: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.alloc(zeros))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The first pixel of what was made, and its size. */
export function look(bytes: Uint8Array) {
  const image = PhotonImage.new_from_byteslice(bytes);
  return { width: image.get_width(), height: image.get_height(), first: [...image.get_raw_pixels().slice(0, 4)] };
}
