export type { Store } from './ports/index.ts';
