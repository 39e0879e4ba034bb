import type { Dictionary } from '../dictionary.ts';

export const problems: Dictionary['problems'] = {
  notFound: { title: 'Introuvable', sentence: 'Il n’y a rien à cette adresse.' },
  method: { title: 'Méthode non autorisée', sentence: 'Cette adresse ne répond qu’à GET et HEAD.' },
  internal: (request) => ({
    title: 'Erreur interne',
    sentence: `Quelque chose s’est mal passé ici et a été consigné. Requête ${request}.`,
  }),
  wrongAddress: (desk) => ({ title: 'Mauvaise adresse', sentence: `Ce bureau répond à ${desk}` }),
  foreign: {
    title: 'Ne vient pas de ce bureau',
    sentence: 'Le formulaire ne venait pas d’une page de ce bureau. Ouvrez de nouveau le bureau et recommencez là.',
  },
  unreadable: {
    title: 'Formulaire illisible',
    sentence: 'Le formulaire est trop grand, ou n’a pas été envoyé comme un formulaire.',
  },
  outOfDate: {
    title: 'Formulaire périmé',
    sentence: 'Le formulaire date d’une connexion précédente. Ouvrez de nouveau la page et recommencez là.',
  },
  spent: {
    title: 'Ce lien a déjà servi',
    sentence:
      'Si vous avez choisi un mot de passe, connectez-vous à /admin. Sinon, redémarrez le serveur : il affiche un nouveau lien. Si vous l’avez oublié, lancez « hearback user link NAME ».',
  },
  notForYou: {
    title: 'Pas pour vous',
    sentence: 'Votre rôle ne le permet pas. Un propriétaire peut changer cela sous Personnes.',
  },
  away: {
    title: 'Indisponible pour le moment',
    sentence: 'Les données ne sont pas accessibles en ce moment. Réessayez dans une minute.',
  },
  busy: {
    title: 'Occupé',
    sentence: 'Trop de personnes se connectent en ce moment. Réessayez dans quelques secondes.',
  },
  feedAddress: {
    title: 'Ce flux est fermé',
    sentence: 'Il ne s’ouvre que par son adresse entière. Créez-en une nouvelle sur /admin/notices.',
  },
};
