/** Kept equal to package.json by a test. */
export const VERSION = '0.1.0';
/** Named in every request we make, so that whoever is asked can tell who asks and why. */
export const CONTACT = 'https://www.npmjs.com/package/hearback';
