import type { Child } from 'hono/jsx';

const PARTS = /`([^`]+)`|\[([^\]]+)\]|\{(\w+)\}/g;

interface MarkedProps {
  /** A text of the dictionary. Nothing of a stranger's: what they wrote is put in by name. */
  readonly text: string;
  /** Where the bracketed words lead to. */
  readonly href?: string;
  /** What stands where the text has a name in braces. */
  readonly with?: Readonly<Record<string, Child>>;
}

/** A sentence with `code`, [a link] or {something} within, which each language puts where it belongs. */
export function Marked({ text, href, with: parts = {} }: MarkedProps) {
  const said: Child[] = [];
  let end = 0;
  for (const { 0: whole, 1: code, 2: link, 3: name, index } of text.matchAll(PARTS)) {
    said.push(text.slice(end, index));
    if (code) said.push(<code>{code}</code>);
    else if (link) said.push(href ? <a href={href}>{link}</a> : link);
    else said.push(name && name in parts ? parts[name] : whole);
    end = index + whole.length;
  }
  said.push(text.slice(end));
  return <>{said}</>;
}
