import { jf2Entry } from '../api/jf2.ts';
import { inertJson } from '../api/json.ts';
import { present } from '../presented.ts';
import { REL } from '../rel.ts';
import { feedEntryOf } from '../showing/feed-entry.tsx';
import { jsonItem } from '../showing/feed-write.ts';
import { shownOf } from '../showing/shown.ts';
import type { ExportFormat } from './format.ts';

/** The shape of webmention.io's `/api/export.jf2`. */
export const jf2Export: ExportFormat = {
  name: 'jf2',
  title: 'JF2',
  ending: 'jf2.json',
  type: 'application/json; charset=utf-8',
  which: 'public',
  open: () => {
    const between = separated();
    return {
      head: '{"type":"feed","name":"Webmentions","children":[',
      row: (mention) => `${between()}${inertJson(jf2Entry(present(mention)))}`,
      end: () => '\n]}\n',
    };
  },
};

/** JSON Feed 1.1, with as many items as there are mentions. */
export const jsonFeedExport: ExportFormat = {
  name: 'jsonfeed',
  title: 'JSON Feed',
  ending: 'feed.json',
  type: 'application/feed+json; charset=utf-8',
  which: 'public',
  open: ({ directory }) => {
    const between = separated();
    return {
      head: '{"version":"https://jsonfeed.org/version/1.1","title":"Mentions","items":[',
      row(mention) {
        const site = directory.byId(mention.site)?.url ?? mention.target;
        return `${between()}${inertJson(jsonItem(feedEntryOf(mention, shownOf(mention, 'en', REL, ''), site)))}`;
      },
      end: () => '\n]}\n',
    };
  },
};

/** What stands before each row. */
function separated(): () => string {
  let isFirst = true;
  return () => {
    const text = isFirst ? '\n' : ',\n';
    isFirst = false;
    return text;
  };
}
