/** Takes its font and colours from the page; `currentColor` mixes make it fit light and dark alike. */
const CSS = `
:host{display:block;min-height:var(--hearback-min-height,6rem);color-scheme:inherit;color:var(--hearback-color,inherit)}
:host([hidden]){display:none}
ol{list-style:none;margin:0;padding:0;display:grid;gap:var(--hearback-gap,1rem)}
p,blockquote{margin:0;overflow-wrap:anywhere}
blockquote{margin-block-start:.25rem;padding-inline-start:.75rem;border-inline-start:3px solid var(--hearback-rule,color-mix(in srgb,currentColor 25%,transparent))}
a{color:var(--hearback-link,inherit)}
[part=author]{font-weight:600}
time,[part=more],[part=empty],[part=status]{color:var(--hearback-faint,color-mix(in srgb,currentColor 70%,transparent));font-size:.9em}
button{font:inherit;color:inherit;background:none;border:1px solid currentColor;border-radius:.3em;padding:.1em .6em;cursor:pointer}
`;

let sheet: CSSStyleSheet | undefined;

/** One sheet for all elements of a page. A constructed sheet is not inline style, so a strict CSP lets it be. */
export function sharedSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  return sheet;
}
