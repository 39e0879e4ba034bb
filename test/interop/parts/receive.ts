import { type Check, insist } from '../lib/report.ts';
import { openVisitor } from '../lib/visitor.ts';
import type { World } from '../world.ts';

const TITLE = 'WordPress answers';

/** A post of WordPress that links to ours: received, verified, approved by its owner in a browser, shown under the post. */
export async function receive({ workshop, wordpress, hearback, post }: World, check: Check): Promise<void> {
  const { url } = await check('WordPress publishes a post that links to ours', () =>
    wordpress.publish(TITLE, `<p>I have read <a href="${post}">what they wrote</a>, and I do not agree.</p>`),
  );
  await check('its cron tells us, and the link is found on its page', async () => {
    await wordpress.runCron();
    const { target, protocol } = await hearback.mentionFrom(url, ({ link }) => link === 'live');
    insist(target === post, `the target is ${target}`);
    insist(protocol === 'pingback', `the protocol is ${protocol}`);
  });
  await check('it waits for its owner, and no reader sees it', async () => {
    const { moderation } = await hearback.mentionFrom(url, () => true);
    insist(moderation === 'pending', `it is ${moderation}`);
    const shown = await fetch(`${hearback.url}/fragment?target=${encodeURIComponent(post)}`);
    insist(shown.ok && !(await shown.text()).includes(TITLE), `/fragment answers ${shown.status} and shows it`);
  });
  const visitor = await check('a browser opens', () => openVisitor(workshop));
  await check('the owner sets a password and approves it in the inbox', async () => {
    await visitor.approve(hearback.setUpLink, TITLE);
    await hearback.mentionFrom(url, ({ moderation }) => moderation === 'approved');
  });
  await check('the widget shows it under our post', async () => {
    const text = await visitor.readWidget(post);
    insist(text.includes(TITLE), `the widget says "${text.slice(0, 300)}"`);
  });
}
