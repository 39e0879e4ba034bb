type Attributes = Readonly<Record<string, string>>;

/** Makes an element with children; strings become text nodes, so nothing that a stranger wrote is ever parsed. */
export function make(tag: string, attributes: Attributes, ...children: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A button that looks like the page's text. */
export function button(part: string, label: string, onClick: () => void): HTMLElement {
  const element = make('button', { part, type: 'button' }, label);
  element.onclick = onClick;
  return element;
}
