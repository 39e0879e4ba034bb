import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');

export const news: Dictionary['news'] = {
  deed: {
    mention: (who, page) => `${who} mentionne ${page}`,
    reply: (who, page) => `${who} répond à ${page}`,
    like: (who, page) => `${who} aime ${page}`,
    repost: (who, page) => `${who} partage ${page}`,
    bookmark: (who, page) => `${who} met ${page} en favori`,
    rsvp: (who, page) => `${who} répond à l’invitation de ${page}`,
  },
  held: (deed) => `${deed} : en attente de votre décision`,
  published: (deed) => `${deed} : publiée par une de vos règles`,
  withdrawn: (who, page) => `Les lecteurs ne voient plus ce que ${who} dit de ${page}`,
  lost: (who, page) => `Le lien de ${who} vers ${page} a disparu`,
  recovered: (who, page) => `Le lien de ${who} vers ${page} est revenu`,
  somebody: 'Quelqu’un',
  many: {
    'mention.held': (n) =>
      count(n, { one: '# mention attend votre décision', other: '# mentions attendent votre décision' }),
    'mention.published': (n) => count(n, { one: '# mention publiée', other: '# mentions publiées' }),
    'mention.withdrawn': (n) => count(n, { one: '# mention retirée', other: '# mentions retirées' }),
    'mention.lost': (n) => count(n, { one: '# lien disparu', other: '# liens disparus' }),
    'mention.recovered': (n) => count(n, { one: '# lien revenu', other: '# liens revenus' }),
    'delivery.finished': (n) => count(n, { one: '# envoi terminé', other: '# envois terminés' }),
    'ledger.report': (n) => count(n, { one: '# rapport des liens', other: '# rapports des liens' }),
  },
  test: 'Un avis d’essai',
  testText: 'Ceci est un essai : les avis de Hearback arrivent ici.',
  from: 'De',
  to: 'À',
  decision: { approve: 'Approuver', reject: 'Rejeter', spam: 'Indésirable' },
  seeIt: 'La voir au bureau',
  inbox: 'La boîte de réception',
  more: (n) => `Et ${n} de plus.`,
  asksAgain:
    'Un lien qui décide ouvre une page qui vous le demande encore une fois. Il vaut deux semaines, et tant que personne n’a décidé.',
  stop: 'Ne plus recevoir ces messages',
  really: {
    approve: 'Approuver cette mention ?',
    reject: 'Rejeter cette mention ?',
    spam: 'Marquer cette mention comme indésirable ?',
  },
  means: {
    approve: 'Les lecteurs la verront sous votre page.',
    reject: 'Les lecteurs ne la verront pas.',
    spam: 'Les lecteurs ne la verront pas, et elle compte comme indésirable.',
  },
  done: { approve: 'Approuvée.', reject: 'Rejetée.', spam: 'Marquée comme indésirable.' },
  deadLink: 'Ce lien ne vaut plus',
  deadLinkWhy:
    'Il a plus de deux semaines, ou la mention n’existe plus, ou les messages avec lesquels il est venu ont été arrêtés. Décidez au bureau.',
  decided: 'C’est déjà décidé',
  decidedWhy: 'Quelqu’un a décidé de cette mention avant vous. Changez-le au bureau.',
  desk: 'Au bureau',
  stopTitle: 'Ne plus recevoir ces messages ?',
  stopText: (address) => `${address} ne recevra plus d’avis. Au bureau, on peut les remettre en route.`,
  stopIt: 'Arrêter les messages',
  stopped: 'Arrêtés',
  stoppedText: (address) => `${address} ne reçoit plus d’avis.`,
};
