import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');

/** Bringing mentions from another place, and taking them elsewhere. */
export const moving: Dictionary['moving'] = {
  title: 'Mudanza',
  what: 'Trae las menciones de otro sitio, o llévate las tuyas.',
  inTitle: 'Traer menciones',
  inWhat:
    'Un archivo de exportación de WordPress, o lo que te dio webmention.io, go-jamming o webmentiond. Lo que allí era público se vuelve a mirar, con cortesía y poco a poco, y después es público aquí; lo que allí esperaba te espera a ti; el spam y la papelera se quedan fuera. Lo que ya está aquí queda como está: el mismo archivo dos veces no hace daño.',
  file: 'Archivo',
  fileHint:
    'Hasta 1 GiB; se lee mientras todo lo demás sigue. Los mayores, y las direcciones con un token, los lee el comando `hearback import FILE`.',
  dry: 'Solo mirar: decir qué entraría, y no guardar nada',
  site: 'Sitio',
  allSites: 'todos los sitios',
  read: 'Leerlo',
  noFile: 'Elige primero un archivo.',
  notWhole: 'No se aceptó:',
  busy: 'Ya hay cinco archivos esperando a ser leídos: espera a que acabe uno.',
  stopped: 'Terminó antes del final del archivo, y lo anterior se conserva. En palabras del lector: {problem}',
  runs: 'Archivos entregados',
  given: 'Entregado',
  states: {
    waiting: 'Espera su turno.',
    reading: 'Se está leyendo.',
    stalled: 'Está parado.',
    done: 'Leído hasta el final.',
    ended: 'Terminó antes del final.',
  },
  stalledTodo:
    'El servidor que tenía el archivo no está. Seguirá cuando vuelva; o entrega el archivo otra vez: lo que está aquí queda como está.',
  dryDone: 'Solo se miró: no se guardó nada.',
  again: 'Mirar otra vez',
  stop: 'Dejar de leer',
  leftOut: 'Lo que se dejó fuera',
  leftOutFile: 'Guardarlo como tabla (CSV, los primeros 10.000)',
  done: (n: number) => count(n, { one: 'Se leyó # entrada.', other: 'Se leyeron # entradas.' }),
  nothingNew: 'No había nada nuevo, así que nada cambió.',
  outcome: 'Resultado',
  number: 'Número',
  outTitle: 'Llevarse las menciones',
  outWhat:
    'Archivos que otros leen. Lo que es spam, rechazado o perdido se queda aquí, y también los tokens y las direcciones de las personas. Para un archivo de cualquier tamaño, y para partes, está `hearback export FILE`.',
  save: 'Guardar',
  formats: {
    wxr: 'Para WordPress: pingbacks, trackbacks y webmentions como comentarios de sus páginas, también los que esperan',
    jf2: 'JF2 de webmention.io: lo que es público',
    jsonfeed: 'JSON Feed: lo que es público',
  },
  removals: 'Retirado a petición',
  removalsWhat: 'Lo que alguien pidió retirar: borrarlo para siempre y no dejarlo entrar más.',
  taken: {
    approved: 'eran públicas allí: aprobadas, y miradas antes de mostrarse',
    pending: 'esperaban allí: te esperan a ti',
    named: 'solo se nombraban: se miran como las demás',
  },
  linking: 'nombran una página que enlaza: se buscan en ella enlaces a tus sitios',
  searched: 'Qué fue de las páginas en las que se busca',
  skipped: {
    comment: 'comentarios de personas: se dejan fuera',
    spam: 'llamadas spam allí: se dejan fuera',
    trash: 'en la papelera allí: se dejan fuera',
    private: 'privadas allí: se dejan fuera',
    deleted: 'borradas allí: se dejan fuera',
    unpublished: 'en páginas que allí no eran públicas: se dejan fuera',
    unreadable: 'sin origen y destino utilizables: se dejan fuera',
    foreign: 'a páginas de ningún sitio tuyo: se dejan fuera',
    unknown: 'a páginas que no están en la lista de tus páginas: se dejan fuera',
    gone: 'a páginas tuyas que ya no existen: se dejan fuera',
    self: 'de una página a sí misma: se dejan fuera',
    own: 'páginas de tus propios sitios: se dejan fuera',
    blocked: 'apartadas por tus reglas y listas, u olvidadas antes: se dejan fuera',
    removed: 'retiradas a petición: se dejan fuera',
    known: 'ya están aquí: como estaban',
    searched: 'ya se buscan enlaces en ellas, o se buscaron hace menos de una semana: se dejan fuera',
  },
};
