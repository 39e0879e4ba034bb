import type { AttackCase, Expectation } from './case.ts';
import { WAYS } from './requests.ts';

export const SOURCE = 'http://source.test/page';

export const PUBLIC = '93.184.216.34';

/** A source that no protocol takes, and nobody is asked about. */
export function badSource(title: string, source: string, more: Expectation = {}): AttackCase {
  return {
    title,
    ways: WAYS,
    deed: { notify: { source } },
    expect: { reply: { means: 'bad', lacks: ['canary'] }, asked: [], ...more },
  };
}

/** A target that is none of ours. */
export function foreign(title: string, target: string, asked: readonly string[] = []): AttackCase {
  return {
    title,
    ways: WAYS,
    deed: { notify: { source: SOURCE, target } },
    expect: { reply: { means: 'foreign' }, asked },
  };
}

/** A target that is no http(s) URL: pingback says so by another code. */
export function badTarget(title: string, target: string): AttackCase {
  return { ...badSource(title, SOURCE), deed: { notify: { source: SOURCE, target } } };
}

/** Taken, and what came of it. */
export function taken(title: string, source: string, target: string, more: Partial<AttackCase> = {}): AttackCase {
  const expect = { reply: { means: 'accepted' as const }, rows: 1 };
  return { title, ways: WAYS, alone: true, deed: { notify: { source, target } }, expect, ...more };
}
