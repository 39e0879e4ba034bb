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
    'Jusqu’à 1 Gio ; il est lu pendant que tout le reste continue. Les plus grands, et les adresses avec un jeton, sont lus par la commande `hearback import FILE`.',
  dry: 'Seulement regarder : dire ce qui entrerait, et ne rien garder',
  site: 'Site',
  allSites: 'tous les sites',
  read: 'Le lire',
  noFile: 'Choisissez d’abord un fichier.',
  notWhole: 'Il n’a pas été pris :',
  busy: 'Cinq fichiers attendent déjà d’être lus : attendez la fin de l’un d’eux.',
  stopped:
    'La lecture s’est terminée avant la fin du fichier, et ce qui précède est gardé. Selon le lecteur : {problem}',
  runs: 'Fichiers donnés',
  given: 'Donné',
  states: {
    waiting: 'Attend son tour.',
    reading: 'En cours de lecture.',
    stalled: 'À l’arrêt.',
    done: 'Lu jusqu’au bout.',
    ended: 'Terminé avant la fin.',
  },
  stalledTodo:
    'Le serveur qui avait le fichier n’est plus là. La lecture reprend à son retour ; ou donnez le fichier une nouvelle fois : ce qui est ici reste tel quel.',
  dryDone: 'Il a seulement été regardé : rien n’a été gardé.',
  again: 'Regarder de nouveau',
  stop: 'Arrêter la lecture',
  leftOut: 'Ce qui a été laissé de côté',
  leftOutFile: 'L’enregistrer comme tableau (CSV, les 10 000 premiers)',
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
  linking: 'nomment une page qui renvoie : elle est parcourue à la recherche de liens vers vos sites',
  searched: 'Ce que sont devenues les pages parcourues',
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
    own: 'pages de vos propres sites : laissées de côté',
    blocked: 'écartées par vos règles et vos listes, ou oubliées auparavant : laissées de côté',
    removed: 'retirées à la demande : laissées de côté',
    known: 'déjà ici : telles qu’elles étaient',
    searched: 'déjà parcourues ou depuis moins d’une semaine : laissées de côté',
  },
};
