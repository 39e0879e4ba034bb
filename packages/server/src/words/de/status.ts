import type { Dictionary } from '../dictionary.ts';

export const status: Dictionary['status'] = {
  queued: {
    title: 'In der Schlange',
    sentence: 'Sie ist angekommen. Sie wird geprüft oder wartet darauf, dass der Inhaber der Website sie liest.',
  },
  published: { title: 'Veröffentlicht', sentence: 'Sie ist veröffentlicht.' },
  'not accepted': { title: 'Nicht angenommen', sentence: 'Sie wurde nicht angenommen.' },
};
