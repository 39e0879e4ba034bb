/** `1 page`, `3 pages`: for sentences of logs and commands. */
export function counted(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}
