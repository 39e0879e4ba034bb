import { type Browser, chromium } from 'playwright-core';
import { browserPath } from '../../scripts/lib/browser.ts';

/** A real browser. Its sandbox is off because tests run as root in containers. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
}
