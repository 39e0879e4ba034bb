import { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { HearbackError } from '../errors.ts';

/** A posted form with a file behind its fields. */
export interface Upload {
  /** Those that came before the file; what comes after it is not read. */
  readonly fields: URLSearchParams;
  /** As it comes; it has to be read, or left by whoever answers. */
  readonly file: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> } | undefined;
}

const LIMITS = { fieldNameSize: 100, fieldSize: 64 * 1024, fields: 50, files: 1, parts: 51, headerPairs: 50 };

export function isUpload(request: Request): boolean {
  return /^multipart\/form-data\s*;/i.test(request.headers.get('content-type') ?? '');
}

/** Reads a form up to its file; `undefined` for what is no such form. Of the file no more is in memory than a piece. */
export async function readUpload(request: Request): Promise<Upload | undefined> {
  const type = request.headers.get('content-type') ?? '';
  if (!isUpload(request) || !request.body) return undefined;
  const fields = new URLSearchParams();
  try {
    const parser = new Busboy({ headers: { 'content-type': type }, limits: LIMITS });
    const body = Readable.fromWeb(request.body as never);
    return await new Promise((resolve) => {
      let file: Readable | undefined;
      const fail = () => {
        file?.destroy(new HearbackError('import', 'it did not come whole, so nothing was kept.'));
        resolve(undefined);
      };
      parser.on('field', (name, value) => fields.append(name, value));
      parser.on('file', (_, stream, name) => {
        file = stream;
        // Whoever reads it hears of it; and somebody may have left.
        stream.on('error', () => {});
        resolve({ fields, file: { name, bytes: stream } });
      });
      parser.on('finish', () => resolve({ fields, file: undefined }));
      parser.on('error', fail);
      body.on('error', fail);
      body.on('close', () => {
        if (!body.readableEnded) fail();
      });
      body.pipe(parser);
    });
  } catch {
    // What says that it is such a form and is none.
    return undefined;
  }
}
