import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');

export const rules: Dictionary['rules'] = {
  title: 'Reglas',
  fresh: 'Una regla nueva',
  what: 'Qué hace',
  toWhat: 'A qué se aplica',
  choices: {
    host: 'un dominio o una dirección',
    author: 'la página de un autor',
    word: 'palabras, tal cual',
    text: 'letras, también dentro de palabras',
  },
  value: 'Dominio, dirección o palabras',
  site: 'En el sitio',
  see: 'Ver qué abarcaría',
  problem: {
    empty: 'Una regla necesita un dominio, una dirección o palabras.',
    words: 'Las palabras de una regla tienen de 1 a 200 caracteres.',
    neither: 'Esto no es ni un dominio ni una dirección, como spam.example o https://host.example/~eve/.',
    path: 'Esto tiene una ruta; una regla para un dominio es solo un nombre, como spam.example.',
  },
  shared:
    'Cualquiera puede tener un sitio bajo {host}: esta regla afectaría a personas que no tienen nada que ver entre sí. Una regla para uno de sus nombres, como {one}, solo afecta a ese.',
  covers: (held, shown) =>
    `Abarca ${count(held, { one: '# mención en espera', other: '# menciones en espera' })} y ${count(shown, { one: '# mostrada', other: '# mostradas' })}.`,
  partial: 'Solo se miraron las diez mil más recientes.',
  atOnce: 'Las que esperan se deciden enseguida; las mostradas se quedan hasta que decidas tú sobre ellas.',
  everybody: 'Me refiero a todos los que están bajo este nombre',
  make: 'Crear esta regla',
  ratherNot: 'Mejor no',
  none: 'Aún no hay reglas en {site}.',
  remove: 'Quitar',
  removeOne: (value) => `Quitar la regla para ${value}`,
  done: {
    made: 'La regla está creada.',
    removed: 'La regla se ha quitado, y lo que rechazó vuelve a esperarte.',
    subscribed: 'Suscripción hecha; la lista se está leyendo.',
    known: 'Ya hay una suscripción a esa lista.',
    unsubscribed: 'La lista se ha quitado, con todos sus dominios.',
  },
  decided: (mentions) => count(mentions, { one: 'Ha decidido # mención.', other: 'Ha decidido # menciones.' }),
};
