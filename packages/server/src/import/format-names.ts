/** What `--format` calls each kind of file, apart from their readers, which are loaded when there is a file. */
export const FORMAT_NAMES = ['wxr', 'jf2', 'classic', 'go-jamming', 'webmentiond', 'csv'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
