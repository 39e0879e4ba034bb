import type { ContentLinks } from '@hearback/protocol';

const ENCODER = new TextEncoder();

/**
 * Tells whether the content of a post changed between two announcements: its title, its text and whom it links to, but
 * nothing of the page around it, which a new post or a visitor's comment changes on every page of a site.
 */
export async function fingerprint({ title, text, links }: ContentLinks): Promise<string> {
  const content = JSON.stringify([title, text, links.map(({ href }) => href)]);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', ENCODER.encode(content)));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
