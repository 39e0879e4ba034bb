// Does what the page says, as a parser with a defect would: the body names the fault to show.
import { parentPort } from 'node:worker_threads';

let pages = 0;
parentPort.on('message', ({ given }) => {
  const fault = new TextDecoder().decode(given.body);
  pages += 1;
  if (fault === 'spin') for (;;);
  if (fault === 'slow') for (const end = performance.now() + 900; performance.now() < end; );
  if (fault === 'throw') throw new Error('poisoned');
  if (fault === 'exit') process.exit(3);
  if (fault === 'throw unless first' && pages > 1) throw new Error('spoiled by an earlier page');
  if (fault === 'eat') {
    const eaten = [];
    for (;;) eaten.push(new Array(10_000).fill(eaten.length));
  }
  if (fault === 'recurse')
    (function deeper() {
      deeper();
    })();
  parentPort.postMessage({ pages, fault });
});
parentPort.postMessage('ready');
