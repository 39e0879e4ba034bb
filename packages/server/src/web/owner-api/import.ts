import { type Context, Hono } from 'hono';
import type { ApiToken } from '../../access.ts';
import { FORMAT_NAMES } from '../../import/format-names.ts';
import { type ImportHow, type ImportRun, runState } from '../../import-run.ts';
import type { WebDeps } from '../deps.ts';
import { line } from '../text.ts';
import { isUpload, readUpload } from '../upload.ts';
import type { createBearer } from './bearer.ts';
import { missing, refusal, reply, strayed } from './reply.ts';

interface Env {
  Bindings: { readonly address?: string; readonly letLast?: () => void };
}
type Deps = Pick<WebDeps, 'store' | 'directory' | 'clock' | 'files' | 'publicUrl'>;

const MOST_SKIPS = 1000;

/** `POST /api/import`: files of other places, as the command `import` reads them; and how far each is. */
export function importApiRoutes(deps: Deps, bearer: ReturnType<typeof createBearer>): Hono<Env> {
  const { store, directory, clock, files } = deps;
  const { importRuns } = store;
  const api = new Hono<Env>();

  api.post('/', async (c) => {
    const admission = await bearer(c, 'import');
    if (!admission.ok) return admission.response;
    const { token } = admission;
    const site = token.site ?? c.req.query('site') ?? '';
    if (site !== '' && !directory.byId(site)) return missing();
    if (token.site !== undefined && (c.req.query('site') ?? site) !== site) return missing();
    const how = howIn(c);
    if (how instanceof Response) return how;
    c.env?.letLast?.();
    const file = await fileIn(c.req.raw);
    if (!file || !files) return refusal(400, 'invalid_input', 'The body is the file, or a form with it as "file".');
    const given = await files.give({ ...file, ...how, by: `token ${token.name}`, site });
    if (given.ok) {
      const [by, address] = [`token ${token.name}`, c.env?.address];
      await store.audit.add([
        { at: clock.now(), by, address, action: 'imported', subject: given.id, detail: line(file.name).slice(0, 200) },
      ]);
      const location = `${deps.publicUrl()}/api/import/${given.id}`;
      return reply(202, { id: given.id, url: location }, { Location: location });
    }
    if (given.why === 'busy')
      return refusal(429, 'too_many', 'Five files wait to be read already: wait for one of them.');
    return refusal(422, 'invalid_file', given.why === 'empty' ? 'The file is empty.' : `The file: ${given.reason}`);
  });

  api.get('/:id', async (c) => {
    const run = await find(c, c.req.param('id'));
    return run instanceof Response ? run : reply(200, runEntry(run, clock.now()));
  });

  api.get('/:id/skipped', async (c) => {
    const run = await find(c, c.req.param('id'));
    if (run instanceof Response) return run;
    const place = c.req.query('after') || '0';
    if (!/^\d{1,9}$/.test(place)) return strayed('after');
    const after = Number(place);
    const skips = await importRuns.skips(run.id, after, MOST_SKIPS);
    const last = skips.length === MOST_SKIPS ? skips.at(-1)?.n : undefined;
    const skipped = skips.map(({ place, why, what }) => ({ place: line(place), reason: why, source: line(what) }));
    return reply(200, { skipped, after: last === undefined ? null : String(last) });
  });

  async function find(c: Context<Env>, id: string): Promise<ImportRun | Response> {
    const admission = await bearer(c, 'import', 'read');
    if (!admission.ok) return admission.response;
    const run = await importRuns.byId(id);
    return run && reaches(admission.token, run) ? run : missing();
  }
  return api;
}

/** One of all sites is told of to nobody who reaches but one. */
function reaches({ site }: ApiToken, run: ImportRun): boolean {
  return site === undefined || site === run.site;
}

/** The flags of the command by their names. */
function howIn(c: Context): ImportHow | Response {
  const format = c.req.query('format') || undefined;
  if (format !== undefined && !FORMAT_NAMES.includes(format as never))
    return refusal(400, 'invalid_input', `"format" is one of ${FORMAT_NAMES.join(', ')}.`);
  const [old, now] = [c.req.queries('map-from') ?? [], c.req.queries('map-to') ?? []];
  if (old.length !== now.length || ![...old, ...now].every((text) => /^https?:\/\/./i.test(text) && URL.canParse(text)))
    return refusal(400, 'invalid_input', 'Each "map-from" wants a "map-to", and both are addresses.');
  const moves = old.map((from, at) => ({ from, to: now[at] ?? '' }));
  return { format, isDry: c.req.query('dry-run') === '1', ...(moves.length > 0 && { moves }) };
}

/** The body is the file itself, whatever it calls itself, or a form with it. */
async function fileIn(request: Request) {
  if (!isUpload(request))
    return request.body ? { name: '', bytes: request.body as AsyncIterable<Uint8Array> } : undefined;
  return (await readUpload(request))?.file;
}

function runEntry(run: ImportRun, now: number) {
  const { id, site, counts, how, size, done, problem } = run;
  return {
    id,
    state: runState(run, now),
    site: site === '' ? null : site,
    name: line(run.name),
    dryRun: how.isDry === true,
    size,
    done,
    ...{ read: counts.read, taken: counts.taken, linking: counts.linking, skipped: counts.skipped },
    problem: problem === '' ? null : line(problem),
    begun: new Date(run.begunAt).toISOString(),
    ended: run.endedAt === undefined ? null : new Date(run.endedAt).toISOString(),
  };
}
