import { describe, expect, it } from 'vitest';
import { readTrackbackReply } from '../../src/trackback/outcome.ts';
import { type Message, readCapture } from '../support/captures.ts';
import { reply } from '../support/http.ts';
import { OK, sendForm } from './send-form.ts';

const FOLDER = 'trackback/captures/';
const of = (side: Message['side'], name: string) =>
  readCapture(name, FOLDER).filter((message) => message.side === side);

describe('WordPress as a client', () => {
  const requests = of('CLIENT', 'wp-08-client-trackback-send.txt');

  it('is taken, with its words', async () => {
    expect(requests).toHaveLength(3);
    for (const { headers, body } of requests) {
      const answer = await sendForm(body, { headers });
      expect(answer.text).toBe(OK);
      expect(answer.accepted).toMatchObject([
        {
          source: 'http://127.0.0.1:8081/trackback-test-more-2/',
          says: {
            title: 'Träckback tést & more',
            excerpt: 'Some content with ümlauts & entities, quite a bit of it.',
            siteName: 'Rig blog A',
          },
        },
      ]);
    }
  });
});

describe('what was tried on WordPress as a server', () => {
  const requests = of('CLIENT', 'wp-09-server-trackback-receive.txt');

  it('is read here too', async () => {
    const answers = [];
    for (const { start, headers, body } of requests) {
      const [method = ''] = start.split(' ');
      answers.push(await sendForm(body, { method, headers }));
    }
    const S = (last: string) => `http://127.0.0.1:9100/s/${last}`;
    expect(answers.map(({ status, accepted }) => accepted[0]?.source ?? status)).toEqual([
      S('tb1'),
      S('tb1'),
      S('tb2'),
      200,
      200,
      405,
      S('tb3'),
      S('tb3'),
      S('tb4'),
    ]);
    expect(answers[2]?.accepted[0]?.says).toEqual({ title: 'Täst', excerpt: 'x', siteName: 'Büro' });
  });

  it('its replies mean what they say', () => {
    const outcomes = of('SERVER', 'wp-09-server-trackback-receive.txt').map(({ start, headers, body }) => {
      const status = Number(start.split(' ')[1]);
      return readTrackbackReply(reply('http://127.0.0.1:8082/', { status, headers: Object.entries(headers), body }))
        .outcome;
    });
    // Taken, duplicate, taken, no title, no fields, GET, closed; the 404 page was cut; then an unknown id.
    expect(outcomes).toEqual(['delivered', 'already', 'delivered', 'failed', 'failed', 'failed', 'refused', 'refused']);
  });
});
