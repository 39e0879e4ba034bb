import type { FindEndpointDeps } from '../outbound/find-endpoint.ts';
import type { Examination } from './finding.ts';
import { readPageAsSource } from './source.ts';
import { checkSource } from './source-checks.ts';

/** Says what receivers would hold against a page of ours that links to them. Never rejects for anything in the page. */
export async function examine(deps: FindEndpointDeps, url: URL): Promise<Examination> {
  const source = await readPageAsSource(deps, url);
  const common = { url: url.href, role: 'source' } as const;
  if ('level' in source) return { ...common, links: 0, findings: [source] };
  return { ...common, links: source.links.length, findings: checkSource(source) };
}
