export interface FolderFile {
  /** Below the folder, with `/` between its parts. */
  readonly path: string;
  /** Another text whenever the file was written. */
  readonly stamp: string;
}

/** Folders of files that the owner named. */
export interface Folder {
  /**
   * The HTML files below a folder, hidden ones and links to elsewhere left out, in no order; or why not, in a sentence.
   * Never throws.
   */
  list(
    folder: string,
  ): Promise<
    { readonly ok: true; readonly files: readonly FolderFile[] } | { readonly ok: false; readonly reason: string }
  >;
  /** The first MiB of a file; `undefined` when it is not there any more or cannot be read. */
  read(folder: string, path: string): Promise<Uint8Array | undefined>;
}
