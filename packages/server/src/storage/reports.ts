import type { Reports } from '../ports/index.ts';
import type { ReportPace } from '../report-period.ts';
import type { Doors } from './doors.ts';

export function createReports(doors: Doors): Reports {
  return {
    async list() {
      const rows = await doors.read.selectFrom('report').selectAll().execute();
      return rows.map((row) => ({ ...row, every: row.every as ReportPace }));
    },
    claim: (reported) =>
      doors.write(async (db) => {
        const { site, every, until } = reported;
        // Whoever comes second waits for the first one's row, and finds that it is not earlier any more.
        const { numUpdatedRows } = await db
          .updateTable('report')
          .set({ until })
          .where('site', '=', site)
          .where('every', '=', every)
          .where('until', '<', until)
          .executeTakeFirst();
        if (numUpdatedRows > 0n) return true;
        await db
          .insertInto('report')
          .values({ site, every, until })
          .onConflict((conflict) =>
            conflict.column('site').doUpdateSet({ every, until }).where('report.every', '<>', every),
          )
          .execute();
        return false;
      }),
    drop: (site) => doors.write(async (db) => void (await db.deleteFrom('report').where('site', '=', site).execute())),
  };
}
