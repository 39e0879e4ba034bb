import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');

export const news: Dictionary['news'] = {
  deed: {
    mention: (who, page) => `${who} menciona ${page}`,
    reply: (who, page) => `${who} responde a ${page}`,
    like: (who, page) => `A ${who} le gusta ${page}`,
    repost: (who, page) => `${who} comparte ${page}`,
    bookmark: (who, page) => `${who} guarda ${page}`,
    rsvp: (who, page) => `${who} responde a la invitación de ${page}`,
  },
  held: (deed) => `${deed}: espera tu decisión`,
  published: (deed) => `${deed}: publicada por una regla tuya`,
  withdrawn: (who, page) => `Los lectores ya no ven lo que ${who} dice de ${page}`,
  lost: (who, page) => `El enlace de ${who} a ${page} ha desaparecido`,
  recovered: (who, page) => `El enlace de ${who} a ${page} ha vuelto`,
  somebody: 'Alguien',
  many: {
    'mention.held': (n) => count(n, { one: '# mención espera tu decisión', other: '# menciones esperan tu decisión' }),
    'mention.published': (n) => count(n, { one: '# mención publicada', other: '# menciones publicadas' }),
    'mention.withdrawn': (n) => count(n, { one: '# mención retirada', other: '# menciones retiradas' }),
    'mention.lost': (n) => count(n, { one: '# enlace desaparecido', other: '# enlaces desaparecidos' }),
    'mention.recovered': (n) => count(n, { one: '# enlace recuperado', other: '# enlaces recuperados' }),
    'delivery.finished': (n) => count(n, { one: '# envío terminado', other: '# envíos terminados' }),
    'ledger.report': (n) => count(n, { one: '# informe de enlaces', other: '# informes de enlaces' }),
  },
  test: 'Un aviso de prueba',
  testText: 'Esto es una prueba: los avisos de Hearback llegan aquí.',
  from: 'De',
  to: 'A',
  decision: { approve: 'Aprobar', reject: 'Rechazar', spam: 'Spam' },
  seeIt: 'Verla en el escritorio',
  inbox: 'La bandeja de entrada',
  more: (n) => `Y ${n} más.`,
  asksAgain:
    'Un enlace que decide abre una página que te pregunta otra vez. Vale dos semanas, y solo mientras nadie haya decidido.',
  stop: 'No recibir más estos correos',
  really: {
    approve: '¿Aprobar esta mención?',
    reject: '¿Rechazar esta mención?',
    spam: '¿Marcar esta mención como spam?',
  },
  means: {
    approve: 'Los lectores la verán bajo tu página.',
    reject: 'Los lectores no la verán.',
    spam: 'Los lectores no la verán, y cuenta como spam.',
  },
  done: { approve: 'Aprobada.', reject: 'Rechazada.', spam: 'Marcada como spam.' },
  deadLink: 'Este enlace ya no vale',
  deadLinkWhy:
    'Tiene más de dos semanas, o la mención ya no existe, o se dejaron de enviar los correos con los que llegó. Decide en el escritorio.',
  decided: 'Ya estaba decidido',
  decidedWhy: 'Alguien decidió antes que tú sobre esta mención. Cámbialo en el escritorio.',
  desk: 'Al escritorio',
  stopTitle: '¿No recibir más estos correos?',
  stopText: (address) => `${address} no recibirá más avisos. Un dueño puede volver a activarlos en el escritorio.`,
  stopIt: 'Parar los correos',
  stopped: 'Parados',
  stoppedText: (address) => `${address} ya no recibe avisos.`,
};
