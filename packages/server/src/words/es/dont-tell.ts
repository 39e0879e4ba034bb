import type { Dictionary } from '../dictionary.ts';

export const dontTell: Dictionary['dontTell'] = {
  title: 'A quién no avisar',
  what: 'Los enlaces a estos servidores y rutas se omiten, y sus endpoints no se usan. Un servidor vale por todos los nombres bajo él, una ruta por todo lo que hay debajo.',
  configured: 'De la configuración',
  hostOrPath: 'Servidor o ruta',
  neither: 'Esto no es ni un servidor, como bob.example, ni una ruta en uno, como bob.example/private.',
  add: 'No avisar',
  nobody: 'No hay nadie en la lista.',
  remove: 'Volver a avisar',
  removeOne: (entry) => `Volver a avisar: ${entry}`,
};
