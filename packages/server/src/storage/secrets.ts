import type { Secrets } from '../ports/index.ts';
import type { Doors } from './doors.ts';

export function createSecrets(doors: Doors): Secrets {
  const find = (name: string) =>
    doors.read.selectFrom('secret').select('value').where('name', '=', name).executeTakeFirst();
  return {
    async keep(name, drawn) {
      const kept = await find(name);
      if (kept) return kept.value;
      await doors.write(async (db) => {
        const row = { name, value: drawn };
        await db
          .insertInto('secret')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      });
      return (await find(name))?.value ?? drawn;
    },
  };
}
