import { describe, expect, test } from 'vitest';
import { createNeverFetch } from '../../src/limits/never-fetch.ts';
import { get, openVictimWorld } from './victim-world.ts';

describe('who is never to be fetched', () => {
  test.each([
    ['by its name', ['victim.test'], 'http://victim.test/', 0],
    ['under a name below it', ['victim.test'], 'http://www.victim.test/', 0],
    ['with a star', ['*.victim.test'], 'http://www.victim.test/', 0],
    ['in capitals', ['VICTIM.Test'], 'http://victim.test/', 0],
    ['by its address', ['198.51.100.0/24'], 'http://victim.test/', 0],
    ['by one address', ['198.51.100.1'], 'http://victim.test/', 0],
    ['behind a redirect', ['victim.test'], 'http://other.test/', 1],
    ['not its neighbour', ['victim.test'], 'http://notvictim.test/', 1],
    ['not its parent', ['www.victim.test'], 'http://victim.test/', 1],
  ])('%s', async (_, list, url, departures) => {
    await using world = await openVictimWorld();
    world.redirects.set('http://other.test/', 'http://victim.test/');
    const http = world.start({ neverFetch: createNeverFetch(list) }).victims.http();
    const outcome = await http.request(get(url));
    expect(world.departures).toHaveLength(departures);
    if (departures === 0) expect(outcome).toMatchObject({ ok: false, kind: 'refused' });
  });
});
