import type { Dictionary } from '../dictionary.ts';

export const dontTell: Dictionary['dontTell'] = {
  title: 'Qui ne pas avertir',
  what: 'Les liens vers ces hôtes et ces chemins sont omis, et leurs points d’entrée ne sont pas utilisés. Un hôte vaut pour tous les noms sous lui, un chemin pour tout ce qui est dessous.',
  configured: 'De la configuration',
  hostOrPath: 'Hôte ou chemin',
  neither: 'Ce n’est ni un hôte, comme bob.example, ni un chemin chez lui, comme bob.example/private.',
  add: 'Ne pas avertir',
  nobody: 'Personne n’est sur la liste.',
  remove: 'Avertir de nouveau',
  removeOne: (entry) => `Avertir de nouveau : ${entry}`,
};
