import { parseUrl } from '@hearback/protocol';
import { type Context, Hono } from 'hono';
import type { TestReport } from '../../doctor/send-test.ts';
import type { WebDeps } from '../deps.ts';
import { ExaminationShown, TestShown } from './doctor-report.tsx';
import { Csrf, page } from './layout.tsx';
import { useWords } from './speaking.tsx';
import { type DeskEnv, noteDone, type Visitor } from './visitor.ts';

/**
 * Asks a page of the owner's as others ask it, and tries whether notifications arrive. Only pages of the sites here: what
 * a page says makes this server ask further, and the owner answers for those.
 */
export function doctorRoutes(deps: Pick<WebDeps, 'store' | 'clock' | 'directory' | 'doctor'>): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();

  routes.get('/', (c) => {
    const sites = deps.directory.sites();
    const site = sites.length === 1 ? sites[0] : deps.directory.byId(c.req.query('site') ?? '');
    return show(c, c.req.query('url') ?? site?.url ?? '');
  });

  routes.post('/', async (c) => {
    const url = (c.var.form.get('url') ?? '').trim();
    const parsed = parseUrl(url);
    if (!deps.doctor || !parsed.ok || !deps.directory.resolve(parsed.url)) return show(c, url, { wrong: true });
    let test: TestReport | undefined;
    if (c.var.form.has('test')) {
      test = await deps.doctor.test(parsed.url);
      await noteDone(
        deps,
        c,
        'tested',
        url,
        test.tried.map(({ protocol, result }) => `${protocol} ${result}`).join(', '),
      );
    }
    const examination = await deps.doctor.examine(parsed.url);
    return show(c, url, {
      children: (
        <>
          {test && <TestShown test={test} />}
          <ExaminationShown examination={examination} />
        </>
      ),
    });
  });
  return routes;
}

interface Shown {
  readonly wrong?: boolean;
  readonly children?: unknown;
}

function show(c: Context<DeskEnv>, url: string, { wrong = false, children }: Shown = {}) {
  const { visitor, words } = c.var;
  const content = (
    <>
      <h1>{words.doctor.title}</h1>
      <p>{words.doctor.what}</p>
      <DoctorForm url={url} wrong={wrong} visitor={visitor} />
      {children}
    </>
  );
  return c.html(page({ title: words.doctor.title, section: 'sites', visitor, children: content }), wrong ? 422 : 200);
}

function DoctorForm({ url, wrong, visitor }: { url: string; wrong: boolean; visitor: Visitor }) {
  const { doctor } = useWords();
  return (
    <form method="post" action="/admin/doctor">
      <Csrf visitor={visitor} />
      <label>
        {doctor.address}
        <input
          name="url"
          type="url"
          required
          maxlength={2000}
          value={url}
          aria-invalid={wrong ? 'true' : undefined}
          aria-describedby="url-note"
        />
        <small id="url-note">{wrong ? doctor.notOurs : doctor.note}</small>
      </label>
      <p class="buttons">
        <button type="submit">{doctor.look}</button>
        <button type="submit" name="test" value="1" class="secondary outline" aria-describedby="test-note">
          {doctor.tryIt}
        </button>
      </p>
      <p class="faint" id="test-note">
        {doctor.tryNote}
      </p>
    </form>
  );
}
