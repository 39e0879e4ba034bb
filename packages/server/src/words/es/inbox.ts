import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');
const mentions = (n: number) => count(n, { one: '# mención', other: '# menciones' });

export const inbox: Dictionary['inbox'] = {
  inbox: 'Bandeja de entrada',
  tabs: {
    held: 'En espera',
    approved: 'Aprobadas',
    rejected: 'Rechazadas',
    spam: 'Spam',
    lost: 'Perdidas',
    all: 'Todas',
  },
  tabsLabel: 'Menciones',
  older: 'Menciones más antiguas',
  newest: 'Volver a las más nuevas',
  forgottenAfter: (days) =>
    `Lo que espera aquí ${count(days, { one: '# día', other: '# días' })} sin decisión se olvida.`,

  search: 'Buscar',
  searchHint: 'palabras enteras del título, pasaje, autor o direcciones',
  filters: 'Filtros',
  show: 'Mostrar',
  any: 'cualquiera',
  fields: {
    q: 'Palabras',
    site: 'Sitio',
    target: 'Tu página',
    author: 'Autor',
    domain: 'Dominio',
    kind: 'Tipo',
    protocol: 'Protocolo',
    from: 'Desde',
    to: 'Hasta',
  },
  hints: { target: 'su dirección', author: 'nombre o dirección', domain: 'blog.example' },
  kinds: {
    mention: 'Mención',
    reply: 'Respuesta',
    like: 'Me gusta',
    repost: 'Compartido',
    bookmark: 'Marcador',
    rsvp: 'Contestación a una invitación',
  },
  chosen: 'Acotado por',
  remove: (name) => `Quitar el filtro ${name}`,
  removeAll: 'Mostrar todo',

  problem: {
    show: '«show» es uno de held, approved, rejected, spam, lost y all.',
    q: '«Palabras» necesita al menos una letra o cifra.',
    site: '«Sitio» no es ninguno de los tuyos.',
    target: '«Tu página» es la dirección de una página, como https://tu.example/entrada.',
    author: '«Autor» es un nombre o la dirección de una página.',
    domain: '«Dominio» es un nombre de host sin ruta, como blog.example.',
    kind: '«Tipo» es uno de mention, reply, like, repost, bookmark y rsvp.',
    protocol: '«Protocolo» es uno de pingback, webmention, trackback y refback.',
    from: '«Desde» es un día del calendario, como 2026-11-25.',
    to: '«Hasta» es un día del calendario, como 2026-11-25.',
    order: '«Desde» es posterior a «Hasta»: no puede haber nada entre los dos.',
    before: '«before» no lleva a ningún lugar de la lista. Empieza por el principio.',
  },

  empty: {
    held: 'Nada te espera.',
    approved: 'Aún no hay nada aprobado. Lo que apruebas aparece enseguida bajo tus páginas.',
    rejected: 'No has rechazado nada.',
    spam: 'No hay spam. Lo que llamas spam se queda aquí y nunca se muestra.',
    lost: 'Todos los enlaces encontrados siguen ahí.',
    all: 'Aún no se ha recibido nada.',
  },
  emptyNext: {
    held: '[Ver lo que ven los lectores]',
    approved: '[Ver lo que te espera]',
    rejected: '[Ver lo que te espera]',
    spam: '[Escribir reglas que reconozcan el spam por sí solas]',
    lost: '[Ver lo que ven los lectores]',
    all: '[Copiar una línea en la cabecera de tus páginas]',
  },
  emptyFiltered: 'Ninguna mención coincide.',
  emptyElsewhere: 'En otras listas hay:',
  emptyHint: 'Solo se encuentran palabras enteras. Quita un filtro o mira en otra lista.',
  first: {
    title: 'Aún no hay menciones',
    twoThings: 'Dos cosas, y esta página se llena sola:',
    copy: '[Copia una línea en la cabecera de tus páginas] para que otros blogs te encuentren.',
    link: 'Enlaza a una de tus páginas desde cualquier otra y avísanos: con `npx hearback send` y la dirección de esa página, o desde un blog que envíe pingbacks.',
    demo: 'Para verlo todo en marcha antes, ejecuta `npx hearback demo`: dos blogs pequeños en tu propio equipo.',
  },

  card: {
    tick: (who) => `Marcar la mención de ${who}`,
    about: 'Sobre',
    words: 'Las palabras del enlace:',
    byThem: 'Todo de este autor',
    ofDomain: 'Todo de este dominio',
    read: 'Leer el texto',
    story: 'Qué pasó',
  },

  withTicked: 'Con todas las marcadas',
  tickAll: 'Marcar todas en esta página',
  decide: {
    approve: 'Aprobar',
    reject: 'Rechazar',
    spam: 'Spam',
    takeBack: 'Retirar',
    putBack: 'Devolver a la cola',
    notSpam: 'No es spam',
    afterAll: 'Aprobar de todos modos',
  },
  always: { allow: 'Permitir siempre…', mute: 'Silenciar…', block: 'Bloquear…' },
  alwaysLabel: 'De ahora en adelante',
  scope: {
    author: 'a este autor',
    path: 'esta ruta',
    host: 'este dominio',
    word: 'estas palabras',
    text: 'estas letras',
  },

  all: {
    link: (n) => `Decidir sobre las ${n} de esta lista…`,
    title: (n) => `¿Decidir sobre ${mentions(n)} a la vez?`,
    which: 'Se trata de todo lo que hay en esta lista:',
    more: (n) => `Hay más: se decide a la vez sobre las ${count(n, { one: '#', other: '#' })} más nuevas.`,
    later: 'Lo que llegue desde ahora no está incluido.',
    some: 'Las primeras:',
    approve: 'Aprobarlas todas',
    reject: 'Rechazarlas todas',
    spam: 'Marcarlas todas como spam',
    none: 'Ya no queda nada en esta lista.',
  },
  ratherNot: 'Mejor no',

  rule: {
    title: { allow: '¿Permitir siempre {what}?', mute: '¿Silenciar {what}?', block: '¿Bloquear {what}?' },
    does: {
      allow: {
        author: 'Aprueba esta y toda página posterior que nombre a {value} como autor y esté en el mismo host.',
        path: 'Aprueba esta y toda página posterior cuya dirección empiece por {value}.',
        host: 'Aprueba esta y toda página posterior de {value} y de cualquier nombre por debajo.',
      },
      mute: {
        author:
          'Oculta a los lectores, sin llamarla spam, esta y toda página posterior que nombre a {value} como autor y esté en el mismo host.',
        path: 'Oculta a los lectores, sin llamarla spam, esta y toda página posterior cuya dirección empiece por {value}.',
        host: 'Oculta a los lectores, sin llamarla spam, esta y toda página posterior de {value} y de cualquier nombre por debajo.',
      },
      block: {
        author:
          'Marca esta como spam y rechaza toda página posterior que nombre a {value} como autor y esté en el mismo host.',
        path: 'Marca esta como spam y rechaza toda página posterior cuya dirección empiece por {value}.',
        host: 'Marca esta como spam y rechaza toda página posterior de {value} y de cualquier nombre por debajo.',
      },
    },
    held: (n) =>
      count(n, {
        none: 'De lo que espera ahora no alcanza nada.',
        one: 'De lo que espera ahora alcanza # mención, sobre la que se decide al momento.',
        other: 'De lo que espera ahora alcanza # menciones, sobre las que se decide al momento.',
      }),
    shown: (n) =>
      count(n, {
        none: 'De lo que ven los lectores no alcanza nada.',
        one: 'De lo que ven los lectores alcanza # mención, que se queda hasta que decidas tú sobre ella.',
        other: 'De lo que ven los lectores alcanza # menciones, que se quedan hasta que decidas tú sobre ellas.',
      }),
    partial: 'Solo se revisaron las diez mil más nuevas.',
    examples: 'Entre ellas:',
    sure: { allow: 'Permitir siempre', mute: 'Silenciar', block: 'Bloquear' },
    gone: 'Esa mención ya no está, o no nombra a tal autor.',
  },

  undo: 'Deshacer',
  done: {
    nothing: 'Nada ha cambiado: no había ninguna mención marcada, o ya no está.',
    approve: (n) => count(n, { one: '# mención aprobada.', other: '# menciones aprobadas.' }),
    reject: (n) => count(n, { one: '# mención rechazada.', other: '# menciones rechazadas.' }),
    spam: (n) => count(n, { one: '# mención marcada como spam.', other: '# menciones marcadas como spam.' }),
    hold: (n) => count(n, { one: '# mención devuelta a la cola.', other: '# menciones devueltas a la cola.' }),
    undo: (n) => `${mentions(n)} como antes.`,
    allow: (n) =>
      count(n, {
        one: '# mención aprobada, y la regla vale para lo que venga.',
        other: '# menciones aprobadas, y la regla vale para lo que venga.',
      }),
    mute: (n) =>
      count(n, {
        one: '# mención silenciada, y la regla vale para lo que venga.',
        other: '# menciones silenciadas, y la regla vale para lo que venga.',
      }),
    block: (n) =>
      count(n, {
        one: '# mención bloqueada, y la regla vale para lo que venga.',
        other: '# menciones bloqueadas, y la regla vale para lo que venga.',
      }),
  },

  live: {
    fresh: (n) => count(n, { one: '# nueva', other: '# nuevas' }),
    load: 'Mostrar lo nuevo',
    failed: 'No ha funcionado. Nada ha cambiado; inténtalo de nuevo.',
  },
  keys: {
    title: 'Teclas',
    help: 'Teclas (?)',
    close: 'Cerrar',
    use: 'Usar estas teclas',
    next: 'mención siguiente',
    previous: 'mención anterior',
    approve: 'aprobar',
    reject: 'rechazar',
    spam: 'marcar como spam',
    undo: 'deshacer la última decisión',
    tick: 'marcar o desmarcar',
    open: 'todo sobre ella',
    search: 'buscar',
    fresh: 'mostrar lo nuevo',
    help2: 'esta lista',
  },

  text: {
    title: 'Texto de la página',
    back: 'Volver a la mención',
    note: 'Lo que rodeaba el enlace en la última revisión, como texto simple. No se carga nada de esa página.',
    none: 'No se guardó ningún texto: la página aún no se ha leído, o se leyó antes de que se guardaran textos. La próxima revisión lo guardará.',
  },
};
