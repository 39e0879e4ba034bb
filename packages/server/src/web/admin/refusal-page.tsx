import type { Context } from 'hono';
import { nextForRefusal } from '../../next-step.ts';
import type { WebDeps } from '../deps.ts';
import { Fact, Facts } from './facts.tsx';
import { page } from './layout.tsx';
import { Outward } from './outward.tsx';
import { PROTOCOL_NAME } from './sentences.ts';
import { Trace } from './trace.tsx';
import type { DeskEnv } from './visitor.ts';

/** What was turned away: what it was, why, and what to do. */
export async function showRefusal({ store, clock }: Pick<WebDeps, 'store' | 'clock'>, c: Context<DeskEnv>) {
  const refusal = await store.refusals.byId(c.req.param('id') ?? '');
  if (!refusal) return c.notFound();
  const { visitor, words } = c.var;
  const { source, target, protocol, at, reason, repeats } = refusal;
  const steps = [{ at, step: 'screened', outcome: 'refused', reason }] as const;
  const content = (
    <>
      <h1>{words.refused.title}</h1>
      <Facts>
        <Fact name={words.refused.from}>
          <Outward url={source} />
        </Fact>
        <Fact name={words.refused.about}>
          <Outward url={target} />
        </Fact>
        <Fact name={words.deliveries.by}>{PROTOCOL_NAME[protocol]}</Fact>
      </Facts>
      {repeats > 0 && <p>{words.refused.repeated(repeats)}</p>}
      <Trace steps={steps} now={clock.now()} next={nextForRefusal(refusal)} />
    </>
  );
  return c.html(page({ title: words.refused.title, section: 'refused', visitor, children: content }));
}
