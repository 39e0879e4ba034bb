import { writeFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { type Check, insist } from '../lib/report.ts';
import { here } from '../wordpress/files.ts';
import type { World } from '../world.ts';

type Linkback = Readonly<Record<string, string>>;

/** The blog of WordPress moves to a Hearback of its own, and out again. */
export async function moving({ workshop, wordpress, hearback }: World, check: Check): Promise<void> {
  const { id } = await wordpress.publish('A post with a past', '<p>It says something.</p>');
  const file = `${workshop.folder('moving')}/wordpress.xml`;
  const before = await check('WordPress exports its blog, with linkbacks of every kind and state', async () => {
    writeFileSync(file, await wordpress.exported(id));
    const linkbacks = await readBy(file);
    const kinds = new Set(linkbacks.map(({ type, approved }) => `${type} ${approved}`));
    insist(kinds.size === 4, `it has ${[...kinds].join(', ')}`);
    return linkbacks;
  });
  const moved = await check(
    'hearback import takes what was public or waited, and says what it left there',
    async () => {
      const { taken, skipped, out } = await hearback.move(file, wordpress.url);
      const many = (approved: string) => before.filter((one) => one.approved === approved).length;
      insist(
        taken.approved === many('1') && taken.pending === many('0'),
        `it took ${JSON.stringify(taken)} of ${before.length}`,
      );
      // What is spam WordPress does not write into its file.
      const { trash, unpublished, comment = 0, ...others } = skipped;
      insist(
        trash === 2 && unpublished === 2 && comment > 0 && Object.keys(others).length === 0,
        `it left out ${JSON.stringify(skipped)}`,
      );
      return out;
    },
  );
  await check(`its export has the same ${before.length}, as PHP reads both files`, async () => {
    const after = await readBy(moved);
    insist(after.length === before.length, `it has ${after.length}`);
    for (const [at, linkback] of before.entries())
      insist(isDeepStrictEqual(after[at], linkback), `${JSON.stringify(linkback)} became ${JSON.stringify(after[at])}`);
  });

  async function readBy(path: string): Promise<readonly Linkback[]> {
    const { code, out, err } = await workshop.run('php', [here('read-wxr.php'), path]);
    insist(code === 0, `PHP could not read it: ${err.slice(-500)}`);
    return JSON.parse(out);
  }
}
