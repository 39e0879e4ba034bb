import { z } from 'zod';
import { problemOfDatabase } from './database-address.ts';
import { readEntry } from './dont-tell.ts';
import { type Watched, webUrl } from './site-config.ts';

// What the keys of the configuration take, each with the sentence that says what else was given.

export const port = z.coerce
  .number('must be a port number')
  .int('must be a whole number')
  .min(0, 'must be 0 to 65535')
  .max(65_535, 'must be 0 to 65535');

/** A flag is there or not, a variable is a word. */
export const flag = z.preprocess(
  (value) => (value === 'true' || value === 'on' ? true : value === 'false' || value === 'off' ? false : value),
  z.boolean('must be true or false'),
);

export const list = <T extends z.ZodType>(of: T) =>
  z.preprocess(
    (value) =>
      typeof value === 'string'
        ? value
            .split(',')
            .map((part) => part.trim())
            .filter(Boolean)
        : value,
    z.array(of),
  );

export const hostName = z.string().refine((host) => URL.parse(`http://${host}/`)?.host === host.toLowerCase(), {
  error: ({ input }) => `"${String(input)}" is no host name, such as desk.example.org or desk.example.org:8443`,
});

export const dontTellEntry = z.string('must be text').transform((given, ctx) => {
  const entry = readEntry(given);
  if (entry !== undefined) return entry;
  ctx.addIssue({
    code: 'custom',
    message: `"${given}" is no host, such as bob.example, and no path at one, such as bob.example/private`,
  });
  return z.NEVER;
});

/** An address, or a folder of this machine. */
export const watched = z
  .string('must be text')
  .min(1, 'must not be empty')
  .transform((text, ctx): Watched => {
    if (!/^[a-z][a-z+.-]*:\/\//i.test(text)) return { folder: text };
    const address = webUrl.safeParse(text);
    if (address.success) return { feed: address.data };
    ctx.addIssue({ code: 'custom', message: address.error.issues[0]?.message ?? 'is no web address' });
    return z.NEVER;
  });

/** A day, or a moment, as ISO 8601 writes them. */
export const moment = z.string('must be a date').transform((text, ctx) => {
  const at = /^\d{4}-\d\d(?:-\d\d|$)/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  ctx.addIssue({ code: 'custom', message: `"${text}" is no date such as 2026-01-31` });
  return z.NEVER;
});

export const text = z.string('must be text').min(1, 'must not be empty');

const count = z.number('must be a number').int('must be a whole number').min(1, 'must be at least 1');

export const backup = z.preprocess(
  (value) => (typeof value === 'string' ? { folder: value } : value),
  z.strictObject({
    folder: text,
    everyHours: z.number('must be a number of hours').positive('must be more than 0').default(1),
    keepLast: count.default(48),
    keepDays: count.default(30),
  }),
);

/** Never quoted in a message: it has a password in it. */
export const database = z.string('must be text').superRefine((address, context) => {
  const message = problemOfDatabase(address);
  if (message) context.addIssue({ code: 'custom', message });
});

/** A key alone, as a variable has it, or the whole of it in a file. */
export const akismet = z.preprocess(
  (value) => (typeof value === 'string' ? { key: value } : value),
  z.strictObject({
    // Never quoted in a message: whoever reads a log could use it.
    key: z.string('must be text').regex(/^[\w-]{1,64}$/, 'is no key of Akismet: letters and digits only'),
    blog: webUrl.optional(),
    endpoint: webUrl.default('https://rest.akismet.com/'),
    preCheck: flag.default(false),
  }),
);

/** An address alone, as a variable has it, or with its secret in a file. */
export const webhook = z.preprocess(
  (value) => (typeof value === 'string' ? { url: value } : value),
  z
    .strictObject({ url: webUrl, secret: z.string('must be text').min(8, 'must have 8 characters or more').optional() })
    .transform(({ url, secret }) => ({ url, secret })),
);
