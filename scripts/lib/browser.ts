import { existsSync } from 'node:fs';
import { canInstall, install } from './debian.ts';

/** Chromium without a window: the same engine for a third of the processor time, as it draws no frame that nobody sees. */
const WITHOUT_WINDOW = '/usr/bin/chromium-headless-shell';
const PLACES = [
  process.env.CHROMIUM,
  WITHOUT_WINDOW,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const findBrowser = () => PLACES.find((path) => path !== undefined && existsSync(path));

/** Path of a Chromium to test with. Throws one line on what to install where there is none. */
export function browserPath(): string {
  const path = findBrowser();
  if (path !== undefined) return path;
  throw new Error(
    'The browser tests need Chromium: install the package "chromium-headless-shell" or "chromium" (or Chrome), or name it in CHROMIUM=/path/to/chromium.',
  );
}

/** Installs Debian's without a window where that is possible, and makes do with another one that is there. */
export function provideBrowser(): void {
  if (process.env.CHROMIUM === undefined && !existsSync(WITHOUT_WINDOW) && canInstall()) {
    try {
      install(['chromium-headless-shell'], 'the browser tests need it');
    } catch (error) {
      console.error(`It is done without: ${error instanceof Error ? error.message : error}`);
      if (findBrowser() === undefined) install(['chromium'], 'the browser tests need it');
    }
  }
  browserPath();
}
