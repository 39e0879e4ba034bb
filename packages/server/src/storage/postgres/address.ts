/** The address of a database as it may be printed: without its password, and without what else only the driver reads. */
export function printableAddress(url: string): string {
  // A password with such characters in it looks like a host, and what stands there may be half of it.
  if (!URL.canParse(url) || /#.*@/.test(url)) return url.replace(/:\/\/.*$/s, '://…');
  const [bare = ''] = url.split(/[?#]/, 1);
  return bare.replace(/^([a-z]+:\/\/)(?:([^:@/]*)(?::.*)?@)?/i, (_, scheme: string, user?: string) =>
    user ? `${scheme}${user}@` : scheme,
  );
}

/**
 * With `sslmode` as every other program of PostgreSQL reads it: `require` asks for TLS and takes any certificate,
 * `verify-full` looks at it. The driver's own reading is another one.
 */
export function driverAddress(url: string): string {
  if (!/[?&]sslmode=/i.test(url) || /[?&]uselibpqcompat=/i.test(url)) return url;
  return `${url}&uselibpqcompat=true`;
}
