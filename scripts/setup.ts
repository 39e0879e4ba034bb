// What the tests need beside npm's packages. Run by `npm test`; does nothing when all is there.
import { provideBrowser } from './lib/browser.ts';
import { canInstall, install } from './lib/debian.ts';
import { provideNginx } from './lib/proxies.ts';

try {
  provideBrowser();
  provideNginx();
  // The crash tests watch the order of fsync and reply with it, cut the power at each, and let writes fail.
  if (canInstall()) install(['strace'], 'a crash test traces system calls');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
