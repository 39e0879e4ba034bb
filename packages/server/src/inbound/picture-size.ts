/** A picture as its own first bytes describe it. */
export interface PictureSize {
  readonly format: 'png' | 'jpeg' | 'gif' | 'webp';
  readonly width: number;
  readonly height: number;
}

/**
 * What size a picture says it has, before anything is decoded: a few bytes may stand for gigabytes of pixels. Told by the
 * bytes and never by a name or a header. Only the four formats that people have portraits in; `undefined` for everything
 * else (SVG is a program), for what is cut off, and for what says two things.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const found = png(view) ?? gif(view) ?? webp(view) ?? jpeg(view);
    return found && found.width > 0 && found.height > 0 ? found : undefined;
  } catch (error) {
    // A place beyond the end.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function says(view: DataView, at: number, text: string): boolean {
  for (let n = 0; n < text.length; n++) if (view.getUint8(at + n) !== text.charCodeAt(n)) return false;
  return true;
}

function png(view: DataView): PictureSize | undefined {
  if (!says(view, 0, '\x89PNG\r\n\x1a\n') || !says(view, 12, 'IHDR')) return undefined;
  return { format: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** The larger of the screen and of the first picture on it, whose size is its own. */
function gif(view: DataView): PictureSize | undefined {
  if (!says(view, 0, 'GIF8')) return undefined;
  const tableAfter = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + tableAfter(view.getUint8(10));
  while (view.getUint8(at) === 0x21) {
    at += 2;
    while (view.getUint8(at) !== 0) at += 1 + view.getUint8(at);
    at += 1;
  }
  if (view.getUint8(at) !== 0x2c) return undefined;
  const width = Math.max(view.getUint16(6, true), view.getUint16(at + 5, true));
  const height = Math.max(view.getUint16(8, true), view.getUint16(at + 7, true));
  return { format: 'gif', width, height };
}

function webp(view: DataView): PictureSize | undefined {
  if (!says(view, 0, 'RIFF') || !says(view, 8, 'WEBP')) return undefined;
  if (says(view, 12, 'VP8X')) {
    const side = (at: number) => 1 + view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
    return { format: 'webp', width: side(24), height: side(27) };
  }
  if (says(view, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { format: 'webp', width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (!says(view, 12, 'VP8 ')) return undefined;
  return { format: 'webp', width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/** A second frame header could say another size to the decoder, so a picture with two has none. */
function jpeg(view: DataView): PictureSize | undefined {
  if (!says(view, 0, '\xff\xd8\xff')) return undefined;
  let found: PictureSize | undefined;
  for (let at = 2; at + 9 < view.byteLength; ) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff || marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd9)) {
      at += 1;
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      if (found) return undefined;
      found = { format: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
      at += 2 + view.getUint16(at + 2);
    } else {
      at += 2 + view.getUint16(at + 2);
    }
  }
  return found;
}
