/** What feed readers, newsletters and networks add to addresses that they pass on. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|twclid|yclid|igshid|mc_cid|mc_eid)(?:=|$)/i;

/**
 * One of our own URLs without what was added to follow whoever clicks on it. The rest of the query stays as it is, byte
 * by byte; `URLSearchParams` would write it anew. Of foreign URLs nobody knows what their parameters mean.
 */
export function withoutTracking(url: URL): URL {
  const parts = url.search.slice(1).split('&');
  const kept = parts.filter((part) => !TRACKING.test(part));
  if (kept.length === parts.length) return url;
  const plain = new URL(url);
  plain.search = kept.join('&');
  return plain;
}
