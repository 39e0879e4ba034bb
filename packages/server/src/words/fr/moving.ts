import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');

/** Bringing mentions from another place, and taking them elsewhere. */
export const moving: Dictionary['moving'] = {
  title: 'Emménager, déménager',
  what: 'Apportez les mentions d’un autre endroit, ou emportez les vôtres.',
  inTitle: 'Apporter des mentions',
  inWhat:
    'Un fichier d’exportation de WordPress, ou ce que webmention.io, go-jamming ou webmentiond vous a donné. Ce qui y était public est revu, poliment et peu à peu, puis devient public ici ; ce qui y attendait vous attend ; le spam et la corbeille restent dehors. Ce qui est déjà ici reste tel quel : le même fichier deux fois ne nuit pas.',
  file: 'Fichier',
  fileHint:
    'Jusqu’à 16 Mio. Les plus grands, et les adresses avec un jeton, sont lus par la commande `hearback import FILE`.',
  site: 'Site',
  allSites: 'tous les sites',
  read: 'Le lire',
  noFile: 'Choisissez d’abord un fichier.',
  tooLarge: 'Le fichier dépasse 16 Mio : lisez-le avec `hearback import FILE` sur le serveur.',
  stopped: 'Il a été lu jusqu’à une erreur, et ce qui précède est gardé. Selon le lecteur : {problem}',
  done: (n: number) => count(n, { one: 'Lu : # entrée.', other: 'Lu : # entrées.' }),
  nothingNew: 'Il ne contenait rien de nouveau, donc rien n’a changé.',
  outcome: 'Résultat',
  number: 'Nombre',
  outTitle: 'Emporter les mentions',
  outWhat:
    'Des fichiers que d’autres lisent. Ce qui est spam, refusé ou perdu reste ici, ainsi que les jetons et les adresses des gens. Pour un fichier de toute taille, et pour des parties, il y a `hearback export FILE`.',
  save: 'Enregistrer',
  formats: {
    wxr: 'Pour WordPress : pingbacks, trackbacks et webmentions comme commentaires de leurs pages, avec ceux qui attendent',
    jf2: 'JF2 de webmention.io : ce qui est public',
    jsonfeed: 'JSON Feed : ce qui est public',
  },
  removals: 'Retiré à la demande',
  removalsWhat: 'Ce que quelqu’un a demandé de retirer : le supprimer pour de bon, et ne plus le laisser entrer.',
  taken: {
    approved: 'y étaient publiques : approuvées, et revues avant d’être montrées',
    pending: 'y attendaient : elles vous attendent',
    named: 'étaient seulement nommées : elles sont vues comme les autres',
  },
  skipped: {
    comment: 'commentaires de personnes : laissés de côté',
    spam: 'tenues pour du spam là-bas : laissées de côté',
    trash: 'dans la corbeille là-bas : laissées de côté',
    private: 'privées là-bas : laissées de côté',
    deleted: 'supprimées là-bas : laissées de côté',
    unpublished: 'sur des pages qui n’y étaient pas publiques : laissées de côté',
    unreadable: 'sans source ni cible utilisables : laissées de côté',
    foreign: 'vers des pages d’aucun de vos sites : laissées de côté',
    unknown: 'vers des pages qui ne sont pas dans la liste de vos pages : laissées de côté',
    gone: 'vers des pages à vous qui n’existent plus : laissées de côté',
    self: 'd’une page vers elle-même : laissées de côté',
    blocked: 'écartées par vos règles et vos listes, ou oubliées auparavant : laissées de côté',
    removed: 'retirées à la demande : laissées de côté',
    known: 'déjà ici : telles qu’elles étaient',
  },
};
