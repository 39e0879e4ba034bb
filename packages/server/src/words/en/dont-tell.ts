/** Hosts and paths that are never told of a link. */
export const dontTell = {
  title: 'Whom not to tell',
  what: 'Links to these hosts and paths are skipped, and endpoints there are not used. A host stands for all names below it, a path for all that is below that.',
  configured: 'From the configuration',
  hostOrPath: 'Host or path',
  neither: 'That is neither a host, such as bob.example, nor a path at one, such as bob.example/private.',
  add: 'Do not tell',
  nobody: 'Nobody is on the list.',
  remove: 'Tell again',
  removeOne: (entry: string) => `Tell again: ${entry}`,
};
