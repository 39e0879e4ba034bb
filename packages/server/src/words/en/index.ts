import { entrance } from './entrance.ts';
import { layout } from './layout.ts';
import { news } from './news.ts';
import { notices } from './notices.ts';
import { states } from './states.ts';

export const en = { entrance, layout, news, notices, states };
