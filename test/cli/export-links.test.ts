import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHouse } from '../../packages/server/test/web/house.ts';
import { hearback, temporary } from '../support/command.ts';

test('links are exported of the site that --site names, and a site that is not here is a mistake', async () => {
  const house = await openHouse();
  await using out = await temporary();
  try {
    await house.seed({ source: 'https://bob.example/1' });
    const other = { ...house.site, id: 'other.example', url: 'https://other.example' };
    await house.store.sites.configure(other);
    const counted: number[] = [];
    for (const [n, site] of [house.site.url, other.url].entries()) {
      const file = join(out.path, `${n}.ndjson`);
      const args = ['export', file, '--what', 'links', '--data', house.folder, '--site', site];
      expect(await hearback(args)).toMatchObject({ code: 0, err: '' });
      counted.push((await readFile(file, 'utf8')).split('\n').length - 1);
    }
    expect(counted).toEqual([1, 0]);
    const args = ['export', join(out.path, 'no.csv'), '--what', 'links', '--data', house.folder];
    const { code, err } = await hearback([...args, '--site', 'https://nobody.example']);
    expect(code).toBe(2);
    expect(err).toContain('site');
  } finally {
    await house.close();
  }
});
