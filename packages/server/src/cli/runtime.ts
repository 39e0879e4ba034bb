/** SQLite before this loses committed rows when a checkpoint and a restart of the WAL meet (the WAL-reset bug). */
const LEAST_SQLITE = [3, 51, 3];
const LEAST_NODE = [22, 23, 0];

/** One line on what to install when this Node cannot run us; `undefined` when it can. */
export function checkRuntime(versions: Readonly<Record<string, string | undefined>>): string | undefined {
  const node = versions.node ?? '0';
  if (isBefore(node, LEAST_NODE))
    return `Node ${node} is too old: Hearback needs Node 22.23 or later, best Node 24. In a checkout, "npx hearback" uses the Node that the repository brings.`;
  const sqlite = versions.sqlite ?? '0';
  if (isBefore(sqlite, LEAST_SQLITE))
    return `Node ${node} carries SQLite ${sqlite}, which can lose what it confirmed: take Node 22.23 or later, or Node 24, whose SQLite is 3.51.3 or later.`;
  return undefined;
}

function isBefore(version: string, least: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of least.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part < wanted;
  }
  return false;
}
