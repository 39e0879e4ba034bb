import type { Found } from './brought.ts';
import type { FormatName } from './format-names.ts';

/** A kind of file that mentions, or links, are read from. */
export interface Format {
  /** What `--format` calls it. */
  readonly name: FormatName;
  readonly title: string;
  /** Whether the first 64 KiB of a file are those of one of this kind. The first format that says yes reads it. */
  looksLike(head: string): boolean;
  /**
   * Reads it piece by piece; what it holds in memory does not grow with the file.
   * @throws HearbackError `import`, with the line, where it cannot go on; what was yielded before is good
   */
  read(text: AsyncIterable<string>): AsyncIterable<Found>;
}
