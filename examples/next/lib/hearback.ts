import { readFileSync } from 'node:fs';
import { createHearback, type EmbeddedHearback } from 'hearback';

const config = JSON.parse(readFileSync('hearback.json', 'utf8'));

export const publicUrl: string = config.publicUrl;
export const POST = new URL('/hello', publicUrl).href;

// Next.js bundles each route with a copy of this module; the process has to have one Hearback.
const shared = globalThis as typeof globalThis & { hearback?: EmbeddedHearback };
shared.hearback ??= createHearback({ ...config, onLog: console.error });
export const hearback = shared.hearback;
