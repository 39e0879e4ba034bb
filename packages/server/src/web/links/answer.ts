import { Readable } from 'node:stream';
import type { Ledger, LedgerFilter } from '../../ports/index.ts';
import { LINK_FORMATS, type LinkFormatName, linkPieces } from './write.ts';

/** An answer that is sent as it is read, and read as it is taken. */
export function linkFile(
  ledger: Pick<Ledger, 'list'>,
  filter: LedgerFilter,
  name: LinkFormatName,
  bom: boolean,
): Response {
  const pieces = Readable.from(linkPieces(ledger, filter, name, { bom }), { objectMode: true, highWaterMark: 1 });
  const bytes = Readable.toWeb(pieces).pipeThrough(new TextEncoderStream() as never) as ReadableStream<Uint8Array>;
  return new Response(bytes, {
    headers: {
      'Content-Type': LINK_FORMATS[name].type,
      'Content-Disposition': `attachment; filename="links.${name}"`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
