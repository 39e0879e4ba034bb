import { TARGET } from './read.ts';

/** A page with one `h-entry`. */
export function entryPage(inner: string): string {
  return `<title>Page</title><div class="h-entry">${inner}</div>`;
}

/** A link to the target, as a property. */
export function linkTo(property = '', text = 'x'): string {
  return `<a class="${property}" href="${TARGET}">${text}</a>`;
}

/** A page that describes itself in JSON-LD and links to the target. */
export function jsonLdPage(...documents: readonly unknown[]): string {
  const scripts = documents.map((one) => `<script type="application/ld+json">${JSON.stringify(one)}</script>`);
  return `<title>Page</title>${scripts.join('')}${linkTo()}`;
}
