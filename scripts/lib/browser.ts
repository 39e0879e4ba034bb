import { existsSync } from 'node:fs';
import { canInstall, install } from './debian.ts';

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of a Chromium to test with, or `undefined`. */
function findBrowser(): string | undefined {
  return PLACES.find((path) => path !== undefined && existsSync(path));
}

/** Path of a Chromium; installs Debian's where that is possible. Throws one line on what to install where it is not. */
export function provideBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  if (canInstall()) install(['chromium'], 'the browser tests need it');
  const path = findBrowser();
  if (path) return path;
  throw new Error(
    'The browser tests need Chromium: install the package "chromium" (or Chrome), or name it in CHROMIUM=/path/to/chromium.',
  );
}
