import { expect, it } from 'vitest';
import { API, blocks, textOf } from './pages.ts';

/** The names between the braces of each import or export that `statement` finds. */
function namesIn(text: string, statement: RegExp): string[] {
  const lists = [...text.matchAll(statement)].map(([, list = '']) => list);
  return lists.flatMap((list) => list.split(',').map((name) => name.replace(/^\s*type\s+/, '').trim())).filter(Boolean);
}

const exported = namesIn(await textOf('packages/protocol/src/index.ts'), /export (?:type )?\{([^}]*)\} from/g);
const text = await textOf(API);
const used = blocks(text, 'ts').flatMap((code) => namesIn(code, /import \{([^}]*)\} from '@hearback\/protocol'/g));
const listed = [...text.matchAll(/^### (.*)$/gm)].flatMap(([, heading = '']) =>
  [...heading.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? ''),
);

it('is a list', async () => {
  expect(exported.length).toBeGreaterThan(40);
  expect(await textOf('packages/protocol/src/index.ts')).not.toMatch(
    /export \*|export (?:const|function|class|default)/,
  );
});

it.each(exported)('%s has a heading and an example', (name) => {
  expect(listed.filter((one) => one === name)).toEqual([name]);
  expect(used).toContain(name);
});

it('names nothing that is not exported', () => {
  expect(listed.filter((name) => !exported.includes(name))).toEqual([]);
});

it('every example says what it prints', () => {
  for (const code of blocks(text, 'ts'))
    expect(code).toMatch(/^(?!.*console\.log\(.*\);$)[\s\S]*console\.log\(.*\); \/\/ \S/m);
});
