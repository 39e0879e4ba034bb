import type { ExpressionBuilder } from 'kysely';
import { siteOfUrl } from '../domain.ts';
import type { Database, Schema } from './schema.ts';
import type { LinkSumTable } from './schema-views.ts';

const NO_LINKS = { links: 0, live: 0, lost: 0, followed: 0, firstAt: 0, lastAt: 0 };
export const NOBODY_TOLD = { told: 0, toldFirstAt: 0, toldLastAt: 0 };

/** A link of ours to somebody, found or deleted. */
export async function sumTold(
  db: Database,
  { site, target, createdAt }: { readonly site: string; readonly target: string; readonly createdAt: number },
  by: 1 | -1,
): Promise<void> {
  const told = { told: by, toldFirstAt: createdAt, toldLastAt: createdAt };
  await addSums(db, [{ site, what: 'domain', key: siteOfUrl(target), ...NO_LINKS, ...told }]);
}

const COUNTED = ['links', 'live', 'lost', 'followed', 'told'] as const;

/** Adds to sums, or takes away from them; a sum of nothing is deleted, so that nobody is named by it. Each only once. */
export async function addSums(db: Database, rows: readonly LinkSumTable[]): Promise<void> {
  if (rows.length === 0) return;
  const less = rows.filter(({ links, told }) => links < 0 || told < 0);
  await db
    .insertInto('linkSum')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['site', 'what', 'key']).doUpdateSet((eb) => ({
        ...Object.fromEntries(COUNTED.map((name) => [name, eb(`linkSum.${name}`, '+', eb.ref(`excluded.${name}`))])),
        firstAt: earlier(eb, 'firstAt'),
        toldFirstAt: earlier(eb, 'toldFirstAt'),
        lastAt: later(eb, 'lastAt'),
        toldLastAt: later(eb, 'toldLastAt'),
      })),
    )
    .execute();
  for (const { site, what, key } of less)
    await db
      .deleteFrom('linkSum')
      .where('site', '=', site)
      .where('what', '=', what)
      .where('key', '=', key)
      .where('links', '<=', 0)
      .where('told', '<=', 0)
      .execute();
}

type Conflict = ExpressionBuilder<Schema & { excluded: LinkSumTable }, 'linkSum' | 'excluded'>;

/** 0 stands for none. */
function earlier(eb: Conflict, name: 'firstAt' | 'toldFirstAt') {
  return eb
    .case()
    .when(
      eb.or([
        eb(`linkSum.${name}`, '=', 0),
        eb.and([eb(`excluded.${name}`, '>', 0), eb(`excluded.${name}`, '<', eb.ref(`linkSum.${name}`))]),
      ]),
    )
    .then(eb.ref(`excluded.${name}`))
    .else(eb.ref(`linkSum.${name}`))
    .end();
}

function later(eb: Conflict, name: 'lastAt' | 'toldLastAt') {
  return eb
    .case()
    .when(eb(`excluded.${name}`, '>', eb.ref(`linkSum.${name}`)))
    .then(eb.ref(`excluded.${name}`))
    .else(eb.ref(`linkSum.${name}`))
    .end();
}
