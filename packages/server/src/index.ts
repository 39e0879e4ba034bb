export { createHearback, type EmbeddedHearback, type HearbackConfig, type RefbackVisit } from './embed.ts';
export type { SendOptions, SendReport } from './outbound/sender.ts';
export type { ResolvedTarget, ResolveTarget } from './pages/resolve.ts';
