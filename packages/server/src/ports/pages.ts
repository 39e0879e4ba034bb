import type { PageInput, PageReading } from '@hearback/protocol';

/** Reads hostile pages where they can do no harm. */
export interface PageReader {
  /**
   * Never throws for anything in the page. `poison`: the page made the parser crash, or take more than a second, or
   * more than its memory; the same page is not worth another try.
   */
  read(
    page: PageInput,
  ): Promise<
    | { readonly ok: true; readonly reading: PageReading }
    | { readonly ok: false; readonly kind: 'poison'; readonly reason: string }
  >;
  close(): Promise<void>;
}
