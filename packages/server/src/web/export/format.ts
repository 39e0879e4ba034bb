import type { Mention } from '../../mention.ts';
import type { SiteDirectory } from '../../pages/directory.ts';
import type { ExportQuery } from '../../ports/index.ts';

/** What a format may need of the house besides the mentions. */
export interface ExportContext {
  readonly directory: Pick<SiteDirectory, 'sites' | 'byId' | 'page'>;
  readonly now: number;
  /** Those that it is of; all unless given. */
  readonly sites?: readonly string[] | undefined;
}

/** A kind of file that mentions are written to, a part at a time. */
export interface ExportFormat {
  /** What `--format` calls it. */
  readonly name: string;
  readonly title: string;
  readonly ending: string;
  readonly type: string;
  readonly which: ExportQuery['which'];
  /** Begins a file. Each is written by a writer of its own. */
  open(context: ExportContext): ExportWriter;
}

export interface ExportWriter {
  readonly head: string;
  /** The mentions of one page of a site come one after the other. */
  row(mention: Mention): string;
  end(): string;
}
