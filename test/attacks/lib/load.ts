import { readdirSync } from 'node:fs';
import type { Group, Row } from './case.ts';

const FOLDER = new URL('../groups/', import.meta.url);

/** Every file of the folder; one without a group, or without a case, is a mistake, and so is an id that comes twice. */
export async function loadGroups(letters: readonly string[] = []): Promise<readonly Group[]> {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts'));
  const groups = await Promise.all(files.sort().map(load));
  const ids = groups.flatMap(({ rows }) => rows.map(({ id }) => id));
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) throw new Error(`Rows come twice: ${twice.join(', ')}.`);
  const chosen = groups.filter(({ letter }) => letters.length === 0 || letters.includes(letter));
  if (chosen.length === 0 || chosen.every(({ rows }) => rows.every((row) => !isTested(row))))
    throw new Error(`No case was found in ${FOLDER.pathname} for ${letters.join(', ') || 'any group'}.`);
  return chosen;
}

async function load(file: string): Promise<Group> {
  const { group } = (await import(new URL(file, FOLDER).href)) as { group?: Group };
  if (!group || group.rows.length === 0) throw new Error(`test/attacks/groups/${file} exports no group with rows.`);
  for (const { id, state, cases } of group.rows)
    if (state.state === 'tested' && cases.length === 0) throw new Error(`Row ${id} in ${file} has no case.`);
  return group;
}

function isTested({ state, cases }: Row): boolean {
  return cases.length > 0 || state.state === 'proven';
}
