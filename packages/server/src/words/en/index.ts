import { entrance } from './entrance.ts';
import { inbox } from './inbox.ts';
import { layout } from './layout.ts';
import { states } from './states.ts';

export const en = { entrance, inbox, layout, states };
