import { HearbackError } from '../../errors.ts';

/** Versions 3.7.0 to 3.51.2 can lose committed rows when a WAL is reset while another process reads. */
const OLDEST_SAFE = [3, 51, 3] as const;

/**
 * @param version `process.versions.sqlite`
 * @throws HearbackError `storage` when this SQLite is known to lose committed rows
 */
export function requireSafeSqlite(version: string | undefined): void {
  const parts = (version ?? '0').split('.').map(Number);
  for (const [index, least] of OLDEST_SAFE.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least || Number.isNaN(part)) {
      throw new HearbackError(
        'storage',
        `This Node brings SQLite ${version ?? 'not at all'}, and SQLite before ${OLDEST_SAFE.join('.')} can lose accepted mentions ` +
          '(WAL-reset bug); run Hearback on Node 22.23 or later, best on Node 24.',
      );
    }
  }
}
