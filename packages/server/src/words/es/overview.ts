import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');

export const overview: Dictionary['overview'] = {
  title: 'Resumen',
  site: 'Sitio',
  all: 'todos los sitios',
  period: 'De los últimos',
  days: (number) => count(number, { one: '# día', other: '# días' }),
  show: 'Mostrar',
  waiting: (number) =>
    count(number, {
      none: 'Nada espera tu decisión.',
      one: '[Una mención espera] tu decisión.',
      other: '[# menciones esperan] tu decisión.',
    }),
  arrivals: 'Qué llegó y qué fue de ello',
  arrivalsNote:
    'Por el día de llegada (UTC). Una decisión posterior también cuenta para ese día. Lo que se borró por su antigüedad sigue contando.',
  spamShare: 'Proporción de spam en lo que llegó',
  deliveries: 'Qué se avisó y qué fue de ello',
  targets: 'Páginas más enlazadas',
  sources: 'Dominios que más enlazan',
  onlyApproved: 'Solo menciones aprobadas.',
  nothingApproved: 'De lo que llegó en estos días no hay nada aprobado.',
  nothingTold: 'En estos días no se avisó a nadie.',
  asTable: 'Los números',
  day: 'Día',
  total: 'Todo',
  outcome: {
    approved: 'Aprobadas',
    pending: 'En espera',
    rejected: 'Rechazadas',
    spam: 'Spam',
    absent: 'Sin enlace',
    refused: 'No admitidas',
  },
  page: 'Página',
  domain: 'Dominio',
  mentions: 'Menciones',
  share: 'Spam',
  queue: 'Qué espera su turno',
  nothingQueued: 'Nada va con retraso: todo lo que se podía hacer está hecho.',
  work: 'Trabajo',
  overdue: 'Se podría hacer ya',
  oldest: 'Lo más antiguo, desde',
  jobs: {
    verify: 'Revisar páginas',
    deliver: 'Avisar a otros',
    map: 'Leer tus mapas del sitio',
    watch: 'Vigilar tus feeds',
    hook: 'Responder a programas',
    notice: 'Enviar avisos',
    avatar: 'Traer fotos de autores',
    chore: 'Tareas de la casa',
  },
  empty: 'Aún no ha llegado ninguna mención',
  emptyWhat: 'Dos cosas, y esta página se llena sola:',
  emptyInvite: '[Copia una línea en la cabecera de tus páginas], para que otros blogs te encuentren.',
  emptyTell:
    'Enlaza a una de tus páginas desde cualquier otra y avísanos: con `npx hearback send` y la dirección de esa página, o desde un blog que envíe pingbacks.',
  emptyDemo: 'Para verlo todo funcionar antes, ejecuta `npx hearback demo`: dos pequeños blogs en tu propia máquina.',
};
