/** The policy of a page of the desk that has a script of ours: from a file, and it asks nobody but us. */
export const SCRIPTED =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; " +
  "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
