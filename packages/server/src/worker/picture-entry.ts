import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { crop, initPhoton, PhotonImage, resize, SamplingFilter } from '@cf-wasm/photon/others';
import type { Readings } from '../ports/index.ts';
import type { Task } from './thread.ts';

// Runs in a thread of its own, for one picture. The decoders are Rust, compiled to WebAssembly: a fault in them stays in
// their own memory, and whatever they do not like ends the thread, not the server.

/** Twice as many as are shown, for screens with fine dots. */
const SIDE = 96;
const QUALITY = 82;

parentPort?.on('message', async ({ given }: Task) => {
  const wasm = createRequire(import.meta.url).resolve('@cf-wasm/photon/photon.wasm');
  await initPhoton({ module_or_path: await readFile(wasm) });
  parentPort?.postMessage(portrait(given.body));
});
parentPort?.postMessage('ready');

/** The middle of the first frame as a square. Nothing of the file is left: no metadata, no place of the photograph. */
function portrait(bytes: Uint8Array): Readings['picture']['found'] {
  const whole = PhotonImage.new_from_byteslice(bytes);
  const [width, height] = [whole.get_width(), whole.get_height()];
  const side = Math.min(width, height);
  const [left, top] = [Math.floor((width - side) / 2), Math.floor((height - side) / 2)];
  const square = crop(whole, left, top, left + side, top + side);
  const small = side > SIDE ? resize(square, SIDE, SIDE, SamplingFilter.Triangle) : square;
  const isOpaque = small.get_raw_pixels().every((value, n) => n % 4 !== 3 || value === 255);
  return isOpaque ? { bytes: small.get_bytes_jpeg(QUALITY), type: 'jpg' } : { bytes: small.get_bytes(), type: 'png' };
}
