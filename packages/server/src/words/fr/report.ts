import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');

export const report: Dictionary['report'] = {
  title: (site, days) => `Liens vers ${site}, ${days}`,
  subject: (title, counts) => `${title} : ${counts}`,
  counted: (what, number) => `${what} : ${number}`,
  nothing: 'Aucun lien n’est nouveau, perdu, revenu ou changé dans ces jours.',
  parts: {
    new: 'Nouveaux liens',
    lost: 'Liens perdus',
    recovered: 'Liens revenus',
    changed: 'Liens changés',
  },
  many: {
    new: (n) => count(n, { one: '# nouveau', other: '# nouveaux' }),
    lost: (n) => count(n, { one: '# perdu', other: '# perdus' }),
    recovered: (n) => count(n, { one: '# revenu', other: '# revenus' }),
    changed: (n) => count(n, { one: '# changé', other: '# changés' }),
  },
  live: 'Liens présents maintenant',
  domains: 'La plupart des nouveaux liens viennent de',
  pages: 'La plupart des nouveaux liens mènent à',
  visits: 'La plupart des visites viennent par',
  more: (n) => count(n, { one: 'Et # autre.', other: 'Et # autres.' }),
  settings: 'La fréquence de ce message',
  page: 'Rapport par courriel',
  lead: 'Ce que dit le courriel, établi maintenant.',
  of: 'De',
  periods: {
    weekly: 'la semaine dernière',
    'weekly-now': 'cette semaine jusqu’ici',
    monthly: 'le mois dernier',
    'monthly-now': 'ce mois jusqu’ici',
  },
  asText: 'Le courriel en texte',
  to: 'Envoyer à',
  send: 'Envoyer maintenant',
  sent: 'C’est envoyé.',
  notSent: 'Ce n’est pas envoyé.',
  nobody: 'Personne n’est encore averti par courriel. [Ajouter une adresse].',
  often: {
    never: 'Il ne part pas tout seul. [Choisir la fréquence].',
    weekly: 'Il part chaque semaine. [Modifier].',
    monthly: 'Il part chaque mois. [Modifier].',
  },
  howOften: 'Rapport des liens par courriel',
  paces: { never: 'jamais', weekly: 'chaque semaine', monthly: 'chaque mois' },
  howOftenHint:
    'Le matin après le dernier jour, aux adresses électroniques des avis qui le demandent. Rien ne part quand rien ne s’est passé.',
  zone: 'Fuseau horaire de ses semaines et mois',
};
