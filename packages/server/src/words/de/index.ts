import type { Dictionary } from '../dictionary.ts';
import { build } from './build.ts';
import { entrance } from './entrance.ts';
import { layout } from './layout.ts';
import { states } from './states.ts';

export const de: Dictionary = { build, entrance, layout, states };
