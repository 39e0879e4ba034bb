/** Searching a page is a `verify` job, so that it waits in its victim's line with all others. No id of a mention has a blank in it. */
export function linkingSubject(id: string): string {
  return `links ${id}`;
}

/** The id of the page, if the job is about one. */
export function readLinkingSubject(subject: string): string | undefined {
  return subject.startsWith('links ') ? subject.slice('links '.length) : undefined;
}
