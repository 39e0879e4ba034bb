import type { ServerResponse } from 'node:http';

/** What is known of the caller. */
export interface Known {
  Bindings: {
    readonly address?: string;
    readonly letLast?: () => void;
    /** Where the answer goes, when the request came by `node:http`: see `sendDirectly`. */
    readonly outgoing?: ServerResponse | undefined;
  };
}
