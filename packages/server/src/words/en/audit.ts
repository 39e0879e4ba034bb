import type { AuditAction } from '../../access.ts';

/** Who did what. */
export const audit = {
  title: 'Log',
  what: 'What was decided and who came in, at this desk, by a token and on the command line. The newest 10,000 lines are kept, and the newest 1,000 log-ins that were refused.',
  nothing: 'Nothing has happened.',
  older: 'Older lines',
  when: 'When',
  who: 'Who',
  did: 'What',
  from: 'From',
  actions: {
    'log-in': 'Logged in',
    'log-out': 'Logged out',
    'log-in refused': 'Was not let in',
    'set-up': 'Became an owner',
    'password changed': 'Changed the password',
    'link made': 'Made a one-time link',
    moderated: 'Decided',
    'rule added': 'Made a rule',
    'rule removed': 'Removed a rule',
    'list added': 'Subscribed to a block list',
    'list removed': 'Removed a block list',
    'site changed': 'Changed a site',
    'page changed': 'Changed a page',
    'token added': 'Made a token',
    'token revoked': 'Revoked a token',
    sent: 'Announced a page',
    resent: 'Sent again',
    'untold added': 'Put on the don’t-tell list',
    'untold removed': 'Took from the don’t-tell list',
  } satisfies Record<AuditAction, string>,
};
