export { openDesk, openReading, type Reading } from './commands.ts';
export { compose, type Hearback } from './hearback.ts';
export { checkNetwork } from './network.ts';
export { openSender } from './sender.ts';
export { openExistingStore } from './store.ts';
