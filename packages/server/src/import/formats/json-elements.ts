import { HearbackError } from '../../errors.ts';

export interface Element {
  readonly text: string;
  /** Where it begins. */
  readonly line: number;
}

/** Of one element, in characters: a mention with all its text has a few thousand. */
const MAX_ELEMENT = 1024 * 1024;
const MAX_DEPTH = 64;

/**
 * Cuts the objects out of one list of a JSON document that need not fit into memory: the document's own, or the one that a
 * member of it with one of these names has. The objects are whole, and not parsed yet.
 * @throws HearbackError `import` for what is no JSON, or is cut off
 */
export async function* elementsOf(parts: AsyncIterable<string>, names: readonly string[]): AsyncGenerator<Element> {
  let [line, depth, began] = [1, 0, 1];
  /** At this depth the elements stand; 0 until their list has begun. */
  let listed = 0;
  let [isString, isEscaped, isDone] = [false, false, false];
  let key = '';
  let element: string | undefined;

  let broken: HearbackError | undefined;

  const fail = (what: string) => new HearbackError('import', `line ${line}: ${what}`);

  for await (const part of parts) {
    const found: Element[] = [];
    let from = 0;
    for (let at = 0; at < part.length && !broken; at += 1) {
      const character = part[at] as string;
      if (character === '\n') line += 1;
      if (isString) {
        if (isEscaped) isEscaped = false;
        else if (character === '\\') isEscaped = true;
        else if (character === '"') isString = false;
        else if (depth === 1 && key.length < 64) key += character;
        continue;
      }
      switch (character) {
        case '"':
          isString = true;
          if (depth === 1) key = '';
          break;
        case '[':
        case '{':
          depth += 1;
          if (depth > MAX_DEPTH) broken = fail(`it is nested more than ${MAX_DEPTH} deep, which no such file is.`);
          if (listed === 0 && character === '[' && (depth === 1 || (depth === 2 && names.includes(key))))
            listed = depth;
          else if (character === '{' && listed > 0 && depth === listed + 1 && element === undefined) {
            element = '';
            from = at;
            began = line;
          }
          break;
        case ']':
        case '}':
          depth -= 1;
          if (depth < 0) broken = fail('a bracket closes that was never opened; the file is no JSON.');
          if (element !== undefined && depth === listed) {
            found.push({ text: element + part.slice(from, at + 1), line: began });
            element = undefined;
          }
          if (listed > 0 && depth < listed) [listed, isDone] = [Number.POSITIVE_INFINITY, true];
          break;
      }
    }
    // What is whole before a mistake is good.
    yield* found;
    if (broken) throw broken;
    if (element !== undefined) {
      element += part.slice(from);
      if (element.length > MAX_ELEMENT) throw fail(`one entry has more than ${MAX_ELEMENT / 1024} KiB.`);
    }
  }
  if (depth > 0 || isString) throw fail('the file ends in the middle; it was cut off.');
  if (!isDone) throw fail('it has no list of mentions in it.');
}
