import { publish } from '../../src/outbound/publish.ts';
import { BLOG, blog, openHouse } from './house.ts';

export const POST = `${BLOG}post`;
export const ONE = 'https://rocks.example/update/1';
export const PART = 'https://rocks.example/update/1/part/2';

export const article = (text: string, ...hrefs: string[]) =>
  `<!doctype html><title>Post</title><nav><a href="/new">New: ${text.length}</a></nav><article><p>${text}</p>${hrefs.map((href) => `<a href="${href}">x</a>`).join('')}</article>`;

/** A house whose post links to pages that take webmentions; the key of their endpoint is good for one time. */
export async function openRocks(...hrefs: string[]) {
  const house = await openHouse(blog());
  let key = 0;
  for (const target of [ONE, PART]) {
    house.web.on(target, () => {
      key += 1;
      const endpoint = `${target}/ep?key=${key}`;
      house.web.on(endpoint, { status: 202 });
      return { headers: { link: `<${endpoint}>; rel=webmention` } };
    });
  }
  house.web.on(POST, article('First.', ...hrefs));
  const send = async () => {
    const before = house.web.lines('POST').length;
    const published = await publish(house.deps(), POST);
    await house.runDue();
    return { published, told: house.web.lines('POST').slice(before) };
  };
  return { house, send, web: house.web };
}
