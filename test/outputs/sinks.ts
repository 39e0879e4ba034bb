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
  'GET /metrics': nothing('It answers numbers; labels are words of our own.'),
  'GET /openapi.json': nothing(SILENT),
  'GET /widget.js': { by: 'test', name: 'the widget' },
  'GET /status/:id': { by: 'browser', paths: ({ statuses }) => statuses.slice(0, 3).map((id) => `/status/${id}`) },
  'GET /status/try/:token': nothing('It has one link, to an address that this server itself signed.'),
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
  'GET /api/backlinks': calls('/api/backlinks', '/api/backlinks?decision=any'),
  'GET /api/backlinks/export/:format': calls('/api/backlinks/export/json?decision=any'),
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
  'GET /admin/assets/uplot.css': nothing('A file.'),
  'GET /admin/assets/uplot.js': nothing('A file.'),
  'GET /admin/assets/overview.js': nothing('A file.'),
  'GET /admin/overview': page('/admin/overview', '/admin/overview?days=90'),
  'GET /admin/people': page('/admin/people'),
  'POST /admin/people': nothing('It answers a link of ours, and names that the people of this desk chose.'),
  'POST /admin/people/withdraw': nothing(REDIRECT),
  'POST /admin/people/:id': nothing(REDIRECT),
  'POST /admin/people/:id/remove': nothing(REDIRECT),
  'GET /admin/account': page('/admin/account'),
  'POST /admin/account/password': nothing('It repeats no password, and words of our own.'),
  'POST /admin/account/sessions': nothing(REDIRECT),
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
  'GET /admin/links': page('/admin/links', '/admin/links?decision=any&order=domain'),
  'GET /admin/links/pages': page('/admin/links/pages'),
  'GET /admin/links/domains': page('/admin/links/domains'),
  'GET /admin/links/time': nothing('It counts links by days.'),
  'GET /admin/links/ties': page('/admin/links/ties?show=they', '/admin/links/ties?show=you'),
  'GET /admin/links/export/:format': { by: 'test', name: 'links as CSV run no formula and break no row' },
  'GET /admin/links/import': nothing(SILENT),
  'POST /admin/links/import': nothing('It repeats what the owner pasted, in a field and as text.'),
  'POST /admin/links/views': nothing(REDIRECT),
  'POST /admin/links/views/:id': nothing(REDIRECT),
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
  'GET /admin/refused/:id': page('/admin/refused/refusal-0', '/admin/refused/refusal-1'),
  'GET /admin/doctor': nothing('It repeats an address of the owner’s into the field that it came from.'),
  'POST /admin/doctor': { by: 'test', name: 'what the doctor found' },
  'GET /admin/rules': page('/admin/rules'),
  'GET /admin/limits': page('/admin/limits'),
  'GET /admin/sites': page('/admin/sites'),
  'GET /admin/sites/:id': { by: 'browser', paths: ({ sites }) => sites.map((id) => `/admin/sites/${id}`) },
  'GET /admin/sites/:id/pages': page('/admin/sites/alice.example/pages'),
  'GET /admin/sites/:id/build': { by: 'browser', paths: ({ sites }) => sites.map((id) => `/admin/sites/${id}/build`) },
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
  'GET /admin/moving': page('/admin/moving'),
  'POST /admin/moving': { by: 'test', name: 'a file that is brought to the desk' },
  'GET /admin/moving/export': { by: 'test', name: 'a file to take elsewhere' },
  'GET /admin/removals': nothing('Of those who were removed it keeps a hash, and no word.'),
  'POST /admin/removals': { by: 'test', name: 'a removal comes back as text, and its receipt' },
  'POST /admin/removals/lift': nothing(REDIRECT),
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
  'POST /admin/rules/lists': { by: 'test', name: 'an address that is no list comes back as text' },
  'POST /admin/rules/lists/remove': nothing(REDIRECT),
  'POST /admin/sites/:id': nothing('It answers with what the owner typed, as every form does, or a redirect.'),
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
