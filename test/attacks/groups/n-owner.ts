import { type Group, notApplicable, proven } from '../lib/case.ts';

const OWNER = 'test/attacks/owner';
const DOORS = `${OWNER}/doors.test.ts`;
const ROUTES = `${OWNER}/routes.test.ts`;
const TOKENS = `${OWNER}/tokens.test.ts`;
const SESSION = 'packages/server/test/web/session.test.ts';

export const group: Group = {
  letter: 'N',
  title: 'the owner, his sessions and programs',
  rows: [
    proven('225', 0, 'cookies', [DOORS, '225'], [SESSION, 'the cookie'], [SESSION, 'the life of a session']),
    proven('226', 0, 'forms of other sites', [ROUTES, '226'], ['packages/server/test/web/csrf.test.ts', '']),
    proven('227', 0, 'guessing', [DOORS, '227'], [SESSION, 'guessing']),
    proven('228', 0, 'passwords at rest', [DOORS, '228'], [SESSION, 'the stored hash is argon2id']),
    proven('229', 0, 'tokens of programs', [TOKENS, '229'], [`${OWNER}/telling.test.ts`, '']),
    proven('230', 0, 'a token in an address', [TOKENS, '230 ']),
    proven('231', 0, 'secrets that are there from the start', [`${OWNER}/command.test.ts`, '231 ']),
    proven('232', 1, 'one-time links', [DOORS, '232 ']),
    notApplicable('233', 0, 'log-in by a fetch', 'nobody logs in by what another server says'),
    proven('234', 0, 'frames and headers', [ROUTES, '234']),
    proven('237', 1, 'fields that nobody asked for', [TOKENS, '237'], [ROUTES, '240, 237']),
    proven('238', 1, 'tricks with paths', ['packages/server/test/web/wire.test.ts', '238: ']),
    proven('239', 0, 'trust in this machine', [`${OWNER}/hosts.test.ts`, '239 ']),
    proven('240', 1, 'patterns in rules', [ROUTES, '240, 237'], ['packages/server/test/inbound/rule-book.test.ts', '']),
    proven('242', 1, 'modes of files', [`${OWNER}/command.test.ts`, '242 ']),
  ],
};
