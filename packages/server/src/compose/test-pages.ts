import type { Clock, Random, Store } from '../ports/index.ts';
import { createTestPages, type TestPages } from '../test-page.ts';

/** Those of this store, the same in every process that has it open. */
export async function openTestPages(
  { secrets }: Pick<Store, 'secrets'>,
  { clock, random, publicUrl }: { readonly clock: Clock; readonly random: Random; readonly publicUrl: () => string },
): Promise<TestPages> {
  const key = Buffer.from(await secrets.keep('test pages', random.secret()), 'base64url');
  return createTestPages(key, { publicUrl, now: () => clock.now() });
}
