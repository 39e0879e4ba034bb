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
