import { entrance } from './entrance.ts';
import { layout } from './layout.ts';
import { showing } from './showing.ts';
import { states } from './states.ts';

export const en = { entrance, layout, showing, states };
