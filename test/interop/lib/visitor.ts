import { type Browser, chromium } from 'playwright-core';
import { browserPath } from '../../../scripts/lib/browser.ts';
import { until } from './until.ts';
import type { Workshop } from './workshop.ts';

/** A person with a browser: the owner at the desk, and then any reader of the page. */
export interface Visitor {
  /** Opens the one-time link, chooses a name and a password, finds the mention in the inbox and approves it. */
  approve(setUpLink: string, title: string): Promise<void>;
  /** The text that the widget on a page shows, once it says anything. */
  readWidget(page: string): Promise<string>;
}

const WAIT_MS = 30_000;
const PASSWORD = 'nobody tells this to anybody';

export async function openVisitor(workshop: Workshop): Promise<Visitor> {
  const browser = await launch();
  workshop.atClose(() => browser.close());
  const context = await browser.newContext();
  context.setDefaultTimeout(WAIT_MS);

  return {
    async approve(setUpLink, title) {
      const page = await context.newPage();
      await page.goto(setUpLink);
      await page.locator('input[name="name"]').fill('owner');
      for (const field of await page.locator('input[type="password"]').all()) await field.fill(PASSWORD);
      await page.locator('form:has(input[type="password"]) button').click();
      await page.getByRole('link', { name: 'Inbox' }).first().click();
      const mention = page.getByRole('article').filter({ hasText: title });
      await mention.getByRole('button', { name: 'Approve', exact: true }).click();
      await mention.waitFor({ state: 'detached' });
      await page.close();
    },
    async readWidget(url) {
      const page = await context.newPage();
      await page.goto(url);
      const widget = page.locator('hearback-mentions');
      const text = await until('the widget to say something', WAIT_MS / 1000, async () => {
        const shown = await widget.evaluate((element) => element.shadowRoot?.textContent ?? '');
        return shown.trim() || undefined;
      });
      await page.close();
      return text;
    },
  };
}

function launch(): Promise<Browser> {
  // Chromium's own sandbox does not start for root; the pages are ours. Signals are for the workshop, which closes in order.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  return chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'], ...signals });
}
