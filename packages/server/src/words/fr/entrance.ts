import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('fr');
const characters = (length: number) => count(length, { one: '# caractère', other: '# caractères' });

export const entrance: Dictionary['entrance'] = {
  logIn: 'Se connecter',
  name: 'Nom',
  password: 'Mot de passe',
  noMatch: 'Ce nom et ce mot de passe ne vont pas ensemble.',
  tooOften: (seconds) =>
    `Trop d’essais. Attendez ${count(seconds, { one: '# seconde', other: '# secondes' })}, puis réessayez.`,
  welcome: 'Bienvenue',
  welcomeTo: 'Bienvenue dans Hearback',
  choose:
    'Choisissez comment vous vous connectez à ce bureau. Rien n’est envoyé nulle part, et il n’y a aucun courriel à confirmer.',
  newPassword: 'Nouveau mot de passe',
  newPasswordFor: 'Un nouveau mot de passe pour {name}',
  oldOne: 'L’ancien n’est plus valable, et tous les navigateurs connectés avec lui sont déconnectés.',
  again: 'Le même mot de passe encore une fois',
  begin: 'Commencer',
  setIt: 'Enregistrer',
  atLeast: (length) => `Au moins ${characters(length)}.`,
  nameTaken: 'Un autre propriétaire porte ce nom : prenez-en un autre.',
  nameLength: 'Donnez un nom de 1 à 100 caractères.',
  tooShort: (length) => `Prenez au moins ${characters(length)} ; une courte phrase convient bien.`,
  tooWeak: (length) =>
    `C’est l’un des premiers que l’on devine. Prenez au moins ${characters(length)} ; une courte phrase convient bien.`,
  tooLong: 'Prenez au plus 1000 caractères.',
  notTheSame: 'Ce n’est pas le même mot de passe.',
  unsafe:
    'Le bureau a besoin de https : ici, votre mot de passe circulerait sans chiffrement. Placez le serveur derrière un proxy avec un certificat et démarrez-le avec `--public-url https://…`, ou ouvrez-le sur cette machine.',
};
