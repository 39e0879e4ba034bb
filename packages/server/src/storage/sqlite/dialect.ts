import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type LimitNode,
  type QueryResult,
  type SelectModifierNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { HearbackError } from '../../errors.ts';
import type { CommitGroup, Turn } from './commit-group.ts';
import { explain } from './failure.ts';
import type { Statement } from './statements.ts';

interface TurnConnection extends DatabaseConnection {
  readonly turn: Turn | undefined;
}

class QueryCompiler extends SqliteQueryCompiler {
  /**
   * SQLite plans with the value of a limit that is a bare parameter, and so prepares the statement anew whenever one is
   * bound: a fifth of the time of reading a post's mentions. Of a sum it knows nothing before it runs.
   */
  protected override visitLimit(node: LimitNode): void {
    super.visitLimit(node);
    this.append(' + 0');
  }

  /** Whoever writes is alone: rows are locked by nobody, and SQLite has no words for it. */
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier !== 'ForUpdate' && node.modifier !== 'SkipLocked') super.visitSelectModifier(node);
  }
}

/**
 * Kysely over `node:sqlite`. Without a commit group it reads; with one, each connection is a turn, so that Kysely's
 * transactions become savepoints that share a commit.
 */
export function createDialect(prepare: (text: string) => Statement, path: string, commits?: CommitGroup): Dialect {
  const connect = (turn: Turn | undefined): TurnConnection => ({
    turn,
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      if (turn !== undefined && !turn.isOpen()) {
        throw new HearbackError('storage', `${path}: writes outside a transaction are refused; nothing was stored.`);
      }
      try {
        const statement = prepare(sql);
        if (statement.reads) return { rows: statement.all(parameters) as R[] };
        return { rows: [], numAffectedRows: BigInt(statement.run(parameters)) };
      } catch (error) {
        throw explain(error, path);
      }
    },
    streamQuery() {
      throw new Error('the storage reads in pages and streams nothing');
    },
  });
  const turnOf = (connection: DatabaseConnection) => (connection as TurnConnection).turn;
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new QueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => ({
      init: async () => undefined,
      acquireConnection: async () => connect(await commits?.turn()),
      beginTransaction: async (connection) => turnOf(connection)?.begin(),
      commitTransaction: async (connection) => turnOf(connection)?.commit(),
      rollbackTransaction: async (connection) => turnOf(connection)?.rollback(),
      releaseConnection: async (connection) => turnOf(connection)?.end(),
      destroy: async () => undefined,
    }),
  };
}
