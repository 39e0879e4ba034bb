/** One request as a web server wrote it down. */
export interface LoggedRequest {
  /** Address or name of who asked. */
  readonly client: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  /** As it was asked for: a path with its query, or an absolute URL. */
  readonly requestTarget: string;
  readonly status: number;
  /** `''` where the line has none; the common format never has one. */
  readonly referrer: string;
  readonly userAgent: string;
  /** Name of the virtual host, where the server puts it before the line; without port. */
  readonly host: string | undefined;
}

/** Longer lines are attacks on log readers, not visits. */
const MAX_LINE = 16 * 1024;
const TIME = /^(\d{1,2})\/([A-Z][a-z]{2})\/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const REQUEST = /^([A-Z]+) (\S+)(?: HTTP\/\d(?:\.\d)?)?$/;
const HOST_AND_PORT = /^([A-Za-z0-9_.-]+|\[[0-9A-Fa-f:.]+\]):\d{1,5}$/;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f]*:[0-9A-Fa-f:.]+)$/;
/** Letters after a backslash that stand for one byte (Apache's mod_log_config); `\xHH` is nginx's way too. */
const ESCAPES: Readonly<Record<string, number>> = { b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/**
 * Reads a line of an access log in the common or the combined format, with or without the virtual host in front, as
 * Apache, nginx and many others write it. `undefined` for anything else. Never throws; linear in the line.
 *
 * @example
 * readLogLine('192.0.2.1 - - [10/Oct/2026:13:55:36 +0000] "GET /post HTTP/1.1" 200 12 "https://bob.example/1" "Mozilla/5.0"')
 *   ?.referrer; // 'https://bob.example/1'
 */
export function readLogLine(line: string): LoggedRequest | undefined {
  if (line.length > MAX_LINE) return undefined;
  const fields = fieldsOf(line.trim());
  const time = fields.findIndex(({ kind }) => kind === 'bracketed');
  const [request, status, , referrer, userAgent] = fields.slice(time + 1);
  const who = whoOf(fields.slice(0, Math.max(time, 0)).map(({ text }) => text));
  const at = timeOf(fields[time]?.text ?? '');
  const asked = request?.kind === 'quoted' ? REQUEST.exec(request.text) : null;
  if (!who || at === undefined || !asked || !/^\d{3}$/.test(status?.text ?? '')) return undefined;
  const [, method = '', requestTarget = ''] = asked;
  return {
    ...who,
    at,
    method,
    requestTarget,
    status: Number(status?.text),
    referrer: given(referrer),
    userAgent: given(userAgent),
  };
}

interface Field {
  readonly kind: 'plain' | 'quoted' | 'bracketed';
  readonly text: string;
}

/** A closing mark is one before a blank or the end, so that a server which escapes nothing is read rightly too. */
function fieldsOf(line: string): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < line.length; ) {
    const first = line[at];
    if (first === ' ') {
      at += 1;
    } else if (first === '"') {
      const end = closingQuote(line, at + 1);
      fields.push({ kind: 'quoted', text: unescaped(line.slice(at + 1, end)) });
      at = end + 1;
    } else {
      // Only the first bracket is the time; a user name may have one as well, and then the line is not read.
      const closing = first === '[' ? line.indexOf(']', at) : -1;
      const blank = line.indexOf(' ', closing < 0 ? at : closing);
      const end = blank < 0 ? line.length : blank;
      const isTime = closing === end - 1;
      fields.push(
        isTime
          ? { kind: 'bracketed', text: line.slice(at + 1, closing) }
          : { kind: 'plain', text: line.slice(at, end) },
      );
      at = end;
    }
  }
  return fields;
}

function closingQuote(line: string, from: number): number {
  for (let at = from; at < line.length; at += 1) {
    if (line[at] === '\\') at += 1;
    else if (line[at] === '"' && (at + 1 === line.length || line[at + 1] === ' ')) return at;
  }
  return line.length;
}

/** Escapes stand for bytes, and several of them for one character: `\xc3\xa4` is `ä`. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  const bytes: number[] = [];
  for (const [whole, hex, letter] of text.matchAll(/\\x([0-9A-Fa-f]{2})|\\(.)|[^\\]+|\\$/gs)) {
    if (hex !== undefined) bytes.push(Number.parseInt(hex, 16));
    else if (letter !== undefined && ESCAPES[letter] !== undefined) bytes.push(ESCAPES[letter]);
    else bytes.push(...ENCODER.encode(letter ?? whole));
  }
  return DECODER.decode(new Uint8Array(bytes));
}

/**
 * `client identity user` or `host client identity user`. A user name may have blanks in it, so that four words alone do
 * not make the first one a host: it has a port, or an address comes after it.
 */
function whoOf(words: readonly string[]): Pick<LoggedRequest, 'client' | 'host'> | undefined {
  const [first = '', second = ''] = words;
  if (words.length < 3) return undefined;
  const port = HOST_AND_PORT.exec(first);
  const isHost = words.length > 3 && (port !== null || (ADDRESS.test(second) && !ADDRESS.test(first)));
  return isHost ? { host: port?.[1] ?? first, client: second } : { host: undefined, client: first };
}

function timeOf(text: string): number | undefined {
  const [, day, name = '', year, hour, minute, second, sign, hours, minutes] = TIME.exec(text) ?? [];
  const month = MONTHS.indexOf(name);
  if (month < 0) return undefined;
  const local = Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second));
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? local + offset : local - offset;
}

function given(field: Field | undefined): string {
  return field === undefined || field.text === '-' ? '' : field.text;
}
