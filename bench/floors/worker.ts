import { compose } from '../../packages/server/dist/compose/hearback.js';
import { readConfig } from '../../packages/server/dist/config.js';

// A worker as `hearback serve --role worker` is one, but with eight verifications at once. Its settings are in WORKER.
const log = { info() {}, warn() {}, error: console.error };
const config = readConfig(JSON.parse(process.env.WORKER ?? '{}'), () => undefined);
const worker = await compose(config, { log, room: { verify: 8 } });
const { url } = await worker.listen();
process.on('SIGTERM', () => void worker.stop().then(() => process.exit(0)));
console.log(url);
