import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');
const mentions = (n: number) => count(n, { one: '# mention', other: '# mentions' });

export const inbox: Dictionary['inbox'] = {
  inbox: 'Boîte de réception',
  tabs: {
    held: 'En attente',
    approved: 'Approuvées',
    rejected: 'Rejetées',
    spam: 'Indésirables',
    lost: 'Perdues',
    all: 'Toutes',
  },
  tabsLabel: 'Mentions',
  older: 'Mentions plus anciennes',
  newest: 'Revenir aux plus récentes',
  forgottenAfter: (days) =>
    `Ce qui attend ici ${count(days, { one: '# jour', other: '# jours' })} sans décision est oublié.`,

  search: 'Chercher',
  searchHint: 'mots entiers du titre, du passage, de l’auteur ou des adresses',
  filters: 'Filtres',
  show: 'Afficher',
  any: 'peu importe',
  fields: {
    q: 'Mots',
    site: 'Site',
    target: 'Votre page',
    author: 'Auteur',
    domain: 'Domaine',
    kind: 'Genre',
    protocol: 'Protocole',
    from: 'Du',
    to: 'Au',
  },
  hints: { target: 'son adresse', author: 'nom ou adresse', domain: 'blog.example' },
  kinds: {
    mention: 'Mention',
    reply: 'Réponse',
    like: 'J’aime',
    repost: 'Partage',
    bookmark: 'Signet',
    rsvp: 'Réponse à une invitation',
  },
  chosen: 'Restreint par',
  remove: (name) => `Retirer le filtre ${name}`,
  removeAll: 'Tout afficher',

  problem: {
    show: '« show » est l’un de held, approved, rejected, spam, lost et all.',
    q: '« Mots » demande au moins une lettre ou un chiffre.',
    site: '« Site » n’est aucun des vôtres.',
    target: '« Votre page » est l’adresse d’une page, comme https://vous.example/billet.',
    author: '« Auteur » est un nom, ou l’adresse d’une page.',
    domain: '« Domaine » est un nom d’hôte sans chemin, comme blog.example.',
    kind: '« Genre » est l’un de mention, reply, like, repost, bookmark et rsvp.',
    protocol: '« Protocole » est l’un de pingback, webmention, trackback et refback.',
    from: '« Du » est un jour du calendrier, comme 2026-11-25.',
    to: '« Au » est un jour du calendrier, comme 2026-11-25.',
    order: '« Du » vient après « Au » : il ne peut rien y avoir entre les deux.',
    before: '« before » ne mène à aucun endroit de la liste. Commencez par le haut.',
  },

  empty: {
    held: 'Rien ne vous attend.',
    approved: 'Rien n’est encore approuvé. Ce que vous approuvez paraît aussitôt sous vos pages.',
    rejected: 'Vous n’avez rien rejeté.',
    spam: 'Rien d’indésirable. Ce que vous jugez indésirable reste ici et n’est jamais montré.',
    lost: 'Tous les liens trouvés sont encore là.',
    all: 'Rien n’a encore été reçu.',
  },
  emptyNext: {
    held: '[Voir ce que voient les lecteurs]',
    approved: '[Voir ce qui vous attend]',
    rejected: '[Voir ce qui vous attend]',
    spam: '[Écrire des règles qui reconnaissent seules l’indésirable]',
    lost: '[Voir ce que voient les lecteurs]',
    all: '[Copier une ligne dans l’en-tête de vos pages]',
  },
  emptyFiltered: 'Aucune mention ne correspond.',
  emptyElsewhere: 'Ailleurs il y a :',
  emptyHint: 'Seuls les mots entiers sont trouvés. Retirez un filtre, ou regardez une autre liste.',
  first: {
    title: 'Pas encore de mentions',
    twoThings: 'Deux choses, et cette page se remplit toute seule :',
    copy: '[Copiez une ligne dans l’en-tête de vos pages], pour que d’autres blogs vous trouvent.',
    link: 'Faites un lien vers l’une de vos pages depuis n’importe quelle autre, puis dites-le-nous : avec `npx hearback send` suivi de l’adresse de cette page, ou depuis un blog qui envoie des pingbacks.',
    demo: 'Pour tout voir fonctionner d’abord, lancez `npx hearback demo` : deux petits blogs sur votre propre machine.',
  },

  card: {
    tick: (who) => `Cocher la mention de ${who}`,
    about: 'À propos de',
    words: 'Les mots du lien :',
    byThem: 'Tout de cet auteur',
    ofDomain: 'Tout de ce domaine',
    read: 'Lire le texte',
    story: 'Ce qui s’est passé',
  },

  withTicked: 'Avec toutes les mentions cochées',
  tickAll: 'Tout cocher sur cette page',
  decide: {
    approve: 'Approuver',
    reject: 'Rejeter',
    spam: 'Indésirable',
    takeBack: 'Retirer',
    putBack: 'Remettre en attente',
    notSpam: 'Pas indésirable',
    afterAll: 'Approuver quand même',
  },
  always: { allow: 'Toujours accepter…', mute: 'Masquer…', block: 'Bloquer…' },
  alwaysLabel: 'Désormais',
  scope: {
    author: 'cet auteur',
    path: 'ce chemin',
    host: 'ce domaine',
    word: 'ces mots',
    text: 'ces lettres',
  },

  all: {
    link: (n) => `Décider des ${n} de cette liste…`,
    title: (n) => `Décider de ${mentions(n)} à la fois ?`,
    which: 'Il s’agit de tout ce que contient cette liste :',
    more: (n) => `Il y en a plus : on décide des ${count(n, { one: '#', other: '#' })} plus récentes à la fois.`,
    later: 'Ce qui arrive à partir de maintenant n’en fait pas partie.',
    some: 'Les premières :',
    approve: 'Tout approuver',
    reject: 'Tout rejeter',
    spam: 'Tout juger indésirable',
    none: 'Il n’y a plus rien dans cette liste.',
  },
  ratherNot: 'Plutôt pas',

  rule: {
    title: { allow: 'Toujours accepter {what} ?', mute: 'Masquer {what} ?', block: 'Bloquer {what} ?' },
    does: {
      allow: {
        author:
          'Approuve celle-ci et toute page ultérieure qui nomme {value} comme auteur et se trouve sur le même hôte.',
        path: 'Approuve celle-ci et toute page ultérieure dont l’adresse commence par {value}.',
        host: 'Approuve celle-ci et toute page ultérieure de {value} et de tout nom en dessous.',
      },
      mute: {
        author:
          'Cache aux lecteurs, sans la juger indésirable, celle-ci et toute page ultérieure qui nomme {value} comme auteur et se trouve sur le même hôte.',
        path: 'Cache aux lecteurs, sans la juger indésirable, celle-ci et toute page ultérieure dont l’adresse commence par {value}.',
        host: 'Cache aux lecteurs, sans la juger indésirable, celle-ci et toute page ultérieure de {value} et de tout nom en dessous.',
      },
      block: {
        author:
          'Juge celle-ci indésirable et refuse toute page ultérieure qui nomme {value} comme auteur et se trouve sur le même hôte.',
        path: 'Juge celle-ci indésirable et refuse toute page ultérieure dont l’adresse commence par {value}.',
        host: 'Juge celle-ci indésirable et refuse toute page ultérieure de {value} et de tout nom en dessous.',
      },
    },
    held: (n) =>
      count(n, {
        none: 'De ce qui attend, elle ne touche rien.',
        one: 'De ce qui attend, elle touche # mention, dont il est décidé aussitôt.',
        other: 'De ce qui attend, elle touche # mentions, dont il est décidé aussitôt.',
      }),
    shown: (n) =>
      count(n, {
        none: 'De ce que voient les lecteurs, elle ne touche rien.',
        one: 'De ce que voient les lecteurs, elle touche # mention, qui reste jusqu’à ce que vous en décidiez vous-même.',
        other:
          'De ce que voient les lecteurs, elle touche # mentions, qui restent jusqu’à ce que vous en décidiez vous-même.',
      }),
    partial: 'Seules les dix mille plus récentes ont été parcourues.',
    examples: 'Parmi elles :',
    sure: { allow: 'Toujours accepter', mute: 'Masquer', block: 'Bloquer' },
    gone: 'Cette mention n’est plus là, ou ne nomme pas un tel auteur.',
  },

  undo: 'Annuler',
  done: {
    nothing: 'Rien n’a changé : aucune mention n’était cochée, ou elle n’est plus là.',
    approve: (n) => count(n, { one: '# mention approuvée.', other: '# mentions approuvées.' }),
    reject: (n) => count(n, { one: '# mention rejetée.', other: '# mentions rejetées.' }),
    spam: (n) => count(n, { one: '# mention jugée indésirable.', other: '# mentions jugées indésirables.' }),
    hold: (n) => count(n, { one: '# mention remise en attente.', other: '# mentions remises en attente.' }),
    undo: (n) => `${mentions(n)} comme avant.`,
    allow: (n) =>
      count(n, {
        one: '# mention approuvée, et la règle vaut pour la suite.',
        other: '# mentions approuvées, et la règle vaut pour la suite.',
      }),
    mute: (n) =>
      count(n, {
        one: '# mention masquée, et la règle vaut pour la suite.',
        other: '# mentions masquées, et la règle vaut pour la suite.',
      }),
    block: (n) =>
      count(n, {
        one: '# mention bloquée, et la règle vaut pour la suite.',
        other: '# mentions bloquées, et la règle vaut pour la suite.',
      }),
  },

  live: {
    fresh: (n) => count(n, { one: '# nouvelle', other: '# nouvelles' }),
    load: 'Afficher les nouvelles',
    failed: 'Cela n’a pas marché. Rien n’a changé ; réessayez.',
  },
  keys: {
    title: 'Touches',
    help: 'Touches (?)',
    close: 'Fermer',
    use: 'Utiliser ces touches',
    next: 'mention suivante',
    previous: 'mention précédente',
    approve: 'approuver',
    reject: 'rejeter',
    spam: 'juger indésirable',
    undo: 'annuler la dernière décision',
    tick: 'cocher ou décocher',
    open: 'tout sur elle',
    search: 'chercher',
    fresh: 'afficher les nouvelles',
    help2: 'cette liste',
  },

  text: {
    title: 'Texte de la page',
    back: 'Retour à la mention',
    note: 'Ce qui entourait le lien au dernier contrôle, en texte brut. Rien n’est chargé de cette page.',
    none: 'Aucun texte n’est gardé : la page n’a pas encore été lue, ou l’a été avant que les textes soient gardés. Le prochain contrôle le gardera.',
  },
};
