/** Of what strangers wrote, on an origin of ours. */
export const FRAGMENT_HEADERS = {
  'Access-Control-Allow-Origin': '*',
  'Cache-Control': 'no-cache',
  // It is somebody else's words on our origin: shown on its own, it may do nothing but show our copies of pictures.
  // A site may frame it: there is nothing in it to click but links.
  'Content-Security-Policy':
    "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *; sandbox allow-popups",
  'X-Content-Type-Options': 'nosniff',
};
