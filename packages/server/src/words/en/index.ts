import { entrance } from './entrance.ts';
import { layout } from './layout.ts';
import { overview } from './overview.ts';
import { people } from './people.ts';
import { site } from './site.ts';
import { states } from './states.ts';

export const en = { entrance, layout, overview, people, site, states };
