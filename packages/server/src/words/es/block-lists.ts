import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');

export const blockLists: Dictionary['blockLists'] = {
  title: 'Listas de bloqueo',
  what: 'Los dominios que contienen se rechazan antes de descargar nada, en todos los sitios. Lo que permites siempre, no. Se vuelven a leer cada día.',
  domains: (domains) => count(domains, { one: '# dominio', other: '# dominios' }),
  skipped: (lines) => count(lines, { one: '# línea omitida', other: '# líneas omitidas' }),
  notRead: 'aún sin leer',
  looked: 'revisada {when}',
  remove: 'Quitar',
  removeOne: (address) => `Quitar ${address}`,
  address: 'Dirección de una lista, con un dominio por línea o en el formato de un archivo hosts',
  notWeb: 'Da una dirección web, como https://lists.example/spam.txt.',
  subscribe: 'Suscribirse',
};
