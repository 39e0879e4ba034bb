import type { Target } from '../target.ts';
import { feeds } from './feeds.ts';
import { forms } from './forms.ts';
import { html } from './html.ts';
import { linkHeader } from './link-header.ts';
import { trackbackRdf } from './trackback-rdf.ts';
import { url } from './url.ts';
import { visits } from './visits.ts';
import { xmlRpcCall } from './xml-rpc-call.ts';
import { xmlRpcReply } from './xml-rpc-reply.ts';

export const TARGETS: readonly Target[] = [
  xmlRpcCall,
  xmlRpcReply,
  linkHeader,
  html,
  trackbackRdf,
  url,
  forms,
  visits,
  feeds,
];
