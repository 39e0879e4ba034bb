import type { Dictionary } from '../dictionary.ts';

export const sender: Dictionary['sender'] = {
  received: 'Angekommen.',
  linked: 'Die Seite wurde gelesen, und sie verlinkt dorthin.',
  steps: 'Was geschah',
  todo: 'Was du tun kannst',
  reason: {
    checking: {
      title: 'Wird geprüft',
      sentence:
        'Sie ist angekommen. Die Seite, die verlinkt, wird bald gelesen; wo ihr Server oft gefragt wird, dauert das bis zu einer Stunde oder länger.',
      todo: 'Nichts: Sieh später wieder hier nach.',
    },
    published: {
      title: 'Veröffentlicht',
      sentence: 'Sie ist veröffentlicht.',
      todo: 'Nichts.',
    },
    review: {
      title: 'Beim Inhaber der Website',
      sentence:
        'Die Seite wurde gelesen, und sie verlinkt dorthin. Was gezeigt wird, entscheidet der Inhaber der Website: Sie wird nicht gezeigt oder noch nicht.',
      todo: 'Nichts. Nochmals zu senden ändert nichts.',
    },
    'no-link': {
      title: 'Kein Link gefunden',
      sentence: 'Die Seite wurde gelesen, und kein Link auf diese Adresse wurde darin gefunden.',
      todo: 'Setze den Link in das HTML, das dein Server sendet, in das erste 1 MiB, mit der Adresse, die gesendet wurde; dann sende nochmals.',
    },
    gone: {
      title: 'Die Seite ist nicht da',
      sentence: 'Der Server der Seite antwortete, dass sie nicht da ist (404 oder 410).',
      todo: 'Veröffentliche die Seite oder sieh nach, ob ihre Adresse stimmt; dann sende nochmals.',
    },
    'no-page': {
      title: 'Keine Seite',
      sentence: 'Unter dieser Adresse ist keine Seite, die auf Links gelesen wird.',
      todo: 'Sende die Adresse einer Seite in HTML.',
    },
    answered: {
      title: 'Keine Seite zu lesen',
      sentence:
        'Der Server der Seite antwortete, aber nicht mit der Seite: mit einem Fehler, einer Anmeldung oder einer Frage, die nur Browser beantworten können.',
      todo: 'Lass Programme die Seite ohne Anmeldung lesen, und sende nochmals. Fehler eines Servers werden von selbst wieder versucht.',
    },
    unread: {
      title: 'Nicht gelesen',
      sentence:
        'Die Seite wurde nicht gelesen: Sie war von hier nicht zu erreichen, oder sie ist keine, die diese Website nimmt.',
      todo: 'Sieh nach, ob alle die Seite unter dieser Adresse öffnen können, mit http oder https auf dem üblichen Port; dann sende nochmals. Mehr wird niemandem gesagt.',
    },
    lost: {
      title: 'Der Link ist weg',
      sentence: 'Der Link war da und ist es nicht mehr.',
      todo: 'Setze ihn wieder ein, und sende nochmals.',
    },
  },
};
