import type { Mention } from '../../mention.ts';
import { pageKey } from '../../site.ts';
import { VERSION } from '../../version.ts';
import { present } from '../presented.ts';
import { xml } from '../showing/feed-entry.tsx';
import { line } from '../text.ts';
import type { ExportContext, ExportFormat } from './format.ts';

/**
 * The export file of WordPress, as its importer reads it: each page an item, its mentions the comments. An item has the
 * page's title and no date, because the importer takes a post of the same title for the same post, and puts the comments
 * there.
 */
export const wxrExport: ExportFormat = {
  name: 'wxr',
  title: 'WordPress export (WXR)',
  ending: 'xml',
  type: 'application/xml; charset=utf-8',
  which: 'kept',
  open(context) {
    let page = '';
    let [posts, comments] = [0, 0];
    return {
      head: headOf(context),
      row(mention) {
        const key = `${mention.site} ${mention.targetKey}`;
        comments += 1;
        if (key === page) return comment(mention, comments);
        const before = page === '' ? '' : ITEM_END;
        page = key;
        posts += 1;
        return before + item(mention, posts, context) + comment(mention, comments);
      },
      end: () => `${page === '' ? '' : ITEM_END}</channel>\n</rss>\n`,
    };
  },
};

const ITEM_END = '</item>\n';

function headOf({ directory, now, sites }: ExportContext): string {
  const site = directory.sites().find(({ id }) => sites?.includes(id) ?? true);
  const url = site?.url.replace(/\/$/, '') ?? '';
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- Mentions, as an export file of WordPress: Tools, Import, WordPress. -->
<rss version="2.0"
	xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>${markup(line(site?.name))}</title>
<link>${markup(url)}</link>
<description></description>
<pubDate>${new Date(now).toUTCString()}</pubDate>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${markup(url)}</wp:base_site_url>
<wp:base_blog_url>${markup(url)}</wp:base_blog_url>
<generator>Hearback ${VERSION}</generator>
`;
}

function item(mention: Mention, id: number, { directory }: ExportContext): string {
  const own = directory.page(mention.site, mention.targetKey);
  const { target } = present(mention);
  const link = own?.url ?? target;
  const path = URL.parse(link)?.pathname.replace(/\/+$/, '') ?? '';
  const slug = path.slice(path.lastIndexOf('/') + 1);
  return `<item>
<title>${cdata(titleMarkup(line(own?.title) || line(slug) || pageKey(link)))}</title>
<link>${markup(link)}</link>
<pubDate></pubDate>
<dc:creator><![CDATA[]]></dc:creator>
<guid isPermaLink="false">${markup(link)}</guid>
<description></description>
<content:encoded><![CDATA[]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date><![CDATA[]]></wp:post_date>
<wp:post_date_gmt><![CDATA[]]></wp:post_date_gmt>
<wp:post_modified><![CDATA[]]></wp:post_modified>
<wp:post_modified_gmt><![CDATA[]]></wp:post_modified_gmt>
<wp:comment_status><![CDATA[open]]></wp:comment_status>
<wp:ping_status><![CDATA[open]]></wp:ping_status>
<wp:post_name>${cdata(slug)}</wp:post_name>
<wp:status><![CDATA[publish]]></wp:status>
<wp:post_parent>0</wp:post_parent>
<wp:menu_order>0</wp:menu_order>
<wp:post_type><![CDATA[post]]></wp:post_type>
<wp:post_password><![CDATA[]]></wp:post_password>
<wp:is_sticky>0</wp:is_sticky>
`;
}

/** Refbacks have no type there, and what reads the type shows them as pingbacks. */
const TYPES = { pingback: 'pingback', trackback: 'trackback', webmention: 'webmention', refback: 'pingback' } as const;

function comment(mention: Mention, id: number): string {
  const { source, author, title, excerpt } = present(mention);
  const type = TYPES[mention.protocols[0] ?? 'pingback'];
  const date = new Date(mention.receivedAt).toISOString().slice(0, 19).replace('T', ' ');
  // WordPress keeps the title of a trackback before its words, and both as markup; that of a pingback is its author.
  const strong = type === 'trackback' && title !== '' ? `<strong>${markup(title)}</strong>\n\n` : '';
  const name = author.name || (type === 'trackback' ? '' : title);
  return `<wp:comment>
<wp:comment_id>${id}</wp:comment_id>
<wp:comment_author>${cdata(markup(name))}</wp:comment_author>
<wp:comment_author_email><![CDATA[]]></wp:comment_author_email>
<wp:comment_author_url>${markup(type === 'webmention' && author.url ? author.url : source)}</wp:comment_author_url>
<wp:comment_author_IP><![CDATA[]]></wp:comment_author_IP>
<wp:comment_date>${cdata(date)}</wp:comment_date>
<wp:comment_date_gmt>${cdata(date)}</wp:comment_date_gmt>
<wp:comment_content>${cdata(`${strong}${markup(excerpt)}`)}</wp:comment_content>
<wp:comment_approved>${cdata(mention.moderation === 'approved' ? '1' : '0')}</wp:comment_approved>
<wp:comment_type>${cdata(type)}</wp:comment_type>
<wp:comment_parent>0</wp:comment_parent>
<wp:comment_user_id>0</wp:comment_user_id>
${type === 'webmention' ? webmentionMeta(mention, source) : ''}</wp:comment>
`;
}

/** What the plug-in for webmentions looks for. */
function webmentionMeta({ entry }: Mention, source: string): string {
  const meta = [
    ['protocol', 'webmention'],
    ['webmention_source_url', source],
    ['semantic_linkbacks_type', entry?.kind ?? 'mention'],
  ];
  return meta
    .map(
      ([key, value = '']) =>
        `<wp:commentmeta><wp:meta_key>${cdata(key ?? '')}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:commentmeta>\n`,
    )
    .join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as markup of HTML or XML. */
function markup(text: string): string {
  return xml(text).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
}

/** As WordPress keeps titles: quotes stay what they are. */
function titleMarkup(text: string): string {
  return xml(text).replace(/[&<>]/g, (character) => ESCAPES[character] ?? '');
}

function cdata(text: string): string {
  return `<![CDATA[${xml(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
