/** Directives of robots that have a value, so that what stands before the colon is no robot's name. */
const WITH_VALUE = /^(?:max-(?:snippet|image-preview|video-preview)|unavailable_after)$/;

/** A date may have blanks, and a comma behind the day of the week: the whole of it is one directive. */
const DATED = /\bunavailable_after\s*:\s*(?:[a-z]{3,9}\s*,)?[^,]*/g;

/** The directive in one spelling, and without the comma at which the lists are taken apart. */
function datedOf(text: string): string {
  return text
    .replace(/\s*:\s*/, ':')
    .replace(',', ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What one `X-Robots-Tag` line says to all robots and to the one named; a robot's name holds for the directives after it. */
export function robotsHeader(line: string, robotName: string): readonly string[] {
  const said: string[] = [];
  let robot = '';
  for (const part of line.toLowerCase().replace(DATED, datedOf).split(',', 100)) {
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
  const said = `${meta.get('robots') ?? ''},${meta.get(robotName) ?? ''}`.toLowerCase();
  const dated = (said.match(DATED) ?? []).map(datedOf);
  return [...said.replace(DATED, ',').split(/[\s,]+/, 200), ...dated];
}
