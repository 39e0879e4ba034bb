export type { MentionEntry } from './entry.ts';
export { loadMentions, type MentionsOptions } from './load.ts';
export { grouped, type Mentions, mentionsIn } from './mentions.ts';
