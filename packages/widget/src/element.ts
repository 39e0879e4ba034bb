type Attributes = Readonly<Record<string, string>>;

/** Makes an element with children; strings become text nodes, so nothing that a stranger wrote is ever parsed. */
export function make(tag: string, attributes: Attributes, ...children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A link to a stranger's page: no reward for spam, no handle on this window. */
export function link(href: string, part: string, label: string): HTMLElement {
  return make('a', { href, part, rel: 'nofollow ugc noopener' }, make('bdi', {}, label));
}
