import type { Dictionary } from '../dictionary.ts';

export const status: Dictionary['status'] = {
  queued: {
    title: 'En file',
    sentence: 'Elle a été reçue. Elle est en cours de contrôle, ou attend que le propriétaire du site la lise.',
  },
  published: { title: 'Publiée', sentence: 'Elle est publiée.' },
  'not accepted': { title: 'Non acceptée', sentence: 'Elle n’a pas été acceptée.' },
};
