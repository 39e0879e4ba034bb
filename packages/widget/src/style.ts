/**
 * Takes its font and colours from the page; `currentColor` mixes make it fit light and dark alike. The box keeps a place
 * free for what is to come, and has the margins of what stands in it to itself, so that they do not add up anew later.
 */
const CSS = `
:host,[part=box],[part=content]{display:flow-root}
:host{color:var(--hearback-color,inherit)}
:host([hidden]),[hidden]{display:none}
[part=box]{min-height:var(--hearback-min-height,8rem)}
.cut{display:flex;flex-direction:column;align-items:start}
.cut>div{overflow:auto;align-self:stretch}
.cut [part=more]{display:none}
section+section{margin-block-start:calc(1.5*var(--hearback-gap,1rem))}
ol,ul,p,blockquote{margin:0;padding:0;overflow-wrap:anywhere}
ol,ul{list-style:none;display:grid;gap:var(--hearback-gap,1rem)}
ul{display:flex;flex-wrap:wrap;gap:.5rem}
blockquote{margin-block-start:.25rem;padding-inline-start:.75rem;border-inline-start:3px solid var(--hearback-rule,color-mix(in srgb,currentColor 25%,transparent))}
a{color:var(--hearback-link,inherit)}
img,ul a{width:var(--hearback-face,2.5rem);height:auto;aspect-ratio:1;border-radius:50%;object-fit:cover}
ol img{--hearback-face:1.5em;vertical-align:middle;margin-inline-end:.5rem}
ul a{display:grid;place-items:center;overflow:hidden;text-decoration:none;font-weight:600;background:var(--hearback-rule,color-mix(in srgb,currentColor 25%,transparent))}
[part=author]{font-weight:600}
[part=title]{font-weight:600;margin-block-end:.5rem}
time,[part=count],[part=empty],[part=status]{color:var(--hearback-faint,color-mix(in srgb,currentColor 75%,transparent));font-size:.9em;font-weight:400}
button{font:inherit;color:inherit;background:none;border:1px solid currentColor;border-radius:.25rem;padding:.25rem .75rem;margin-block-start:.5rem}
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
