import { sql } from 'kysely';
import type { Database } from './schema.ts';

/** What is about a mention alone, by the column that has its id. Its passage goes with the row, its marks by a trigger. */
const ABOUT_IT = [
  ['traceStep', 'subject'],
  ['avatar', 'mention'],
  ['brought', 'mention'],
