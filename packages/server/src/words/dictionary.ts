import type { en } from './en/index.ts';

/**
 * English says which words there are; a translation that lacks one, or has one too many, does not compile.
 * A sentence with a number or a name in it is a function. One with a part that is marked up is a text: `code` stands in
 * backquotes, the words of a link in brackets, and what is put in has its name in braces (see `Marked`).
 */
export type Dictionary = typeof en;
