import type { Dictionary } from '../dictionary.ts';
import { three } from '../three.ts';

/** What the doctor finds in how a page names its endpoints. */
export const findingsOfNames: Dictionary['findingsOfNames'] = {
  'head-slow': three(
    'La réponse à `HEAD` a mis {seconds} secondes.',
    'WordPress demande cela d’abord, attend 2 secondes, et ensuite ne vous prévient pas.',
    'Répondez à `HEAD` depuis le même cache qu’à `GET`.',
  ),
  'head-lacks': three(
    'L’en-tête `X-Pingback` vient avec `GET` et non avec `HEAD` ({answer}).',
    'WordPress ne lit l’en-tête que là, et doit chercher toute la page pour la balise.',
    'Envoyez l’en-tête avec les deux.',
  ),
  'head-lacks.untagged': three(
    'L’en-tête `X-Pingback` vient avec `GET` et non avec `HEAD` ({answer}).',
    'WordPress ne lit l’en-tête que là, ne trouve pas de balise non plus, et ne vous prévient pas.',
    'Envoyez l’en-tête avec les deux.',
  ),
  'head-differs': three(
    '`HEAD` nomme {other} pour les pingbacks et `GET` {url}.',
    'WordPress suit `HEAD` et d’autres `GET`.',
    'Faites nommer la même adresse par les deux.',
  ),
  'x-pingback-twice': three(
    'La page a {many} en-têtes `X-Pingback`.',
    'Pingback en permet un, et WordPress ne peut pas continuer avec deux.',
    'Retirez-en un : souvent le thème et le serveur le mettent tous deux.',
  ),
  'pingback-differs': three(
    'L’en-tête `X-Pingback` nomme {url} et le HTML {other}.',
    'Les clients qui ne lisent que l’un des deux envoient à des endroits différents.',
    'Faites nommer la même adresse par les deux.',
  ),
  'link-pingback': three(
    'Un en-tête `Link` nomme le point d’accès Pingback.',
    'Pingback n’a pas un tel en-tête, donc personne n’y regarde.',
    'Envoyez plutôt `X-Pingback: URL`.',
  ),
  'x-pingback-empty': three(
    'L’en-tête `X-Pingback` est vide.',
    'Les clients suivent l’en-tête quand il y en a un, et n’ont nulle part où envoyer.',
    'Donnez-lui l’adresse du point d’accès, ou laissez-le de côté.',
  ),
  'x-pingback-relative': three(
    'L’en-tête `X-Pingback` « {given} » n’est pas une adresse complète.',
    'Pingback ne résout rien, donc les clients abandonnent la page.',
    'Écrivez-la en entier, avec `https://` et l’hôte.',
  ),
  'tag-hidden': three(
    'Le seul `<link rel="pingback">` est dans un commentaire, un script ou un exemple : {given}.',
    'Les clients simples le prennent, et ceux qui lisent le HTML ne le voient pas.',
    'Mettez-en un vrai dans l’en-tête, et retirez le mot du commentaire.',
  ),
  'tag-empty': three(
    'La balise nomme « {given} », qui n’est pas une adresse complète.',
    'Pingback ne résout rien, donc la plupart des clients n’ont nulle part où envoyer.',
    'Écrivez `<link rel="pingback" href="URL">` tôt dans l’en-tête : cet ordre, ces guillemets, rien d’autre dedans.',
  ),
  'tag-decoy': three(
    'Un commentaire, un script ou un exemple nomme {given} avant que le HTML ne nomme {url}.',
    'Les clients qui suivent le motif de Pingback prennent le premier qu’ils voient, où qu’il soit.',
    'Retirez l’autre de la page.',
  ),
  'tag-late': three(
    'La balise vient après {many} Ko.',
    'Les clients regardent le début d’une page : certains 5 Ko, certains 150 Ko.',
    'Mettez-la tout en haut de l’en-tête.',
  ),
  'tag-references': three(
    'L’adresse dans la balise est écrite avec une référence de caractère : {given}.',
    'WordPress y envoie comme elle est écrite, et d’autres ne connaissent que quatre références.',
    'Donnez au point d’accès une adresse sans `&`.',
  ),
  'tag-wordpress': three(
    'WordPress lit « {given} » là où la balise nomme {url}.',
    'Il cherche `rel="pingback"`, lettre pour lettre, et prend le `href` suivant.',
    'Écrivez `<link rel="pingback" href="URL">` tôt dans l’en-tête : cet ordre, ces guillemets, rien d’autre dedans.',
  ),
  'tag-wordpress.unseen': three(
    'WordPress ne trouve pas la balise.',
    'Il cherche `rel="pingback"`, lettre pour lettre, et prend le `href` suivant.',
    'Écrivez `<link rel="pingback" href="URL">` tôt dans l’en-tête : cet ordre, ces guillemets, rien d’autre dedans.',
  ),
  'tag-shape': three(
    'La balise n’a pas la forme que veut Pingback.',
    'Les clients qui suivent le motif de la spécification ne la voient pas.',
    'Écrivez `<link rel="pingback" href="URL">` tôt dans l’en-tête : cet ordre, ces guillemets, rien d’autre dedans.',
  ),
  'link-header': three(
    'L’en-tête `Link` ne peut pas être lu : {given}.',
    'Les expéditeurs qui ne lisent que les en-têtes ne trouvent aucun point d’accès.',
    'Envoyez `Link: <URL>; rel="webmention"` avec l’adresse entière, ou écrivez `<link rel="webmention" href="URL">`.',
  ),
  'link-header.only': three(
    'L’en-tête `Link` ne peut pas être lu : {given}.',
    'Son adresse doit être entre chevrons, et son `rel` entre guillemets doubles ou sans guillemets.',
    'Envoyez `Link: <URL>; rel="webmention"` avec l’adresse entière, ou écrivez `<link rel="webmention" href="URL">`.',
  ),
  'link-quotes': three(
    'L’en-tête `Link` n’a pas `rel="webmention"` sous cette forme : {given}.',
    'Les expéditeurs simples, dont Ghost, cherchent ces lettres mêmes.',
    'Envoyez `Link: <URL>; rel="webmention"` avec l’adresse entière, ou écrivez `<link rel="webmention" href="URL">`.',
  ),
  'webmention-empty': three(
    'La page se nomme elle-même comme point d’accès Webmention (une adresse vide).',
    'La norme le permet, les expéditeurs simples n’y voient rien, et une page de fichiers ne peut pas prendre de formulaire.',
    'Envoyez `Link: <URL>; rel="webmention"` avec l’adresse entière, ou écrivez `<link rel="webmention" href="URL">`.',
  ),
  'webmention-relative': three(
    'Le point d’accès Webmention est nommé par une partie de son adresse : {given}.',
    'La norme le permet ; Ghost et d’autres expéditeurs simples ne prennent que des adresses entières.',
    'Envoyez `Link: <URL>; rel="webmention"` avec l’adresse entière, ou écrivez `<link rel="webmention" href="URL">`.',
  ),
  'webmention-differs': three(
    'L’en-tête `Link` nomme {url} et le HTML {other}.',
    'Les expéditeurs qui ne lisent que l’un des deux envoient à des endroits différents.',
    'Faites nommer la même adresse par les deux.',
  ),
  'head-fails': three(
    'La page ne répond pas à `HEAD` : {reason}.',
    'WordPress demande cela d’abord ; si cela échoue, il ne demande pas la page elle-même et ne vous prévient pas.',
    'Faites répondre le serveur à `HEAD` comme à `GET` ; un pare-feu ou un proxy peut le couper.',
  ),
  'head-type': three(
    'La réponse à HEAD est du type {type}.',
    'WordPress ne demande alors plus rien, et ne voit pas la balise.',
    'Envoyez `Content-Type: text/html` avec HEAD aussi, ou un en-tête `X-Pingback`.',
  ),
};
