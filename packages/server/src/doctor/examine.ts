import type { Examination, Role, ToldFinding } from './finding.ts';
import { problem, told } from './finding.ts';
import { noAnswer } from './no-answer.ts';
import { readPageAsSource } from './source.ts';
import { checkSource } from './source-checks.ts';
import { type LookAtTargetDeps, lookAtTarget } from './target.ts';
import { checkTarget } from './target-checks.ts';

export type ExamineDeps = LookAtTargetDeps;

interface Looked {
  readonly findings: readonly ToldFinding[];
  readonly links: number;
  readonly endpoints: Examination['endpoints'];
  /** Nothing came that could be looked at, so there is no use in asking again. */
  readonly isDown: boolean;
}

/**
 * Says what keeps notifications about a page from arriving, and what receivers would hold against the page when it links
 * to them. Asked for neither, it is looked at as both, and what it plainly is not is not held against it. Never rejects
 * for anything in the page.
 */
export async function examine(deps: ExamineDeps, url: URL, as?: Role): Promise<Examination> {
  const target = as === 'source' ? undefined : await asTarget(deps, url, as === 'target');
  const source = as === 'target' || target?.isDown ? undefined : await asSource(deps, url);
  const ofTarget = target?.findings ?? [];
  const ofSource = source?.findings ?? [];
  return {
    url: url.href,
    roles: [...(target ? ['target' as const] : []), ...(source ? ['source' as const] : [])],
    links: source?.links ?? 0,
    endpoints: target?.endpoints ?? [],
    findings: [...ofTarget, ...(target && source ? ofSource.filter(belonging(target, source)) : ofSource)],
  };
}

/** What was said of the page as a target already is not said again, and no links and no endpoint speak against sources only. */
function belonging(target: Looked, source: Looked): (finding: ToldFinding) => boolean {
  const isTarget = target.endpoints.length > 0;
  const isSource = !source.findings.some(({ code }) => code === 'no-links');
  return ({ code }) => {
    if (isTarget && (!isSource || code === 'no-pingback')) return false;
    if (code === 'no-pingback' && !isSource) return false;
    return !target.findings.some((said) => said.code === code);
  };
}

async function asTarget(deps: ExamineDeps, url: URL, isMeant: boolean): Promise<Looked> {
  const looked = await lookAtTarget(deps, url);
  const tell = told('target');
  if ('failure' in looked) {
    const { failure } = looked;
    const finding = failure === 'unreadable' ? problem('unreadable') : noAnswer(failure);
    return { links: 0, endpoints: [], isDown: true, findings: [tell(finding)] };
  }
  const { endpoints } = looked.discovery;
  return {
    links: 0,
    endpoints: endpoints.map(({ protocol, url: endpoint, via }) => ({ protocol, url: endpoint, via })),
    isDown: looked.get.answer.status !== 200,
    findings: checkTarget(looked, isMeant).map(tell),
  };
}

async function asSource(deps: ExamineDeps, url: URL): Promise<Looked> {
  const source = await readPageAsSource(deps, url);
  const tell = told('source');
  const looked = { links: 0, endpoints: [], isDown: false };
  if ('level' in source) return { ...looked, findings: [tell(source)] };
  return { ...looked, links: source.links.length, findings: checkSource(source).map(tell) };
}
