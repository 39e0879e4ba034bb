import type { Furnished } from './furnished.ts';
import { TARGET } from './furnished.ts';

const target = encodeURIComponent(TARGET);
const SILENT = 'It answers words of our own only.';
const REDIRECT = 'It answers with a redirect to an address of our own words.';

/** How what comes out of a sink is judged. `nothing` says why no stranger's text can be in it. */
export type Judge =
  | { readonly by: 'browser'; readonly paths: (furnished: Furnished) => readonly string[] }
  | { readonly by: 'json'; readonly paths: (furnished: Furnished) => readonly string[]; readonly callback?: string }
  | { readonly by: 'test'; readonly name: string }
  | { readonly by: 'nothing'; readonly why: string };

const page = (...paths: string[]): Judge => ({ by: 'browser', paths: () => paths });
const calls = (...paths: string[]): Judge => ({ by: 'json', paths: () => paths });
const nothing = (why: string): Judge => ({ by: 'nothing', why });

const LISTS = `?target=${target}&per-page=100`;

/** Every route of the application, as it is registered. */
export const ROUTES: Readonly<Record<string, Judge>> = {
  'GET /': nothing(REDIRECT),
  'GET /healthz': nothing(SILENT),
  'GET /readyz': nothing(SILENT),
  'GET /widget.js': { by: 'test', name: 'the widget' },
  'GET /status/:id': { by: 'browser', paths: ({ statuses }) => statuses.slice(0, 3).map((id) => `/status/${id}`) },
  'GET /conversation.js': nothing(REDIRECT),
  'GET /fragment': page(`/fragment?target=${target}`),
  'GET /fragment.json': calls(`/fragment.json?target=${target}`),
  'GET /feed.atom': { by: 'test', name: 'a feed of mentions' },
  'GET /feed.rss': { by: 'test', name: 'a feed of mentions' },
  'GET /feed.json': { by: 'test', name: 'a feed of mentions' },
  'GET /avatar/:name': nothing('It answers pictures that were made here, dot by dot.'),
  'GET /badge.svg': nothing('It answers a number and words of our own.'),

  'GET /api/mentions': calls(`/api/mentions${LISTS}`),
  'GET /api/mentions.json': calls(`/api/mentions.json${LISTS}`, `/api/mentions.json${LISTS}&jsonp=show`),
  'GET /api/mentions.jf2': calls(`/api/mentions.jf2${LISTS}`, `/api/mentions.jf2${LISTS}&jsonp=a.b`),
  'GET /api/links': calls(`/api/links${LISTS}`),
  'GET /api/links.json': calls(`/api/links.json${LISTS}`),
  'GET /api/links.jf2': calls(`/api/links.jf2${LISTS}`),
  'GET /api/mentions.atom': { by: 'test', name: 'mentions as Atom' },
  'GET /api/links.atom': { by: 'test', name: 'mentions as Atom' },
  'GET /api/mentions.html': page(`/api/mentions.html${LISTS}`),
  'GET /api/links.html': page(`/api/links.html${LISTS}`),
  'GET /api/deleted.jf2': { by: 'test', name: 'what is told of the withdrawn' },
  'GET /api/export.jf2': calls('/api/export.jf2'),
  'GET /api/example/mentions.jf2': nothing(SILENT),
  'GET /api/count': calls(`/api/count${LISTS}`),
  'GET /api/count.json': calls(`/api/count.json${LISTS}`),

  'GET /api/inbox': calls('/api/inbox', '/api/inbox?status=approved'),
  'GET /api/inbox/:id': { by: 'json', paths: ({ held }) => held.map((id) => `/api/inbox/${id}`) },
  'GET /api/deliveries': calls(`/api/deliveries?source=${target}%2F0`),
  'GET /api/deliveries/:id': { by: 'json', paths: ({ deliveries }) => deliveries.map((id) => `/api/deliveries/${id}`) },
  'POST /api/deliveries/resend': { by: 'test', name: 'what sending again answers' },
  'POST /api/deliveries/:id/resend': { by: 'test', name: 'what sending again answers' },
  'ALL /api/deliveries/:id/resend': nothing(SILENT),
  'POST /api/telegraph/webmention': { by: 'test', name: 'what Telegraph answers' },
  'GET /api/telegraph/webmention/:id': {
    by: 'json',
    paths: ({ deliveries }) => deliveries.map((id) => `/api/telegraph/webmention/${id}`),
  },
  'ALL /api/telegraph/webmention': nothing(SILENT),
  'ALL /api/telegraph/webmention/:id': nothing(SILENT),
  'POST /api/inbox/:id': nothing('It answers the id and the state.'),
  'POST /api/send': { by: 'test', name: 'what sending answers' },
  'ALL /api/inbox': nothing(SILENT),
  'ALL /api/inbox/:id': nothing(SILENT),
  'ALL /api/send': nothing(SILENT),
  'ALL /api/deliveries': nothing(SILENT),
  'ALL /api/deliveries/:id': nothing(SILENT),

  'GET /websub/:id': nothing(
    'It repeats a word of whoever holds the address of a subscription of ours, as plain text.',
  ),
  'POST /websub/:id': nothing(SILENT),

  'GET /admin': nothing(REDIRECT),
  'GET /admin/login': page('/admin/login'),
  'GET /admin/setup': nothing(SILENT),
  'GET /admin/assets/pico.css': nothing('A file.'),
  'GET /admin/assets/desk.css': nothing('A file.'),
  'GET /admin/assets/inbox.js': nothing('A file.'),
  'GET /admin/inbox': page('/admin/inbox', '/admin/inbox?show=approved', '/admin/inbox?show=all&domain=bob.example'),
  'GET /admin/inbox/news': nothing('It answers numbers, ids and words of our own.'),
  'GET /admin/inbox/all': page('/admin/inbox/all?show=held'),
  'GET /admin/inbox/rule': {
    by: 'browser',
    paths: ({ held }) => [`/admin/inbox/rule?mention=${held[0]}&action=mute&scope=host&back=show%3Dheld`],
  },
  'GET /admin/mentions/:id/text': {
    by: 'browser',
    paths: ({ held }) => held.map((id) => `/admin/mentions/${id}/text`),
  },
  'GET /admin/mentions/:id': { by: 'browser', paths: ({ held }) => held.map((id) => `/admin/mentions/${id}`) },
  'GET /admin/deliveries': page('/admin/deliveries'),
  'GET /admin/deliveries/:id': {
    by: 'browser',
    paths: ({ deliveries }) => deliveries.map((id) => `/admin/deliveries/${id}`),
  },
  'POST /admin/deliveries/resend': nothing(REDIRECT),
  'POST /admin/deliveries/:id/resend': nothing(REDIRECT),
  'GET /admin/preview': nothing(SILENT),
  'POST /admin/preview': { by: 'test', name: 'a preview of what would be told' },
  'POST /admin/preview/send': { by: 'test', name: 'a preview of what would be told' },
  'GET /admin/dont-tell': page('/admin/dont-tell'),
  'POST /admin/dont-tell': { by: 'test', name: 'a form that comes back' },
  'POST /admin/dont-tell/remove': nothing(REDIRECT),
  'GET /admin/refused': page('/admin/refused'),
  'GET /admin/rules': page('/admin/rules'),
  'GET /admin/limits': page('/admin/limits'),
  'GET /admin/sites': page('/admin/sites'),
  'GET /admin/sites/:id/pages': page('/admin/sites/alice.example/pages'),
  'GET /admin/sites/:id/build': page('/admin/sites/alice.example/build'),
  'POST /admin/sites/:id/build': nothing('It repeats what the owner typed, in a field.'),
  'GET /admin/notices': page('/admin/notices'),
  'GET /admin/notices/outbox': page('/admin/notices/outbox', '/admin/notices/outbox?state=failed'),
  'GET /admin/notices/new/:kind': page(
    '/admin/notices/new/email',
    '/admin/notices/new/webhook',
    '/admin/notices/new/ntfy',
  ),
  'GET /admin/notices/:id': {
    by: 'browser',
    paths: ({ held }) => held.map((_, n) => `/admin/notices/recipient-${n}`),
  },
  'POST /admin/notices/new/:kind': {
    by: 'test',
    name: 'the pages behind the links of mails, and forms that come back',
  },
  'POST /admin/notices/:id': { by: 'test', name: 'the pages behind the links of mails, and forms that come back' },
  'POST /admin/notices/:id/test': nothing('It answers the page of the notices and a line of the network’s.'),
  'POST /admin/notices/:id/remove': nothing(REDIRECT),
  'POST /admin/notices/feed': nothing('It answers the page of the notices and a secret of our own.'),
  'POST /admin/notices/outbox': nothing(REDIRECT),
  'GET /admin/decide/:ticket': { by: 'test', name: 'the pages behind the links of mails, and forms that come back' },
  'POST /admin/decide/:ticket': nothing(SILENT),
  'GET /notices/held.atom': { by: 'test', name: 'the feed of what waits' },
  'GET /notices/stop/:ticket': nothing('It shows the address of the owner’s that the mail went to.'),
  'POST /notices/stop/:ticket': nothing('It shows the address of the owner’s that the mail went to.'),
  'GET /admin/tokens': page('/admin/tokens'),
  'GET /admin/audit': page('/admin/audit'),
  'POST /admin/login': { by: 'test', name: 'a form that comes back' },
  'POST /admin/setup': { by: 'test', name: 'a form that comes back' },
  'POST /admin/tokens': { by: 'test', name: 'a form that comes back' },
  'POST /admin/language': nothing(REDIRECT),
  'POST /admin/logout': nothing(REDIRECT),
  'POST /admin/inbox': nothing('It answers a sentence and numbers, or a redirect to an address of our own words.'),
  'POST /admin/inbox/all': nothing(REDIRECT),
  'POST /admin/inbox/rule': nothing(REDIRECT),
  'POST /admin/mentions/:id': nothing(REDIRECT),
  'POST /admin/rules': { by: 'test', name: 'a rule that is asked about comes back as text' },
  'POST /admin/rules/remove': nothing(REDIRECT),
  'POST /admin/rules/follow': nothing(REDIRECT),
  'POST /admin/rules/lists': nothing(REDIRECT),
  'POST /admin/rules/lists/remove': nothing(REDIRECT),
  'POST /admin/sites/:id': nothing(REDIRECT),
  'POST /admin/sites/:id/rules': nothing(REDIRECT),
  'POST /admin/sites/:id/pages': nothing(REDIRECT),
  'POST /admin/tokens/:id/revoke': nothing(REDIRECT),
};

/** Every method that XML-RPC answers. */
export const METHODS: Readonly<Record<string, Judge>> = {
  'pingback.ping': nothing('A fixed text and a status URL of ours.'),
  'pingback.extensions.getPingbacks': { by: 'test', name: 'the sources of a page by XML-RPC' },
  'system.listMethods': nothing(SILENT),
  'system.methodSignature': nothing(SILENT),
  'system.methodHelp': nothing(SILENT),
  'system.getCapabilities': nothing(SILENT),
};

/** What is sent without being asked for. */
export const NOTICES: Readonly<Record<string, Judge>> = {
  mail: { by: 'test', name: 'a mail, a webhook and a topic' },
  webhook: { by: 'test', name: 'a mail, a webhook and a topic' },
  topic: { by: 'test', name: 'a mail, a webhook and a topic' },
};

/** Every command, and what is run of it: words, where `ID` stands for each mention and `DELIVERY` for each delivery. */
export const COMMANDS: Readonly<Record<string, readonly (readonly string[])[] | string>> = {
  list: [
    ['list'],
    ['list', '--json'],
    ['list', '--status', 'refused'],
    ['list', '--status', 'refused', '--json'],
    ['list', '--target', TARGET],
  ],
  trace: [
    ['trace', 'ID'],
    ['trace', 'ID', '--json'],
    ['trace', 'DELIVERY'],
    ['trace', 'refusal-0', '--json'],
  ],
  approve: [['approve', 'ID']],
  reject: [['reject', 'ID', '--json']],
  spam: [['spam', 'ID']],
  hold: [['hold', 'ID']],
  undo: [['undo', 'ID', '--json']],
  rule: [
    ['rule', 'list'],
    ['rule', 'list', '--json'],
  ],
  block: [['block', 'never.example', '--dry-run', '--json']],
  mute: 'It prints what the owner typed, and numbers, as block does.',
  allow: 'It prints what the owner typed, and numbers, as block does.',
  blocklist: 'It prints addresses that the owner typed, and numbers.',
  site: [
    ['site', 'list'],
    ['site', 'list', '--json'],
  ],
  token: [
    ['token', 'list'],
    ['token', 'list', '--json'],
  ],
  user: [
    ['user', 'list'],
    ['user', 'list', '--json'],
  ],
  send: [
    ['send', '--resume', '--wait', '0'],
    ['send', '--resume', '--wait', '0', '--json'],
  ],
  notices: [
    ['notices', 'list'],
    ['notices', 'list', '--json'],
    ['notices', 'to'],
    ['notices', 'to', '--json'],
  ],
  resend: [['resend', 'DELIVERY', '--wait', '0', '--json']],
  watch: 'It prints addresses of the owner’s, and numbers.',
  verify: 'what a page says to the commands that look at it',
  discover: 'what a page says to the commands that look at it',
  doctor: 'what a page says to the commands that look at it',
  refback: 'It prints numbers, and addresses of the owner’s.',
  backup: 'It prints the name of the file, and numbers.',
  forget: 'It prints numbers, and what was asked for.',
  serve: 'It prints addresses of its own; the rest is the log.',
  demo: 'It prints its own two blogs.',
};

/**
 * Every module outside the inner floors that takes mentions, deliveries, traces, rules or the list of who did what into its
 * hands, and the sinks of the tables above through which it is tested. A mail, a feed, a webhook or an export that is
 * written later is missing here, and the test of completeness fails until it has its own sink and judge.
 */
export const MODULES: Readonly<Record<string, string>> = {
  'cli/list.ts': 'list',
  'cli/output.ts': 'list',
  'cli/rule.ts': 'rule',
  'cli/token.ts': 'token',
  'cli/trace.ts': 'trace',
  'compose/access.ts': 'token',
  'cli/notices.ts': 'notices',
  'compose/desk.ts': 'approve',
  'compose/notices.ts': 'mail',
  'notices/mail.ts': 'mail',
  'notices/news.ts': 'mail',
  'notices/ntfy.ts': 'topic',
  'notices/shown.ts': 'mail',
  'notices/webhook.ts': 'webhook',
  'web/admin/decide.tsx': 'GET /admin/decide/:ticket',
  'web/admin/notices/outbox-routes.tsx': 'GET /admin/notices/outbox',
  'web/admin/notices/outbox.tsx': 'GET /admin/notices/outbox',
  'web/admin/notices/read-recipient.ts': 'GET /admin/notices/:id',
  'web/admin/notices/recipient-form.tsx': 'GET /admin/notices/:id',
  'web/admin/notices/recipient-list.tsx': 'GET /admin/notices',
  'web/admin/notices/routes.tsx': 'GET /admin/notices',
  'web/held-feed.ts': 'GET /notices/held.atom',
  'web/index.ts': 'mail',
  'web/notice-routes.tsx': 'GET /notices/held.atom',
  'web/admin/audit.tsx': 'GET /admin/audit',
  'web/admin/decision.ts': 'POST /admin/inbox',
  'web/admin/decisions.tsx': 'GET /admin/inbox',
  'web/admin/delivery-list.tsx': 'GET /admin/deliveries',
  'web/delivery-filter.ts': 'GET /admin/deliveries',
  'web/admin/delivery-page.tsx': 'GET /admin/deliveries/:id',
  'web/admin/login.tsx': 'GET /admin/login',
  'web/admin/lookup.ts': 'GET /admin/inbox',
  'web/admin/cards.ts': 'GET /admin/inbox',
  'web/admin/inbox-all.tsx': 'GET /admin/inbox/all',
  'web/admin/inbox-rule.tsx': 'GET /admin/inbox/rule',
  'web/admin/mention-text.tsx': 'GET /admin/mentions/:id/text',
  'web/admin/mention-card.tsx': 'GET /admin/inbox',
  'web/admin/preview.tsx': 'POST /admin/preview',
  'web/telegraph.ts': 'GET /api/telegraph/webmention/:id',
  'web/admin/rule-forms.tsx': 'GET /admin/rules',
  'web/admin/rules.tsx': 'GET /admin/rules',
  'web/admin/mention.tsx': 'GET /admin/mentions/:id',
  'web/admin/site-card.tsx': 'GET /admin/sites',
  'web/admin/tabs.ts': 'GET /admin/inbox',
  'web/admin/token-form.tsx': 'GET /admin/tokens',
  'web/admin/tokens.tsx': 'GET /admin/tokens',
  'web/admin/trace.tsx': 'GET /admin/mentions/:id',
  'web/admin/visitor.ts': 'GET /admin/audit',
  'web/api/atom.ts': 'GET /api/mentions.atom',
  'web/api/example.ts': 'GET /api/example/mentions.jf2',
  'web/api/reader.ts': 'GET /api/export.jf2',
  'web/api/scope.ts': 'GET /api/export.jf2',
  'web/api/verbs.ts': 'GET /api/mentions.atom',
  'web/api/classic.ts': 'GET /api/mentions.json',
  'web/api/jf2.ts': 'GET /api/mentions.jf2',
  'web/api/rows.ts': 'GET /api/mentions',
  'web/owner-api/bearer.ts': 'GET /api/inbox',
  'web/owner-api/routes.ts': 'GET /api/inbox',
  'web/owner-api/send.ts': 'POST /api/send',
  'web/owner-api/shapes.ts': 'GET /api/inbox',
  'web/owner-api/signed.ts': 'POST /api/send',
  'web/presented.ts': 'GET /api/mentions',
  'web/showing/feed-entry.tsx': 'GET /feed.atom',
  'web/showing/find.ts': 'GET /fragment.json',
  'web/showing/rels.ts': 'GET /fragment',
  'web/showing/shown.ts': 'GET /fragment',
  'web/status.ts': 'GET /status/:id',
};
