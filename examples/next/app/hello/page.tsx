import { readFile } from 'node:fs/promises';
import { hearback, POST, publicUrl } from '../../lib/hearback';

export const metadata = { title: 'Hello' };
// Mentions come and go: not a page of the build.
export const dynamic = 'force-dynamic';

export default async function Hello() {
  const post = await readFile('posts/hello.html', 'utf8');
  const reply = await hearback.fetch(new Request(`${publicUrl}/fragment?target=${encodeURIComponent(POST)}`));
  const mentions = await reply.text();
  return (
    <>
      <link rel="webmention" href={`${publicUrl}/webmention`} />
      <link rel="pingback" href={`${publicUrl}/xmlrpc`} />
      {/* The post is ours; the fragment is safe to put into a page. */}
      <article className="h-entry" dangerouslySetInnerHTML={{ __html: post }} />
      {/* Outside of the entry: what the mentions link to is not announced. */}
      <div dangerouslySetInnerHTML={{ __html: mentions }} />
    </>
  );
}
