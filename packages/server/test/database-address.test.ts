import { describe, expect, it } from 'vitest';
import { connectMsOf, isDatabaseAddress, problemOfDatabase } from '../src/database-address.ts';

describe('the address of a database', () => {
  it.each([
    'postgres://ann@db/blog',
    'postgresql://ann:p%3Fw@db:5433/blog?sslmode=verify-full&sslrootcert=/etc/ca.pem',
    'postgres://ann@/blog?host=/run/postgresql&connect_timeout=10',
    'postgres://ann@db/blog?options=-c%20search_path%3Dhear',
  ])('%s is one', (address) => {
    expect(problemOfDatabase(address)).toBeUndefined();
  });

  it.each([
    ['mysql://ann@db/blog', /no address such as .* other databases are not known$/],
    ['./folder', /no address/],
    ['postgres://ann@db/blog?connect_timeout=abc', /value of connect_timeout .* is none; correct it/],
    ['postgres://ann@db/blog?sslmode=strict', /value of sslmode/],
    ['postgres://ann@db/blog?query_timeout=1', /has query_timeout .* not known; take it out \(known are sslmode, /],
    ['postgres://ann@db/blog?constructor=1', /has constructor /],
    ['postgres://ann:p?s3cret@db/blog', /of a password as %2F/],
    ['postgres://ann:x@db/blog?s3cret/1=2', /has something behind/],
  ])('%s is none, and why is said without the password', (address, why) => {
    const problem = problemOfDatabase(address) ?? '';
    expect(problem).toMatch(why);
    expect(problem).not.toMatch(/s3cret|\n/);
  });

  it('is told from a folder, and says how long connecting may take', () => {
    expect([isDatabaseAddress('mysql://x'), isDatabaseAddress('data/hear'), isDatabaseAddress('C:\\data')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(connectMsOf('postgres://ann@db/blog?connect_timeout=7')).toBe(7_000);
    expect(connectMsOf('postgres://ann@db/blog')).toBeUndefined();
  });
});
