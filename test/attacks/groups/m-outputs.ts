import { type Group, notApplicable, type Proof, proven } from '../lib/case.ts';

const DESK = 'test/browser/desk.test.ts';
const WIDGET = 'test/browser/widget.test.ts';
const PAGES = 'test/outputs/pages.test.ts';
const NOTICES = 'test/outputs/notices.test.ts';
const CALLS = 'test/outputs/calls.test.ts';

/** Every sink by the whole corpus, and the proof that no sink is missing. */
const SINKS: readonly Proof[] = [
  [PAGES, 'texts of group M'],
  [CALLS, 'says what it says of innocent texts'],
  ['test/outputs/commands.test.ts', 'prints what it prints of innocent texts'],
  [NOTICES, 'a mail, a webhook and a topic'],
  ['test/outputs/complete.test.ts', ''],
];
const AVATARS = 'no picture of a source is fetched or shown; its address is given by the API alone';
const LINKS = 'packages/server/test/web/mail-links.test.ts';

export const group: Group = {
  letter: 'M',
  title: 'what is stored, at every way out',
  rows: [
    proven('205', 0, 'markup of every kind', ...SINKS, [DESK, 'stands in the inbox as text'], [WIDGET, 'is text']),
    proven(
      '206',
      0,
      'addresses of other schemes',
      [PAGES, '206 '],
      [CALLS, '206 '],
      [DESK, 'becomes anything but a web link'],
      [WIDGET, 'becomes anything but a web link'],
    ),
    proven('207', 0, 'a way out of an attribute', ...SINKS),
    proven('208', 0, 'JSON in HTML', ...SINKS),
    proven('209', 1, 'JSONP', ['packages/server/test/web/api.test.ts', '209: ignores']),
    proven('210', 1, 'styles', ...SINKS, [WIDGET, 'is styled under a policy that allows no inline style']),
    notApplicable('211', 0, 'what is in an avatar', AVATARS),
    notApplicable('212', 0, 'where an avatar lies', AVATARS),
    proven('213', 1, 'what reorders and what hides', ...SINKS, [
      'packages/protocol/test/document/text.test.ts',
      'bidi',
    ]),
    proven('215', 1, 'what breaks the layout', [PAGES, '215 ']),
    proven(
      '216',
      0,
      'headers of a mail',
      [NOTICES, 'a mail, a webhook and a topic'],
      ['packages/server/test/web/notices.test.ts', 'with bad input stays as it was given'],
    ),
    proven(
      '217',
      0,
      'links in a mail',
      [LINKS, 'changes nothing by being looked at'],
      [LINKS, 'decides nothing for a page of somebody else'],
      [NOTICES, '206 an address in a notice'],
    ),
    proven('218', 1, 'a flood of mails', [
      'packages/server/test/notices/digest.test.ts',
      'of a thousand mentions is one mail',
    ]),
    notApplicable('219', 0, 'formulas in a table', 'no table of values separated by commas is written'),
    proven('220', 0, 'feeds of our own', [NOTICES, 'the feed of what waits'], ['test/outputs/feeds.test.ts', '']),
    proven(
      '221',
      0,
      'the widget and pages of other origins',
      ['test/attacks/owner/routes.test.ts', '221: '],
      [WIDGET, 'what strangers wrote is text'],
    ),
    proven('222', 1, 'links that are worth something', ['packages/server/test/web/sinks.test.ts', '']),
    proven(
      '223',
      1,
      'lists without an end',
      ['test/attacks/owner/tokens.test.ts', '223 lists are cut'],
      ['packages/server/test/web/api.test.ts', '500 targets are cut'],
    ),
    notApplicable('224', 1, 'files named after hosts', 'no file is named after anything that comes in'),
  ],
};
