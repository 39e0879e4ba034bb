import type { Dictionary } from '../dictionary.ts';

export const trace: Dictionary['trace'] = {
  whatHappened: 'Ce qui s’est passé',
  wire: 'Ce qui a été envoyé et répondu',
  wireNote:
    'Le début de chaque requête et de chaque réponse, en texte. Les secrets y sont masqués ; d’une réponse, le premier Kio est conservé.',
};
