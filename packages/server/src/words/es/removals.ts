import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');

/** Whom somebody asked to have removed. */
export const removals: Dictionary['removals'] = {
  title: 'Retirado a petición',
  what: 'Lo que vino de una página, un host o un autor se borra para siempre, con todo rastro, y no entra más: ni por una notificación nueva, ni por una importación, ni por otra mirada, ni por un visitante. Aquí solo queda un hash por el que se reconoce; nada dice quién era.',
  kind: 'Qué',
  kinds: {
    page: 'Una página',
    host: 'Un host y todo lo que hay debajo',
    author: 'Un autor, por la dirección de su página o su nombre entero',
  },
  value: 'Dirección, host o nombre',
  neither: 'Eso no es tal dirección, ni host, ni nombre.',
  own: 'Ese es uno de tus propios sitios; no se borró nada.',
  suffix:
    'Cualquiera puede tener un sitio bajo este nombre, y desaparecerían todos. Nombra uno de ellos; «hearback forget --whole-suffix» los quita todos.',
  wish: 'A petición de quién',
  wishes: {
    theirs: 'de la persona de que se trata',
    owner: 'mía',
    authority: 'de una autoridad',
  },
  sure: 'Sé que esto no se puede deshacer.',
  notSure: 'Marca que lo sabes.',
  remove: 'Borrar para siempre',
  receipt: 'Recibo',
  receiptWhat: 'Cópialo ahora y dáselo a quien lo pidió: se muestra solo esta vez, y aquí nada guarda quién era.',
  when: 'Cuándo',
  number: 'Número',
  erased: 'Borrado',
  mentions: (n: number) => count(n, { one: '# mención', other: '# menciones' }),
  deliveries: (n: number) => count(n, { one: '# envío', other: '# envíos' }),
  refusals: (n: number) => count(n, { one: '# rechazo', other: '# rechazos' }),
  backups: 'Las copias de seguridad aún lo contienen hasta que caduquen.',
  howToLift:
    'Levantarlo con su número, en esta página o con `hearback forget lift`, lo deja entrar de nuevo. Lo borrado sigue borrado.',
  listed: 'Lo que no entra más',
  nothing: 'No se retiró a nadie.',
  lift: 'Dejar entrar de nuevo',
  lifted: 'Levantado: puede entrar de nuevo. Lo borrado sigue borrado.',
  liftOne: (id: string) => `Dejar entrar de nuevo: ${id}`,
};
