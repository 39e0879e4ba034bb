import { LINK_DECISIONS, type LinkDecision } from '../../notice-link.ts';

/** The right to decide one thing about one mention, for two weeks. */
export interface Ticket {
  readonly decision: LinkDecision;
  readonly mention: string;
  /** Whose mail it stands in. */
  readonly recipient: string;
  readonly until: number;
}

export interface Tickets {
  seal(ticket: Ticket): Promise<string>;
  /** `undefined` for what was not sealed here, and for what is over. */
  open(text: string, now: number): Promise<Ticket | undefined>;
  /** The right to end the mails to a recipient; it is never over, for old mails have it too. */
  sealStop(recipient: string): Promise<string>;
  openStop(text: string): Promise<string | undefined>;
}

export const TICKET_MS = 14 * 24 * 3_600_000;
const ENCODER = new TextEncoder();
const DECIDE = new RegExp(
  `^(${LINK_DECISIONS.join('|')})\\.([\\w-]{1,64})\\.([\\w-]{1,64})\\.(\\d{1,15})\\.([0-9a-f]{64})$`,
);

/** Links that carry their right in themselves, so that nothing has to be kept of the thousands that are never used. */
export function createTickets(secret: () => Promise<string>): Tickets {
  let key: ReturnType<typeof crypto.subtle.importKey> | undefined;
  const how = { name: 'HMAC', hash: 'SHA-256' };
  function keyOf() {
    key ??= secret().then((text) =>
      crypto.subtle.importKey('raw', ENCODER.encode(text), how, false, ['sign', 'verify']),
    );
    return key;
  }

  async function sealed(use: 'decide' | 'stop', words: string): Promise<string> {
    const mac = await crypto.subtle.sign('HMAC', await keyOf(), ENCODER.encode(`${use}:${words}`));
    return `${words}.${[...new Uint8Array(mac)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  }

  async function isSealed(use: 'decide' | 'stop', words: string, mac: string): Promise<boolean> {
    const bytes = Uint8Array.from(mac.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
    return crypto.subtle.verify('HMAC', await keyOf(), bytes, ENCODER.encode(`${use}:${words}`));
  }

  return {
    seal: ({ decision, mention, recipient, until }) => sealed('decide', `${decision}.${mention}.${recipient}.${until}`),
    async open(text, now) {
      const [, decision, mention = '', recipient = '', end, mac = ''] = DECIDE.exec(text) ?? [];
      if (decision === undefined || !(await isSealed('decide', text.slice(0, -65), mac))) return undefined;
      const until = Number(end);
      // One that is good for longer than any was sealed under a clock that went wrong.
      if (now >= until || until - now > TICKET_MS) return undefined;
      return { decision: decision as LinkDecision, mention, recipient, until };
    },
    sealStop: (recipient) => sealed('stop', recipient),
    async openStop(text) {
      const [, recipient = '', mac = ''] = /^([\w-]{1,64})\.([0-9a-f]{64})$/.exec(text) ?? [];
      return mac !== '' && (await isSealed('stop', recipient, mac)) ? recipient : undefined;
    },
  };
}
