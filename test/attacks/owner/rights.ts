import type { Scope } from '../../../packages/server/src/access.ts';

/**
 * Who gets where, written down once more by hand: `own` everybody who is logged in, `listed` everybody, each with their own
 * sites; the others need the right on the site that is asked for, or on all of them.
 */
type Need = 'open' | 'own' | 'listed' | 'see' | 'moderate' | 'change' | 'see all' | 'change all';

export const DESK: Readonly<Record<string, Need>> = {
  'GET /admin/login': 'open',
  'GET /admin/assets/pico.css': 'open',
  'GET /admin/assets/desk.css': 'open',
  'GET /admin/assets/uplot.css': 'open',
  'GET /admin/assets/uplot.js': 'open',
  'GET /admin/assets/overview.js': 'open',
  'POST /admin/language': 'open',
  'POST /admin/login': 'open',
  'GET /admin/setup': 'open',
  'POST /admin/setup': 'open',
  'GET /admin': 'own',
  'POST /admin/logout': 'own',
  'GET /admin/account': 'own',
  'POST /admin/account/password': 'own',
  'POST /admin/account/sessions': 'own',
  'GET /admin/overview': 'listed',
  'GET /admin/inbox': 'listed',
  'GET /admin/deliveries': 'listed',
  'GET /admin/refused': 'listed',
  'GET /admin/rules': 'listed',
  'GET /admin/sites': 'own',
  'GET /admin/mentions/:id': 'see',
  'GET /admin/deliveries/:id': 'see',
  'GET /admin/sites/:id': 'see',
  'GET /admin/sites/:id/pages': 'see',
  'POST /admin/inbox': 'moderate',
  'POST /admin/mentions/:id': 'moderate',
  'POST /admin/rules': 'moderate',
  'POST /admin/rules/remove': 'moderate',
  'POST /admin/rules/follow': 'moderate',
  'POST /admin/deliveries/:id/resend': 'change',
  'POST /admin/sites/:id': 'change',
  'POST /admin/sites/:id/pages': 'change',
  'GET /admin/dont-tell': 'see all',
  'GET /admin/limits': 'see all',
  'GET /admin/preview': 'change all',
  'GET /admin/people': 'change all',
  'GET /admin/tokens': 'change all',
  'GET /admin/audit': 'change all',
  'POST /admin/preview': 'change all',
  'POST /admin/preview/send': 'change all',
  'POST /admin/dont-tell': 'change all',
  'POST /admin/dont-tell/remove': 'change all',
  'POST /admin/deliveries/resend': 'change all',
  'POST /admin/rules/lists': 'change all',
  'POST /admin/rules/lists/remove': 'change all',
  'POST /admin/people': 'change all',
  'POST /admin/people/withdraw': 'change all',
  'POST /admin/people/:id': 'change all',
  'POST /admin/people/:id/remove': 'change all',
  'POST /admin/tokens': 'change all',
  'POST /admin/tokens/:id/revoke': 'change all',
};

/** The scopes of which one is enough; `public` is what readers of the site ask. */
export const API: Readonly<Record<string, readonly Scope[] | 'public'>> = {
  ...Object.fromEntries(
    ['mentions', 'links'].flatMap((name) =>
      ['', '.json', '.jf2', '.atom', '.html'].map((ending) => [`GET /api/${name}${ending}`, 'public' as const]),
    ),
  ),
  'GET /api/count': 'public',
  'GET /api/deleted.jf2': 'public',
  'GET /api/example/mentions.jf2': 'public',
  'GET /api/export.jf2': ['read'],
  'GET /api/count.json': 'public',
  'GET /api/inbox': ['read', 'moderate'],
  'GET /api/inbox/:id': ['read', 'moderate'],
  'POST /api/inbox/:id': ['moderate'],
  'GET /api/deliveries': ['read', 'send'],
  'GET /api/deliveries/:id': ['read', 'send'],
  'POST /api/deliveries/resend': ['send'],
  'POST /api/deliveries/:id/resend': ['send'],
  'POST /api/send': ['send'],
  // Telegraph has its statuses open, as the original does, and its own words for a token that is none.
  'GET /api/telegraph/webmention/:id': 'public',
  'POST /api/telegraph/webmention': ['send'],
};
