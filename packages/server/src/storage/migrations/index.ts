import type { Kysely } from 'kysely';
import type { MarkIndex } from '../mark-index.ts';
import { first } from './0001-first.ts';
import { linkbacks } from './0002-linkbacks.ts';
import { budgets } from './0003-budgets.ts';
import { leases } from './0004-leases.ts';
import { judging } from './0005-judging.ts';
import { access } from './0006-access.ts';
import { standing } from './0007-standing.ts';
import { telling } from './0008-telling.ts';
import { watching } from './0009-watching.ts';
import { desk } from './0010-desk.ts';
import { settings } from './0011-settings.ts';
import { notices } from './0012-notices.ts';
import { showing } from './0013-showing.ts';
import { withdrawn } from './0014-withdrawn.ts';
import { answers } from './0015-answers.ts';
import { language } from './0016-language.ts';
import { ledger } from './0017-ledger.ts';
import { views } from './0018-views.ts';
import { moving } from './0019-moving.ts';
import { sites } from './0020-sites.ts';
import { clients } from './0023-clients.ts';
import { reports } from './0024-reports.ts';
import { importRuns } from './0026-import-runs.ts';
import { guesses } from './0028-guesses.ts';
import { linkingPages } from './0029-linking-pages.ts';
import { hosts } from './0032-hosts.ts';

/** What differs between databases comes with it. */
export type Migration = (db: Kysely<unknown>, marks: MarkIndex) => Promise<void>;

/** In order; the version of the schema is how many of them were applied. */
export const MIGRATIONS: readonly Migration[] = [
  first,
  linkbacks,
  budgets,
  leases,
  judging,
  access,
  standing,
  telling,
  watching,
  desk,
  settings,
  notices,
  showing,
  withdrawn,
  answers,
  language,
  ledger,
  views,
  moving,
  sites,
  clients,
  reports,
  importRuns,
  guesses,
  linkingPages,
  hosts,
];

/**
 * How many of them a program has to know to work on a store to which all were applied. Nothing is released, so it is all
 * of them; from the first release on it is the number that release knows, so that an older one runs on beside a newer one,
 * and can be gone back to. A migration may then add tables, indexes and columns that are empty or have a default; one that
 * does anything else an older program would stumble over, and makes this number its own.
 */
export const LEAST_KNOWN = MIGRATIONS.length;
