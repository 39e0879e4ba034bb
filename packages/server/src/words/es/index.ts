import type { Dictionary } from '../dictionary.ts';
import { audit } from './audit.ts';
import { blockLists } from './block-lists.ts';
import { build } from './build.ts';
import { deliveries } from './deliveries.ts';
import { doctor } from './doctor.ts';
import { dontTell } from './dont-tell.ts';
import { entrance } from './entrance.ts';
import { findingsOfAnswers } from './findings-of-answers.ts';
import { findingsOfNames } from './findings-of-names.ts';
import { findingsOfPages } from './findings-of-pages.ts';
import { findingsOfSources } from './findings-of-sources.ts';
import { history } from './history.ts';
import { inbox } from './inbox.ts';
import { layout } from './layout.ts';
import { limits } from './limits.ts';
import { links } from './links.ts';
import { mention } from './mention.ts';
import { moving } from './moving.ts';
import { news } from './news.ts';
import { next } from './next.ts';
import { notices } from './notices.ts';
import { overview } from './overview.ts';
import { ownPages } from './own-pages.ts';
import { people } from './people.ts';
import { preview } from './preview.ts';
import { problems } from './problems.ts';
import { refused } from './refused.ts';
import { removals } from './removals.ts';
import { report } from './report.ts';
import { rules } from './rules.ts';
import { searched } from './searched.ts';
import { sender } from './sender.ts';
import { showing } from './showing.ts';
import { site } from './site.ts';
import { snippets } from './snippets.ts';
import { states } from './states.ts';
import { status } from './status.ts';
import { tokens } from './tokens.ts';
import { trace } from './trace.ts';

export const es: Dictionary = {
  audit,
  blockLists,
  build,
  deliveries,
  doctor,
  dontTell,
  entrance,
  findingsOfPages,
  findingsOfNames,
  findingsOfAnswers,
  findingsOfSources,
  next,
  history,
  inbox,
  layout,
  limits,
  links,
  mention,
  moving,
  news,
  notices,
  overview,
  ownPages,
  people,
  preview,
  problems,
  refused,
  removals,
  report,
  rules,
  searched,
  sender,
  showing,
  site,
  snippets,
  states,
  status,
  tokens,
  trace,
};
