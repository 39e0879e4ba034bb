import type { Dictionary } from '../dictionary.ts';

export const trace: Dictionary['trace'] = {
  whatHappened: 'Qué ha pasado',
  wire: 'Lo que se envió y se respondió',
  wireNote:
    'El comienzo de cada petición y respuesta, como texto. Los secretos que contienen se ocultan; de cada respuesta se guarda el primer KiB.',
};
