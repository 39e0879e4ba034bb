import { appendFileSync, readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

// Loaded before the server: writes down every few seconds what the process holds, after a collection, so that what is
// counted is what is kept.
const { SOAK_FILE: file, SOAK_EVERY_MS: every = '5000' } = process.env;
if (isMainThread && file) {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const sample = () => {
    const [p99, max] = [delay.percentile(99) / 1e6, delay.max / 1e6];
    collect();
    delay.reset();
    const { rss, heapUsed, external } = process.memoryUsage();
    const descriptors = readdirSync('/proc/self/fd').length;
    appendFileSync(file, `${JSON.stringify({ at: Date.now(), rss, heapUsed, external, descriptors, p99, max })}\n`);
  };
  setInterval(sample, Number(every)).unref();
}
