const LIKE = 'postgres://user:password@host/database';
const ENCODED = 'write the characters / ? # @ % of a password as %2F %3F %23 %40 %25';

const isText = (value: string) => value !== '';
const oneOf =
  (...values: readonly string[]) =>
  (value: string) =>
    values.includes(value);

/**
 * What may stand behind the `?`, and whether a value is one. The driver takes any name without a word, and some of them for
 * settings of its own that would lift ours.
 */
const PARAMETERS: Readonly<Record<string, (value: string) => boolean>> = {
  sslmode: oneOf('disable', 'prefer', 'require', 'verify-ca', 'verify-full'),
  ...{ sslrootcert: isText, sslcert: isText, sslkey: isText },
  ssl: oneOf('true', '1', 'false', '0'),
  ...{ host: isText, user: isText, password: isText, options: isText, application_name: isText },
  port: (value) => /^\d{1,5}$/.test(value),
  connect_timeout: (value) => /^\d{1,4}$/.test(value),
  uselibpqcompat: oneOf('true', 'false'),
};

/** Whether it is meant as the address of a database, and not as a folder. */
export const isDatabaseAddress = (text: string): boolean => /^[a-z][a-z\d+.-]*:\/\//i.test(text);

/** What is wrong with the address of a database; never quoted whole, for it has a password in it. */
export function problemOfDatabase(address: string): string | undefined {
  if (!/^postgres(?:ql)?:\/\/\S+$/i.test(address))
    return `is no address such as ${LIKE}; a folder is named by --data, and other databases are not known`;
  const [bare = '', ...rest] = address.split('?');
  const query = rest.join('?');
  // Behind the question mark of a password there is the rest of it.
  if (query.includes('@') && !bare.includes('@')) return `is no address such as ${LIKE}; ${ENCODED}`;
  for (const [name, value] of new URLSearchParams(query)) {
    const isFit = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
    const shown = /^[a-z_]{1,40}$/i.test(name) ? name : 'something';
    if (isFit === undefined)
      return `has ${shown} behind its "?", which is not known; take it out (known are ${Object.keys(PARAMETERS).join(', ')})`;
    if (!isFit(value)) return `has a value of ${shown} behind its "?" that is none; correct it, or take it out`;
  }
  return undefined;
}

/** How long the making of a connection may take, as the address has it; `undefined` when it does not say. */
export function connectMsOf(address: string): number | undefined {
  const seconds = Number(/[?&]connect_timeout=(\d{1,4})(?:&|$)/.exec(address)?.[1] ?? 0);
  return seconds > 0 ? seconds * 1_000 : undefined;
}
