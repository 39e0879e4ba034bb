import { parseUrl } from '@hearback/protocol';
import { Hono } from 'hono';
import { type BuildHook, type Site, wantsToken } from '../../site.ts';
import type { Words } from '../../words/words.ts';
import type { WebDeps } from '../deps.ts';
import { line } from '../text.ts';
import { Csrf, page } from './layout.tsx';
import { Marked } from './marked.tsx';
import { useWords } from './speaking.tsx';
import { type DeskEnv, noteDone, type Visitor } from './visitor.ts';

const MOST = 2000;

type Wrong = Partial<Record<'url' | 'token', keyof Words['build']>>;

/** Whom to tell when what the readers of a site are shown has changed, so that a site that is built is built anew. */
export function buildHookRoutes(deps: Pick<WebDeps, 'store' | 'directory' | 'clock' | 'onWork'>): Hono<DeskEnv> {
  const { store, directory, clock } = deps;
  const routes = new Hono<DeskEnv>();

  routes.get('/:id/build', async (c) => {
    await directory.refresh();
    const site = directory.byId(c.req.param('id'));
    if (!site) return c.notFound();
    const done = DONE[c.req.query('done') ?? ''];
    return c.html(show(c.var.visitor, site, { done }));
  });

  routes.post('/:id/build', async (c) => {
    const site = directory.byId(c.req.param('id'));
    if (!site) return c.notFound();
    const back = (done: keyof typeof DONE) => c.redirect(`/admin/sites/${site.id}/build?done=${done}`, 303);
    const { form } = c.var;
    if (form.get('do') === 'now') {
      const subject = `build ${site.id}`;
      if (site.buildHook) await store.jobs.enqueue({ kind: 'hook', subject, group: subject, startAfter: clock.now() });
      deps.onWork?.();
      return back('asked');
    }
    if (form.get('do') === 'off') {
      await store.sites.setSwitches(site.id, { buildHook: null });
      // The address itself is a key, and the list of who did what is read by more people than may use it.
      await noteDone(deps, c, 'site changed', site.id, 'build hook off');
      await directory.refresh();
      return back('off');
    }
    const given = hookOf(form);
    if ('wrong' in given) return c.html(show(c.var.visitor, site, given), 422);
    await store.sites.setSwitches(site.id, { buildHook: given.hook });
    await noteDone(deps, c, 'site changed', site.id, `build hook at ${new URL(given.hook.url).host}`);
    await directory.refresh();
    return back('saved');
  });
  return routes;
}

const DONE: Readonly<Record<string, 'saved' | 'asked' | 'off'>> = { saved: 'saved', asked: 'asked', off: 'off' };

function hookOf(form: URLSearchParams): { readonly hook: BuildHook } | { readonly wrong: Wrong; readonly url: string } {
  const url = (form.get('url') ?? '').trim();
  const token = (form.get('token') ?? '').trim();
  const parsed = parseUrl(url);
  const wrong: Wrong = {
    ...((!parsed.ok || url.length > MOST) && { url: 'noUrl' }),
    ...(wantsToken(url) && !token && { token: 'noToken' }),
    ...(/[^\x21-\x7e]/.test(token) && { token: 'badToken' }),
  };
  if (Object.keys(wrong).length > 0) return { wrong, url };
  return { hook: { url: parsed.ok ? parsed.url.href : url, ...(token && { token }) } };
}

interface State {
  readonly done?: 'saved' | 'asked' | 'off' | undefined;
  readonly wrong?: Wrong;
  readonly url?: string;
}

function show(visitor: Visitor, site: Site, state: State) {
  const { titleOf } = visitor.words.build;
  const name = line(site.name);
  return page({
    title: titleOf.replace('{site}', () => name),
    section: 'sites',
    visitor,
    children: (
      <>
        <h1>
          <Marked text={titleOf} with={{ site: <bdi>{name}</bdi> }} />
        </h1>
        <Body site={site} state={state} visitor={visitor} />
      </>
    ),
  });
}

function Body({ site, state, visitor }: { site: Site; state: State; visitor: Visitor }) {
  const { build, write } = useWords();
  const { buildHook: hook, buildSaid: said } = site;
  return (
    <>
      {state.done && <p role="status">{build[state.done]}</p>}
      <p>{build.what}</p>
      <p>{hook ? build.isAt(new URL(hook.url).host, hook.url.slice(-4)) : build.none}</p>
      {hook && said && (
        <p class={said.ok ? undefined : 'warning'}>
          {build.last(write.moment(said.at))} <q>{line(said.reason)}</q>
        </p>
      )}
      <form method="post" action={`/admin/sites/${site.id}/build`}>
        <Csrf visitor={visitor} />
        <Given name="url" label={build.url} hint={build.urlHint} value={state.url} wrong={state.wrong?.url} />
        <Given name="token" label={build.token} hint={build.tokenHint} wrong={state.wrong?.token} />
        <button type="submit" name="do" value="save">
          {build.save}
        </button>
      </form>
      {hook && (
        <form method="post" action={`/admin/sites/${site.id}/build`}>
          <Csrf visitor={visitor} />
          <button type="submit" name="do" value="now" class="secondary outline">
            {build.now}
          </button>{' '}
          <button type="submit" name="do" value="off" class="secondary outline">
            {build.turnOff}
          </button>
        </form>
      )}
      <p>
        <a href="/admin/sites">{build.back}</a>
      </p>
    </>
  );
}

interface GivenProps {
  readonly name: 'url' | 'token';
  readonly label: string;
  readonly hint: string;
  readonly value?: string | undefined;
  readonly wrong: keyof Words['build'] | undefined;
}

function Given({ name, label, hint, value, wrong }: GivenProps) {
  const { build } = useWords();
  return (
    <label>
      {label}
      <input
        name={name}
        type={name === 'token' ? 'password' : 'text'}
        inputmode={name === 'url' ? 'url' : undefined}
        value={value}
        autocomplete="off"
        required={name === 'url'}
        aria-invalid={wrong && 'true'}
        aria-describedby={`${name}-note`}
      />
      <small id={`${name}-note`}>{wrong ? String(build[wrong]) : hint}</small>
    </label>
  );
}
