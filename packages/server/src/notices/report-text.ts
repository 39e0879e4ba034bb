import type { WrittenPart, WrittenReport, WrittenRow } from '../inbound/report/write.ts';

/** A report as plain text. What strangers wrote stands within a line that begins with a dash. */
export function reportText({ title, parts, nothing, settings }: WrittenReport): string {
  const said = [title, ...(nothing === undefined ? [] : [nothing]), ...parts.map(partText)];
  return `${[...said, `${settings.name}: ${settings.url}`].join('\n\n')}\n`;
}

function partText({ headline, url, rows, more }: WrittenPart): string {
  return [
    headline,
    ...(url === undefined ? [] : [url]),
    ...rows.flatMap(rowText),
    ...(more === undefined ? [] : [`  ${more}`]),
  ].join('\n');
}

function rowText({ text, note, url }: WrittenRow): readonly string[] {
  return [`  - ${text}`, ...(note === undefined ? [] : [`    ${note}`]), `    ${url}`];
}
