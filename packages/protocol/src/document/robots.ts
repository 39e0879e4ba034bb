/** Directives of robots that have a value, so that what stands before the colon is no robot's name. */
const WITH_VALUE = /^(?:max-(?:snippet|image-preview|video-preview)|unavailable_after)$/;

/** What one `X-Robots-Tag` line says to all robots and to the one named; a robot's name holds for the directives after it. */
export function robotsHeader(line: string, robotName: string): readonly string[] {
  const said: string[] = [];
  let robot = '';
  for (const part of line.toLowerCase().split(',', 100)) {
    const named = /^\s*([\w-]+)\s*:\s*(.*)$/.exec(part);
    const name = named?.[1] ?? '';
    const isValued = WITH_VALUE.test(name);
    if (named !== null && !isValued) robot = name;
    const directive = named === null ? part.trim() : `${isValued ? `${name}:` : ''}${named[2] ?? ''}`.trim();
    if (robot === '' || robot === robotName) said.push(directive);
  }
  return said;
}

/** The same of `<meta name="robots">` and `<meta name="ROBOT">`. */
export function robotsMeta(meta: ReadonlyMap<string, string>, robotName: string): readonly string[] {
  return `${meta.get('robots') ?? ''},${meta.get(robotName) ?? ''}`.toLowerCase().split(/[\s,]+/, 200);
}
