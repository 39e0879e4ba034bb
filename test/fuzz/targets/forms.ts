import { createTrackbackReceiver, createWebmentionReceiver, parseUrl } from '../../../packages/protocol/src/index.ts';
import { readPing } from '../../../packages/protocol/src/trackback/ping.ts';
import { readForm } from '../../../packages/protocol/src/webmention/form.ts';
import { knownReplies, receiving } from '../receiving.ts';
import { must, mustBeText, type Target, textOf } from '../target.ts';

const TYPE = 'application/x-www-form-urlencoded';
const headers = { 'content-type': TYPE };
const replies = knownReplies(30);

export const forms: Target = {
  name: 'forms',
  oracles: [
    'an accepted webmention repeats its two URLs in ASCII and nothing else; every other reply is one of few texts',
    'what is accepted are usable URLs in ASCII; written again as a form it is the same notification',
    'texts of a TrackBack are one line each, well-formed, without control characters, within their lengths',
    'a body in pieces is answered like a whole one',
  ],
  maxBytes: 16 * 1024,
  seeds: [
    'source=https%3A%2F%2Fbob.example%2F1&target=https%3A%2F%2Falice.example%2Fpost&vouch=https://carol.example/',
    'url=https://bob.example/1&title=caf%E9&excerpt=a%20%3Cb%3Eb&blog_name=Bob&charset=iso-8859-1',
    'source=a&source=b&target[]=c',
    'url=https%3A%2F%2Fbob.example%2F%C3%A4&title=%F0%9F%91%A8&excerpt=%E2%80%AE',
    'url=https://bob.example/&title=%82%A0&charset=shift_jis',
  ],
  tokens: [
    ...[
      'source=',
      'target=',
      'url=',
      'title=',
      'excerpt=',
      'blog_name=',
      'charset=',
      'vouch=',
      '&',
      '=',
      '%',
      '+',
      '[]',
      '%00',
      '%0a',
    ],
    ...[
      '%E9',
      '%C3%A4',
      '%ff%fe',
      '%E2%80%AE',
      '%26',
      '%25',
      '%3Cscript%3E',
      'https://',
      'https%3A%2F%2Fbob.example%2F1',
      'https://alice.example/',
    ],
    ...[
      'utf-8',
      'utf-16',
      'windows-1251',
      'euc-kr',
      'gb18030',
      '&amp;',
      '&lt;b&gt;',
      'url[',
      'ä',
      '\u{1f468}\u200d',
      '\u0301\u0301\u0301',
    ],
  ],
  read: (input) => [readForm(input), readPing(input, TYPE)],
  async check(input) {
    const mention = receiving(createWebmentionReceiver);
    const reply = await mention.receiver.receive({ method: 'POST', headers, body: input, caller: {} });
    const text = textOf(reply.body);
    if (mention.heard.length === 0) {
      must(reply.status === 400, 'a form that is no webmention is answered with HTTP 400');
      replies.mustKnow(text);
    }
    for (const { source, target, vouch } of mention.heard) {
      must(reply.status === 201, 'a webmention is answered with HTTP 201');
      const rest = text.replace(JSON.stringify(source), '').replace(JSON.stringify(target), '');
      replies.mustKnow(rest);
      for (const url of [source, target, vouch || source])
        must(parseUrl(url).ok && /^[!-~]+$/.test(url), 'what is accepted are usable URLs in ASCII');
      const again = readForm(
        new TextEncoder().encode(
          new URLSearchParams({ source, target, ...(vouch !== undefined && { vouch: vouch || 'none' }) }).toString(),
        ),
      );
      must(
        again.ok && JSON.stringify(again.notification) === JSON.stringify(mention.heard[0]),
        'a form written again is the same webmention',
      );
    }
    await replies.mustBeSameInPieces(createWebmentionReceiver, TYPE, input, text);

    const query = 'target=https://alice.example/';
    const trackback = receiving(createTrackbackReceiver);
    const answer = await trackback.receiver.receive({ method: 'POST', headers, query, body: input, caller: {} });
    replies.mustKnow(textOf(answer.body));
    must(
      /^<\?xml [^<>]*\?><response><error>[01]<\/error>(?:<message>[^<>&]*<\/message>)?<\/response>$/.test(
        textOf(answer.body),
      ),
      'a TrackBack is answered in its own XML',
    );
    for (const { source, says } of trackback.heard) {
      must(parseUrl(source).ok && /^[!-~]+$/.test(source), 'what is accepted are usable URLs in ASCII');
      if (says?.title !== source) mustBeText(says?.title ?? '', 250, 'a title');
      mustBeText(says?.excerpt ?? '', 252, 'an excerpt');
      mustBeText(says?.siteName ?? '', 250, "a weblog's name");
    }
    await replies.mustBeSameInPieces(createTrackbackReceiver, TYPE, input, textOf(answer.body));
  },
};
