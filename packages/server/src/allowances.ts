import { z } from 'zod';

export type LimitUnit =
  | 'a second'
  | 'a minute'
  | 'an hour'
  | 'a day'
  | 'at once'
  | 'waiting'
  | 'open'
  | 'seconds'
  | 'times';

/** One limit by name: its usual number, what it counts in, and the number that lifts it. */
interface LimitKind {
  readonly usual: number;
  readonly lifted: number;
  /** Largest number that makes sense; larger ones are a slip of the keyboard. */
  readonly most: number;
  /** What the number means, to be read after it. */
  readonly unit: LimitUnit;
  /** One sentence for the desk and the documentation. */
  readonly meaning: string;
}

const cap = (usual: number, unit: LimitUnit, meaning: string): LimitKind => ({
  usual,
  lifted: Number.POSITIVE_INFINITY,
  most: 1_000_000_000,
  unit,
  meaning,
});

const wait = (usual: number, meaning: string): LimitKind => ({
  usual,
  lifted: 0,
  most: 86_400,
  unit: 'seconds',
  meaning,
});

/** Every limit that the operator may set. The first half is about what comes in, the second about whom we ask. */
export const LIMIT_KINDS = {
  clientPerMinute: cap(30, 'a minute', 'Notifications that one client (an IPv4 address, an IPv6 /64) may send.'),
  clientBurst: cap(10, 'at once', 'How many of them may come together before the pace counts.'),
  clientPerDay: cap(300, 'a day', 'Notifications that one client may send in a day.'),
  allPerMinute: cap(6_000, 'a minute', 'Notifications of all clients together.'),
  pendingPerDomain: cap(100, 'waiting', 'Notifications of one source domain that wait for their check.'),
  pendingPerTarget: cap(500, 'waiting', 'Notifications for one page of yours that wait for their check.'),
  pendingPerSite: cap(10_000, 'waiting', 'Notifications for one site that wait for their check.'),
  pending: cap(50_000, 'waiting', 'Notifications that wait for their check in all.'),
  connectionsPerClient: cap(20, 'open', 'Connections that one client may keep open.'),
  connections: cap(1_000, 'open', 'Connections of all clients together.'),
  firstDelay: wait(10, 'Longest random wait before a source is looked at for the first time.'),
  victimGap: wait(2, 'Least time between two requests to one domain, or to one block of addresses.'),
  victimPerHour: cap(
    20,
    'an hour',
    'Requests to one domain; also to the unknown domains of one block of addresses together.',
  ),
  victimPerDay: cap(100, 'a day', 'The same for a day.'),
  blockPerHour: cap(600, 'an hour', 'Requests to one block of addresses (IPv4 /24, IPv6 /48), known domains included.'),
  allowedFactor: cap(10, 'times', 'How much more often a domain may be asked that a rule of yours allows.'),
  pageGap: wait(600, 'Least time between two requests for one page; what it answered is used for all its targets.'),
  fetchesPerSecond: cap(5, 'a second', 'Sources that are looked at in all.'),
} as const satisfies Readonly<Record<string, LimitKind>>;

export type LimitName = keyof typeof LIMIT_KINDS;
/** The numbers in force. A limit that is lifted is `Infinity`, or 0 where it is a wait. */
export type Allowances = Readonly<Record<LimitName, number>>;

export const LIMIT_NAMES = Object.keys(LIMIT_KINDS) as readonly LimitName[];

/** Connections are a cap on what this process can hold; `off` does not lift it. */
const NEVER_LIFTED: ReadonlySet<LimitName> = new Set(['connections', 'allowedFactor']);

export const USUAL_ALLOWANCES = allowances((name) => LIMIT_KINDS[name].usual);
export const NO_ALLOWANCES = allowances((name) =>
  NEVER_LIFTED.has(name) ? LIMIT_KINDS[name].usual : LIMIT_KINDS[name].lifted,
);

function allowances(numberOf: (name: LimitName) => number): Allowances {
  return Object.fromEntries(LIMIT_NAMES.map((name) => [name, numberOf(name)])) as Allowances;
}

const ONE = 'must be "on" or "off", or limits by their names, like clientPerMinute=60';

/** What one limit may be set to: a number above 0 (0 is a wait of nothing), or `off`. */
function settingOf(name: LimitName) {
  const { most, lifted } = LIMIT_KINDS[name];
  const least = lifted === 0 ? 0 : 1;
  const problem = `must be a whole number from ${least} to ${most}${NEVER_LIFTED.has(name) ? '' : ', or "off"'}`;
  return z.unknown().transform((given, ctx) => {
    if (given === 'off' && !NEVER_LIFTED.has(name)) return lifted;
    const number = typeof given === 'string' && /^\d{1,12}$/.test(given) ? Number(given) : given;
    if (typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most) return number;
    ctx.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
}

/** `clientPerMinute=60,clientBurst=20`: how single limits are written in a flag and in a variable. */
function byName(text: string): unknown {
  if (text === 'on' || text === 'off' || !text.includes('=')) return text;
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [name = '', ...value] = part.split('=');
      return [name.trim(), value.join('=').trim()];
    }),
  );
}

/** The setting `limits`: `on`, `off`, or some of them by name; what is not named has its usual number. */
export const limitsSetting = z.unknown().transform((raw, ctx) => {
  const given = typeof raw === 'string' ? byName(raw) : raw;
  if (given === 'on') return { limits: 'on', allowances: USUAL_ALLOWANCES } as const;
  if (given === 'off') return { limits: 'off', allowances: NO_ALLOWANCES } as const;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    ctx.addIssue({ code: 'custom', message: ONE });
    return z.NEVER;
  }
  const set: Partial<Record<LimitName, number>> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(LIMIT_KINDS, name)) {
      const message = `there is no limit "${name}"; the limits are ${LIMIT_NAMES.join(', ')}`;
      ctx.addIssue({ code: 'custom', message });
      continue;
    }
    const read = settingOf(name as LimitName).safeParse(value);
    if (read.success) set[name as LimitName] = read.data;
    else ctx.addIssue({ code: 'custom', path: [name], message: read.error.issues[0]?.message ?? ONE });
  }
  return { limits: 'on', allowances: { ...USUAL_ALLOWANCES, ...set } } as const;
});
