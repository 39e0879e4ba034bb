import type { Dictionary } from '../dictionary.ts';

export const sender: Dictionary['sender'] = {
  received: 'Reçue.',
  linked: 'La page a été lue, et elle fait bien ce lien.',
  steps: 'Ce qui s’est passé',
  todo: 'Ce que vous pouvez faire',
  reason: {
    checking: {
      title: 'En cours de contrôle',
      sentence:
        'Elle a été reçue. La page qui fait le lien est bientôt lue ; si son serveur est souvent interrogé, cela prend jusqu’à une heure ou plus.',
      todo: 'Rien : revenez voir ici plus tard.',
    },
    published: {
      title: 'Publiée',
      sentence: 'Elle est publiée.',
      todo: 'Rien.',
    },
    review: {
      title: 'Chez le propriétaire du site',
      sentence:
        'La page a été lue, et elle fait bien ce lien. Le propriétaire du site décide de ce qui est montré : elle n’est pas montrée, ou pas encore.',
      todo: 'Rien. L’envoyer à nouveau ne change rien.',
    },
    'no-link': {
      title: 'Aucun lien trouvé',
      sentence: 'La page a été lue, et aucun lien vers cette adresse n’y a été trouvé.',
      todo: 'Mettez le lien dans le HTML que votre serveur envoie, dans le premier 1 MiB, avec l’adresse telle qu’elle a été envoyée ; puis envoyez à nouveau.',
    },
    gone: {
      title: 'La page n’est pas là',
      sentence: 'Le serveur de la page a répondu qu’elle n’est pas là (404 ou 410).',
      todo: 'Publiez la page, ou vérifiez son adresse ; puis envoyez à nouveau.',
    },
    'no-page': {
      title: 'Pas une page',
      sentence: 'Il n’y a pas à cette adresse une page où l’on cherche des liens.',
      todo: 'Envoyez l’adresse d’une page en HTML.',
    },
    answered: {
      title: 'Aucune page à lire',
      sentence:
        'Le serveur de la page a répondu, mais pas par la page : par une erreur, une connexion à un compte ou une question réservée aux navigateurs.',
      todo: 'Laissez les programmes lire la page sans compte, et envoyez à nouveau. Les erreurs d’un serveur sont réessayées toutes seules.',
    },
    unread: {
      title: 'Non lue',
      sentence:
        'La page n’a pas été lue : elle n’a pas pu être jointe d’ici, ou elle n’est pas de celles que ce site prend.',
      todo: 'Vérifiez que tout le monde peut ouvrir la page à cette adresse, par http ou https sur le port habituel ; puis envoyez à nouveau. Rien de plus n’est dit à personne.',
    },
    lost: {
      title: 'Le lien n’est plus là',
      sentence: 'Le lien était là, et n’y est plus.',
      todo: 'Remettez-le, et envoyez à nouveau.',
    },
  },
};
