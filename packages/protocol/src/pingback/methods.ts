import type { ReceiverReply } from '../exchange.ts';
import { FAULT } from '../fault.ts';
import type { Caller, Inbox } from '../inbox.ts';
import { tellUnusable } from '../unusable.ts';
import { FAULT_TEXT } from '../xml-rpc/fault-text.ts';
import type { Value } from '../xml-rpc/value.ts';
import type { Writable } from '../xml-rpc/write.ts';
import { writeSuccess } from '../xml-rpc/write.ts';
import { codeReply, decisionReply, faultReply } from './answer.ts';
import { readPing, readUrlParam, textsOf } from './call.ts';
import { xmlReply } from './exchange.ts';

interface Method {
  /** Return type, then the types of the parameters, in XML-RPC's names. */
  readonly signature: readonly string[];
  readonly help: string;
  answer(params: readonly Value[], caller: Caller): Promise<ReceiverReply> | ReceiverReply;
}

const CAPABILITIES: Writable = {
  xmlrpc: { specUrl: 'http://www.xmlrpc.com/spec', specVersion: 1 },
  faults_interop: {
    specUrl: 'http://xmlrpc-epi.sourceforge.net/specs/rfc.fault_codes.php',
    specVersion: 20010516,
  },
  introspect: { specUrl: 'http://xmlrpc-c.sourceforge.net/introspection.html', specVersion: 1 },
  pingback: { specUrl: 'http://www.hixie.ch/specs/pingback/pingback', specVersion: 1 },
};

function success(value: Writable): ReceiverReply {
  return xmlReply(writeSuccess(value));
}

function wrongParams(expected: string): ReceiverReply {
  return faultReply({ code: FAULT.invalidParams, message: `${FAULT_TEXT[FAULT.invalidParams]}: ${expected}` });
}

function ping(inbox: Inbox): Method {
  return {
    signature: ['string', 'string', 'string'],
    help: 'Tells this site that the page at the first URL (source) links to the page at the second URL (target).',
    async answer(params, caller) {
      const notification = readPing(params);
      if (notification === undefined) {
        await tellUnusable(inbox, 'pingback', ...textsOf(params), caller);
        return wrongParams('pingback.ping takes two strings, the absolute http(s) URLs of source and target');
      }
      return decisionReply(await inbox.accept(notification, caller));
    },
  };
}

function getPingbacks(inbox: Inbox): Method {
  return {
    signature: ['array', 'string'],
    help: 'Lists the source URLs of the pingbacks that are public under the page at this URL.',
    async answer(params) {
      const target = readUrlParam(params);
      if (target === undefined) {
        return wrongParams('pingback.extensions.getPingbacks takes one string, the absolute http(s) URL of a page');
      }
      const sources = await inbox.pingbacks(target);
      return sources === undefined
        ? decisionReply({ outcome: 'refused', because: 'target-unusable' })
        : success(sources);
    },
  };
}

function withoutParams(help: string, type: string, value: () => Writable): Method {
  return {
    signature: [type],
    help,
    answer: (params) => (params.length === 0 ? success(value()) : wrongParams('this method takes none')),
  };
}

function aboutMethod(
  help: string,
  type: string,
  methods: ReadonlyMap<string, Method>,
  value: (method: Method) => Writable,
): Method {
  return {
    signature: [type, 'string'],
    help,
    answer(params) {
      const [name, ...more] = params;
      if (name?.type !== 'string' || more.length > 0) return wrongParams('this method takes one string, a method name');
      const method = methods.get(name.text.trim());
      return method === undefined ? codeReply(FAULT.methodNotFound) : success(value(method));
    },
  };
}

/**
 * Every method of the endpoint by its exact name; what is not in the map does not exist. `system.multicall` is left out
 * on purpose: it turns one request into hundreds of pings, and nobody needs it for one.
 */
export function createMethods(inbox: Inbox): ReadonlyMap<string, Method> {
  const methods = new Map<string, Method>();
  methods.set('pingback.ping', ping(inbox));
  methods.set('pingback.extensions.getPingbacks', getPingbacks(inbox));
  methods.set(
    'system.listMethods',
    withoutParams('Lists the methods.', 'array', () => [...methods.keys()]),
  );
  methods.set(
    'system.getCapabilities',
    withoutParams('Names the specifications that hold.', 'struct', () => CAPABILITIES),
  );
  methods.set(
    'system.methodSignature',
    aboutMethod('Lists the signatures of a method.', 'array', methods, (method) => [method.signature]),
  );
  methods.set(
    'system.methodHelp',
    aboutMethod('Says what a method does.', 'string', methods, (method) => method.help),
  );
  return methods;
}
