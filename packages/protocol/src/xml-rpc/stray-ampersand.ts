const VALUE_TEXT = /(<(?:string|value)>)([^<]*)/g;
const STRAY = /&(?!(?:[a-z_][\w.-]*|#\d+|#x[\da-f]+);)/gi;

/**
 * Escapes every `&` that begins no reference, in text right after `<string>` or `<value>` and nowhere else. Some
 * clients put URLs into XML as they are. `&name;` stays what it is, so that an entity never turns from an error into
 * text.
 */
export function escapeStrayAmpersands(xml: string): string {
  return xml.replaceAll(VALUE_TEXT, (_, tag: string, text: string) => tag + text.replaceAll(STRAY, '&amp;'));
}

/** The first `&` in the text that begins no reference, with a little of what follows it. */
export function strayAmpersand(xml: string): string | undefined {
  const at = xml
    // What has no end goes on to the end: looked for from each beginning anew, it would cost the square of the length.
    .replaceAll(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)/g, '')
    .match(/&(?!(?:[a-z_][\w.-]*|#\d+|#x[\da-f]+);)[^<\s]{0,20}/i);
  return at?.[0];
}
