import { insist } from '../lib/report.ts';
import { until } from '../lib/until.ts';
import type { ProgramOptions, Workshop } from '../lib/workshop.ts';

/** A MariaDB of our own: its data in `folder`, reached by a unix socket only. */
export interface Database {
  readonly socket: string;
  /** Runs one statement and answers what it prints: the first column of each row, without heading. */
  query(sql: string): Promise<string>;
}

export async function startDatabase(
  workshop: Workshop,
  folder: string,
  account: ProgramOptions['account'],
): Promise<Database> {
  const files = `${folder}/database`;
  const socket = `${folder}/database.sock`;
  const made = await workshop.run(
    'mariadb-install-db',
    ['--no-defaults', `--datadir=${files}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { account },
  );
  insist(made.code === 0, `mariadb-install-db: ${made.err || made.out}`);
  const server = workshop.start(
    '/usr/sbin/mariadbd',
    [
      '--no-defaults',
      `--datadir=${files}`,
      `--socket=${socket}`,
      `--pid-file=${folder}/database.pid`,
      '--skip-networking',
    ],
    { account },
  );

  const run = (sql: string) =>
    workshop.run(
      'mariadb',
      ['--no-defaults', '-uroot', `--socket=${socket}`, '--batch', '--raw', '--skip-column-names'],
      { input: sql },
    );
  await until('MariaDB to answer', 60, async () => {
    const { code } = await run('SELECT 1');
    return code === 0 ? true : undefined;
  }).catch((error: Error) => insist(false, `${error.message}: ${server.printed().err.slice(-500)}`));

  return {
    socket,
    async query(sql) {
      const { code, out, err } = await run(sql);
      insist(code === 0, `MariaDB refused "${sql}": ${err.trim()}`);
      return out.trim();
    },
  };
}
