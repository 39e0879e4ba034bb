import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const COMMAND = fileURLToPath(new URL('../../packages/server/bin/hearback.js', import.meta.url));
const FILE = new URL('../../docs/deploy/Containerfile', import.meta.url);
const [UNSHARE, SETPRIV] = ['/usr/bin/unshare', '/usr/bin/setpriv'];
const NOBODY = 65532;

/** What a container's runtime does, by the kernel's own means: a root that cannot be written, a folder in memory, no right. */
function boxed(script: string): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const box = [
    'set -e',
    'mount --make-rprivate /',
    'mount -t tmpfs -o mode=1777 tmpfs /tmp',
    `mkdir -m 700 /tmp/data && chown ${NOBODY}:${NOBODY} /tmp/data`,
    'mount -o remount,ro,bind /',
    'cd /tmp/data',
    `exec ${SETPRIV} --reuid=${NOBODY} --regid=${NOBODY} --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all sh -c "$1"`,
  ].join('\n');
  return run(UNSHARE, ['--mount', 'sh', '-c', box, 'box', script], { env: { PATH: process.env.PATH } });
}

const canBox = process.getuid?.() === 0 && existsSync(UNSHARE) && existsSync(SETPRIV);

test.skipIf(!canBox)(
  '266 without root, capabilities or a root that can be written it works from intake to display',
  async () => {
    const { stdout } = await boxed(
      `grep -E '^(Uid|CapEff|CapBnd|NoNewPrivs)' /proc/self/status; (touch /usr/x || touch /etc/x || touch /x) 2>/dev/null && echo WRITABLE; '${process.execPath}' '${COMMAND}' demo --once`,
    );
    expect(stdout).toMatch(new RegExp(`Uid:\\s+${NOBODY}`));
    expect(stdout).toMatch(/CapEff:\s+0{16}\n[\s\S]*CapBnd:\s+0{16}\n[\s\S]*NoNewPrivs:\s+1/);
    expect(stdout).not.toContain('WRITABLE');
    expect(stdout).toContain('It stands under Alice’s post now:');
  },
);

test('266 the Containerfile gives no root, a fixed version, no install scripts, and says how to take the rest away', async () => {
  const text = await readFile(FILE, 'utf8');
  const { version } = JSON.parse(
    await readFile(new URL('../../packages/server/package.json', import.meta.url), 'utf8'),
  );
  expect(text).toContain(`hearback@${version}`);
  expect(text).toMatch(/^USER 65532:65532$/m);
  for (const word of ['--ignore-scripts', '--read-only', '--cap-drop ALL', 'no-new-privileges', '--tmpfs /tmp'])
    expect(text).toContain(word);
  expect(text).not.toMatch(/:latest|^ADD |--privileged|curl|wget/m);
});
