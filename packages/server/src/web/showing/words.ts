import { asLanguage, type Language } from '../../words/language.ts';
import type { Words } from '../../words/words.ts';

export type GroupName = keyof Words['showing']['groups'];

/** How mentions are put together, in the order in which they are shown. */
export const GROUP_NAMES: readonly GroupName[] = ['likes', 'reposts', 'bookmarks', 'replies', 'mentions'];

/** `es` for `es-MX` and `ES`; English for what is not spoken here. */
export function languageFor(tag: string | null | undefined): Language {
  return asLanguage((tag ?? '').slice(0, 35).toLowerCase().split(/[-_]/)[0]) ?? 'en';
}
