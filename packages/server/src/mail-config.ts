import { z } from 'zod';

/** How mail leaves: by which server, and in whose name. */
export interface SmtpConfig {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise it begins with STARTTLS where the server offers that. */
  readonly secure: boolean;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** Address, perhaps with a name: `Hearback <hearback@example.org>`. */
  readonly from: string;
}

/** One address, without a name, a comment or anything that would begin another header. */
const ADDRESS =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)*[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;

export function isMailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text) && !text.includes('..');
}

export const mailFrom = z.string('must be text').superRefine((text, ctx) => {
  const [, name = '', bracketed] = /^([^<>"\p{Cc}]{0,100}?)\s*<([^<>]*)>$/u.exec(text) ?? [];
  if (isMailAddress(bracketed ?? text) && !/[,;:]/.test(name)) return;
  const message = `"${text}" is no address, such as hearback@example.org or Hearback <hearback@example.org>`;
  ctx.addIssue({ code: 'custom', message });
});

const NO_SERVER = 'is no mail server, such as smtps://user:password@mail.example.org or smtp://127.0.0.1:25';

const given = z.strictObject(
  {
    host: z.string('must be a host name').min(1, 'must not be empty').max(253),
    port: z
      .number('must be a port number')
      .int()
      .min(1, 'must be 1 to 65535')
      .max(65_535, 'must be 1 to 65535')
      .optional(),
    secure: z.boolean('must be true or false').optional(),
    user: z.string('must be text').min(1, 'must not be empty').optional(),
    password: z.string('must be text').optional(),
  },
  { error: ({ code }) => (code === 'invalid_type' ? NO_SERVER : undefined) },
);

/** `smtps://user:password@mail.example.org`, as a variable has it, or its parts in a file. */
export const smtp = z.preprocess(
  (value) => (typeof value === 'string' ? partsOf(value) : value),
  given
    .superRefine(({ user, password }, ctx) => {
      if ((user === undefined) !== (password === undefined))
        ctx.addIssue({ code: 'custom', message: 'needs both a user and a password, or neither' });
    })
    .transform(({ host, port, secure = port === 465, user, password }) => {
      return { host, port: port ?? (secure ? 465 : 587), secure, user, password };
    }),
  // Never quoted in a message: whoever reads a log could use the password in it.
);

function partsOf(text: string): unknown {
  const url = /^smtps?:\/\//i.test(text) ? URL.parse(text) : null;
  if (!url || url.hostname === '' || !['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '')
    return NO_ADDRESS;
  try {
    return {
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      ...(url.port !== '' && { port: Number(url.port) }),
      secure: url.protocol === 'smtps:',
      ...(url.username !== '' && { user: decodeURIComponent(url.username) }),
      ...(url.password !== '' && { password: decodeURIComponent(url.password) }),
    };
  } catch {
    return NO_ADDRESS;
  }
}
const NO_ADDRESS = 'no address';
