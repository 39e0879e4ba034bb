import type { Dictionary } from '../dictionary.ts';
import { entrance } from './entrance.ts';
import { layout } from './layout.ts';
import { overview } from './overview.ts';
import { people } from './people.ts';
import { site } from './site.ts';
import { states } from './states.ts';

export const es: Dictionary = { entrance, layout, overview, people, site, states };
