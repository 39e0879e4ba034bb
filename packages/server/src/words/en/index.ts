import { entrance } from './entrance.ts';
import { layout } from './layout.ts';
import { states } from './states.ts';

export const en = { entrance, layout, states };
