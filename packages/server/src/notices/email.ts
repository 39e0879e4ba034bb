import type { Channel } from '../ports/index.ts';
import { type MailDeps, writeMail } from './mail.ts';
import type { Postman } from './smtp.ts';

/** Tells by e-mail. */
export function createEmail(deps: MailDeps, postman: Pick<Postman, 'send'>): Channel {
  return async (recipient, letter) => postman.send(await writeMail(deps, recipient, letter));
}
