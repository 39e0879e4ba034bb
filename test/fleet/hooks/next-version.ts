import { registerHooks } from 'node:module';
import type { Migration } from '../../../packages/server/dist/storage/migrations/index.js';

// The next version of the program: one more migration, which adds to what is there. It runs in its single modules, because
// the list of migrations is reached in them and not in the bundle.
registerHooks({
  resolve: (name, context, next) =>
    next(name.endsWith('/dist/command/main.js') ? name.replace('command', 'cli') : name, context),
});
const { MIGRATIONS } = await import(
  String(new URL('../../../packages/server/dist/storage/migrations/index.js', import.meta.url))
);
const next: Migration = async (db) => {
  for (const table of ['mention', 'job', 'delivery', 'site'])
    await db.schema.alterTable(table).addColumn('ofTheNextVersion', 'text').execute();
};
MIGRATIONS.push(next);
