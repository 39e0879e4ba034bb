import type { Inbox, Notification, Receiver } from '../../packages/protocol/src/index.ts';
import { must, textOf } from './target.ts';

type Create = (inbox: Inbox) => Receiver;

/** A receiver whose inbox takes everything and remembers it. */
export function receiving(create: Create): { readonly receiver: Receiver; readonly heard: readonly Notification[] } {
  const heard: Notification[] = [];
  const receiver = create({
    async accept(notification) {
      heard.push(notification);
      return { outcome: 'accepted', statusUrl: 'https://hear.example/status/0' };
    },
    pingbacks: async () => ['https://bob.example/public'],
  });
  return { receiver, heard };
}

/** Longest body that is also sent in pieces: building a request costs more than reading it. */
const PIECEMEAL = 300;

/** The replies of a receiver: texts of its own, so that there are few of them however many requests there were. */
export function knownReplies(most: number) {
  const known = new Set<string>();
  return {
    mustKnow(text: string): void {
      known.add(text);
      must(known.size <= most, `there are no more than ${most} replies: nothing of a request comes back`);
    },
    async mustBeSameInPieces(create: Create, type: string, input: Uint8Array, whole: string): Promise<void> {
      if (input.length === 0 || input.length > PIECEMEAL) return;
      const body = new ReadableStream<Uint8Array>({
        start(stream) {
          for (let at = 0; at < input.length; at += 7) stream.enqueue(input.slice(at, at + 7));
          stream.close();
        },
      });
      const { receiver } = receiving(create);
      const init = { method: 'POST', headers: { 'content-type': type }, body, duplex: 'half' };
      const response = await receiver.fetch(new Request('https://hear.example/x?target=https://alice.example/', init));
      must(
        textOf(new Uint8Array(await response.arrayBuffer())) === whole,
        'a body in pieces is answered like a whole one',
      );
    },
  };
}
