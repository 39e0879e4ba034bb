import type { Dictionary } from '../dictionary.ts';

export const status: Dictionary['status'] = {
  queued: {
    title: 'En cola',
    sentence: 'Se ha recibido. Se está comprobando, o espera a que la lea el propietario del sitio.',
  },
  published: { title: 'Publicada', sentence: 'Está publicada.' },
  'not accepted': { title: 'No aceptada', sentence: 'No se ha aceptado.' },
};
