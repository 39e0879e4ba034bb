import type { Dictionary } from '../dictionary.ts';
import { entrance } from './entrance.ts';
import { inbox } from './inbox.ts';
import { layout } from './layout.ts';
import { states } from './states.ts';

export const de: Dictionary = { entrance, inbox, layout, states };
