import type { Folder, FolderFile, PageReader } from '../ports/index.ts';
import { choiceOf, mayBeList, type Site } from '../site.ts';
import type { ListedPage, Listing, PageVersion } from './listing.ts';
import { fingerprint, notPost } from './post-version.ts';

export interface FolderDeps {
  readonly folder: Folder;
  readonly reader: Pick<PageReader, 'read'>;
}

const HEADERS = [['content-type', 'text/html']] as const;

/**
 * Lists the pages of a site by the files that it was built to. The folder says what changed; what is announced is the page
 * on the web, since that is what receivers look at.
 */
export async function readFolder({ folder, reader }: FolderDeps, site: Site, path: string): Promise<Listing> {
  const found = await folder.list(path);
  if (!found.ok) return { ...found, retryAfter: undefined };

  function pageOf({ path: file, stamp }: FolderFile): ListedPage {
    const url = addressOf(site, file);
    async function read(): Promise<PageVersion> {
      const body = await folder.read(path, file);
      if (body === undefined) return { ok: false, reason: `The file ${file} cannot be read.` };
      const given = { body, headers: HEADERS, finalUrl: url, choice: choiceOf(site) };
      const content = await reader.read('content', given);
      if (!content.ok) return content;
      const reason = notPost(url, content.reading, { mayBeList: mayBeList(site) });
      return reason === undefined ? { ok: true, version: await fingerprint(content.reading) } : { ok: false, reason };
    }
    return { url, title: '', published: undefined, mark: stamp, read };
  }
  // What is answered for addresses that do not exist is no page.
  const files = found.files.filter((file) => !/(?:^|\/)404(?:\/index)?\.html?$/i.test(file.path));
  return { ok: true, kind: 'folder', pages: files.map(pageOf), headers: [] };
}

/** `posts/one/index.html` is the page `posts/one/`. */
function addressOf({ url }: Site, path: string): string {
  const base = url.endsWith('/') ? url : `${url}/`;
  const parts = path.replace(/(^|\/)index\.html?$/i, '$1').split('/');
  return new URL(parts.map(encodeURIComponent).join('/'), base).href;
}
