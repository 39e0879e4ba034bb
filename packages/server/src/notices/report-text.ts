import type { WrittenPart, WrittenReport, WrittenRow } from '../inbound/report/write.ts';

/**
 * A report as plain text. What strangers wrote stands within a line that begins with a dash. Without links where nobody can
 * say where the desk is reached.
 */
export function reportText({ title, parts, nothing, settings }: WrittenReport, hasLinks = true): string {
  const said = [title, ...(nothing === undefined ? [] : [nothing]), ...parts.map((part) => partText(part, hasLinks))];
  const last = hasLinks ? [`${settings.name}: ${settings.url}`] : [];
  return `${[...said, ...last].join('\n\n')}\n`;
}

function partText({ headline, url, rows, more }: WrittenPart, hasLinks: boolean): string {
  return [
    headline,
    ...(url === undefined || !hasLinks ? [] : [url]),
    ...rows.flatMap((row) => rowText(row, hasLinks)),
    ...(more === undefined ? [] : [`  ${more}`]),
  ].join('\n');
}

function rowText({ text, note, url }: WrittenRow, hasLinks: boolean): readonly string[] {
  return [`  - ${text}`, ...(note === undefined ? [] : [`    ${note}`]), ...(hasLinks ? [`    ${url}`] : [])];
}
