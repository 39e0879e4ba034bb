import { errorCode, HearbackError, messageOf } from '../../errors.ts';

const SOMEBODY_ELSES =
  'there are tables that Hearback did not make, or half of its own; name an empty database, or restore a backup';

const POOLER =
  'a pooler stands before the server and mixes up whose connection is whose; set its pool_mode to session, or name the server itself in --database';

/** What to do about what a server, or the way to it, says: SQLSTATE codes of PostgreSQL and codes of Node's sockets. */
const ADVICE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there; start PostgreSQL, or correct host and port in --database',
  ENOENT: 'there is no socket of that name; start PostgreSQL, or correct the folder in --database',
  EACCES: 'this user may not open that socket; correct its rights, or name a host in --database',
  ENOTFOUND: 'there is no host of that name; correct it in --database',
  EAI_AGAIN: 'the name of its host cannot be looked up now; it is tried again with the next request',
  EHOSTUNREACH: 'its host cannot be reached; check the network',
  ENETUNREACH: 'its host cannot be reached; check the network',
  ETIMEDOUT: 'its host does not answer; check the network and the firewall',
  '28P01': 'the password is wrong; correct it in --database (HEARBACK_DATABASE)',
  '28000': 'the server does not let this user in; create the role, or allow it in pg_hba.conf',
  '3D000': 'the database is missing; create it with "createdb", or correct its name in --database',
  '3F000': 'the user has no schema to write in; grant it USAGE and CREATE on one, or set the search_path of the role',
  '25006':
    'the server or this user only reads; name the primary in --database, or take default_transaction_read_only from the role',
  '53100': 'the disk of the server is full; free some space, Hearback goes on by itself',
  '53200': 'the server is out of memory; give it more, Hearback goes on by itself',
  '53300': 'the server has no connection left; raise its max_connections, or run fewer processes',
  '57P03': 'the server is starting up or shutting down; it is tried again with the next request',
  '57P04': 'the database was dropped; create it again, and restore a backup',
  '58030': 'the disk of the server does not work as it should; check it',
  '42P01': 'a table is missing; the schema is not whole, restore a backup, or begin with an empty database',
  '42P07': SOMEBODY_ELSES,
  '42701': SOMEBODY_ELSES,
  '42P05': POOLER,
  '26000': POOLER,
  ERR_INVALID_URL:
    'it is no address; correct its port, and write the characters / ? # @ % of a password as %2F %3F %23 %40 %25',
};

const SILENT =
  'the server, or the network before it, gave no answer; look what it works on, and for a firewall between; the next request connects anew';
const LOST = 'the connection was lost; nothing of this was confirmed, the next request connects anew';
const BUSY = 'all connections of this process were busy for half a minute; look what the server works on';
const CLOSED_BY_SERVER = new Set(['57P01', '57P02', '57P05', '25P03', 'ECONNRESET', 'EPIPE']);
const CONFLICTS: Readonly<Record<string, number>> = {
  // Two transactions waited for each other, or met in what they wrote: one of them begins anew.
  '40001': 12,
  '40P01': 12,
  // Both saw that a row was missing and both inserted it. Whoever comes second reads anew; a defect stays one.
  '23505': 4,
};

/** How often a transaction that failed so may be begun in all; 0 for what would fail again. */
export function triesFor(error: unknown): number {
  return isOutdated(error) ? 3 : (CONFLICTS[errorCode(error)] ?? 0);
}

/** A prepared statement from before another process changed the schema; a new connection prepares it anew. */
export function isOutdated(error: unknown): boolean {
  return errorCode(error) === '0A000' && messageOf(error).startsWith('cached plan');
}

/** No answer came for as long as one may take. */
export function isSilent(error: unknown): boolean {
  return errorCode(error) === '' && messageOf(error) === 'Query read timeout';
}

/** Nothing can be asked by this connection any more. */
export function isLost(error: unknown): boolean {
  const code = errorCode(error);
  if (isSilent(error)) return true;
  if (code.startsWith('08') || CLOSED_BY_SERVER.has(code)) return true;
  return code === '' && /^(?:Connection terminated|Client has encountered a connection error)/.test(messageOf(error));
}

function adviceFor(error: unknown): string | undefined {
  const message = messageOf(error);
  if (isSilent(error)) return SILENT;
  if (isLost(error)) return LOST;
  if (/timeout expired/.test(message)) return ADVICE.ETIMEDOUT;
  if (/timeout exceeded when trying to connect/.test(message)) return BUSY;
  if (/client password must be a string/.test(message)) return 'it wants a password; write one into --database';
  if (/no encryption/.test(message))
    return 'it wants TLS; write ?sslmode=verify-full or ?sslmode=require into --database';
  if (/does not support SSL/.test(message)) return 'turn on ssl at the server, or take sslmode out of --database';
  if (/Hostname\/IP does not match/.test(message))
    return 'its certificate is of another name; name the host as the certificate does, or take sslmode=verify-ca';
  if (/certificate/i.test(message))
    return 'its certificate is not trusted; name the file of its issuer with sslrootcert in --database';
  if (errorCode(error) === 'ENOENT' && /, open /.test(message))
    return 'that file is not there; correct sslrootcert, sslcert or sslkey in --database';
  if (errorCode(error) === '42501') return adviceForRights(message);
  return ADVICE[errorCode(error)];
}

/** The user may not do this, and the database is as it should be. */
export function isRightMissing(error: unknown): boolean {
  const { code } = (error instanceof HearbackError ? error.cause : error) as { code?: unknown };
  return code === '42501';
}

function adviceForRights(message: string): string {
  if (!/for (?:table|sequence|relation) /.test(message))
    return 'the user lacks a right; make it the owner of the database, or grant it USAGE and CREATE on the schema';
  return 'the user lacks a right; make it the owner of the tables, or grant it SELECT, INSERT, UPDATE and DELETE on all tables and USAGE on all sequences of the schema';
}

/** The first connection was ended at once. */
export function explainStart(error: unknown, where: string): unknown {
  const cause = error instanceof HearbackError ? error.cause : error;
  if (!isLost(cause) || isSilent(cause)) return explain(error, where);
  const reason = `${where}: ${messageOf(cause)}; what answers there is no PostgreSQL, or it wants nobody; correct host and port in --database, or look into its log.`;
  return new HearbackError('storage', reason, { cause });
}

/** What PostgreSQL and its driver say in words for a person; anything else comes back as it is, to be seen as a defect. */
export function explain(error: unknown, where: string): unknown {
  if (error instanceof HearbackError || triesFor(error) > 0) return error;
  const message = messageOf(error);
  if (/Cannot use a pool after calling end/.test(message)) return closed(where);
  const advice = adviceFor(error);
  if (advice === undefined) return error;
  return new HearbackError('storage', `${where}: ${message || errorCode(error)}; ${advice}.`, { cause: error });
}

export function closed(where: string): HearbackError {
  return new HearbackError('storage', `${where} is closed; open the store again.`);
}

export function collided(where: string, error: unknown): HearbackError {
  const reason = `${where}: other processes wrote the same again and again (${messageOf(error)}); nothing of this was stored, try again.`;
  return new HearbackError('storage', reason, { cause: error });
}
