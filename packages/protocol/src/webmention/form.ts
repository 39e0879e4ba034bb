import type { Notification } from '../notification.ts';
import { asciiUrl } from '../url.ts';

/** Fields that are looked at; a body of 16 KiB could hold eight thousand. */
const MAX_FIELDS = 32;
const UTF8 = new TextDecoder('utf-8', { fatal: true });

export type FormReading =
  | { readonly ok: true; readonly notification: Notification }
  /** What is wrong, in a sentence of fixed text; and the two fields, as far as there is one of each. */
  | { readonly ok: false; readonly problem: string; readonly source?: string; readonly target?: string };

function no(problem: string, source?: string, target?: string): FormReading {
  return { ok: false, problem, ...(source !== undefined && { source }), ...(target !== undefined && { target }) };
}

/** Escaped bytes have to be UTF-8 like those that are not: `URLSearchParams` would put U+FFFD into another's address. */
const ESCAPED = /(?:%[0-9a-f]{2})+/gi;

function decode(body: Uint8Array): string | undefined {
  try {
    const text = UTF8.decode(body);
    for (const [escaped] of text.matchAll(ESCAPED)) decodeURIComponent(escaped);
    return text;
  } catch {
    return undefined;
  }
}

/** The one value of a field. Frameworks read `source[]` and `source[x]` as other types of the same field. */
function only(fields: readonly (readonly [string, string])[], name: string): string | undefined {
  const values = fields.filter(([field]) => field === name || field.startsWith(`${name}[`));
  return values.length === 1 && values[0]?.[0] === name ? values[0][1] : undefined;
}

/** `undefined` when there is none, `false` when what is there is no URL. */
function vouchOf(fields: readonly (readonly [string, string])[]): string | false | undefined {
  const given = fields.filter(([field, value]) => /^vouch(?:\[|$)/.test(field) && value !== '');
  if (given.length === 0) return undefined;
  return asciiUrl(only(given, 'vouch') ?? '') ?? false;
}

/**
 * Reads the form of Webmention §3.1.3: exactly one `source` and one `target`, both absolute http(s) URLs. A `vouch` is
 * taken along, and that it is no URL is for the inbox to judge; other fields (`code`, `debug`, …) are let pass and not
 * looked at. Decoded once: decoding twice would damage `%2B`.
 *
 * @example
 * readForm(body); // { ok: true, notification: { protocol: 'webmention', source: 'https://…', target: 'https://…' } }
 */
export function readForm(body: Uint8Array): FormReading {
  const text = decode(body);
  if (text === undefined) return no('The form is not valid UTF-8.');
  const fields = [...new URLSearchParams(text)];
  if (fields.length > MAX_FIELDS) return no(`The form has more than ${MAX_FIELDS} fields; a webmention needs two.`);
  const source = only(fields, 'source');
  const target = only(fields, 'target');
  if (source === undefined || target === undefined) {
    return no('A webmention needs exactly one field "source" and one field "target".', source, target);
  }
  const from = asciiUrl(source);
  if (from === undefined) return no('The source is no absolute http or https URL.', source, target);
  const to = asciiUrl(target);
  if (to === undefined) return no('The target is no absolute http or https URL.', source, target);
  const vouch = vouchOf(fields);
  const notification = { protocol: 'webmention', source: from, target: to } as const;
  return { ok: true, notification: vouch === undefined ? notification : { ...notification, vouch } };
}
