import type { Dictionary } from '../dictionary.ts';
import { three } from '../three.ts';

/** What the doctor finds on pages that link to others. */
export const findingsOfSources: Dictionary['findingsOfSources'] = {
  'redirect.source': three(
    'La page redirige vers {url}.',
    'WordPress ne suit aucune redirection d’une source.',
    'Faites le lien vers cette adresse et annoncez-la.',
  ),
  refresh: three(
    'La page envoie ses lecteurs vers {url} (refresh).',
    'Ce n’est donc pas une page à annoncer.',
    'Faites le lien vers cette page et annoncez-la.',
  ),
  'status.source': three(
    'La page répond HTTP {status}.',
    'Seule une page qui répond 200 est prise pour source.',
    'Publiez-la, ou annoncez l’adresse qu’elle a maintenant.',
  ),
  type: three(
    'La page est {type} et non du HTML.',
    'Les liens sont cherchés dans du HTML.',
    'Servez-la comme `text/html`.',
  ),
  'type.none': three(
    'La page ne dit pas de quel type elle est.',
    'Les liens sont cherchés dans du HTML.',
    'Servez-la comme `text/html`.',
  ),
  port: three(
    'La page est sur le port {port}.',
    'WordPress ne prend des sources que sur 80, 443 et 8080.',
    'Servez-la sur l’un d’eux.',
  ),
  address: three(
    'La page est à une adresse nue.',
    'La plupart des destinataires ne prennent que des noms.',
    'Donnez-lui un nom.',
  ),
  'title-late': three(
    'Le titre vient après 150 Ko.',
    'WordPress refuse une telle page (faute 32).',
    'Mettez-le en haut.',
  ),
  'title-attributes': three(
    'L’élément titre a des attributs.',
    'WordPress refuse une telle page (faute 32).',
    'Retirez-les.',
  ),
  'title-missing': three(
    'La page n’a pas de titre.',
    'WordPress refuse une telle page (faute 32).',
    'Donnez-lui-en un.',
  ),
  large: three(
    'La page dépasse 1 Mio.',
    'Personne ne cherche de liens après cela.',
    'Rendez-la plus petite, ou faites venir ses liens tôt.',
  ),
  'no-pingback': three(
    'La page ne nomme pas de point d’accès Pingback à elle.',
    'Typecho refuse de telles sources.',
    'Ajoutez `<link rel="pingback" href="…">`.',
  ),
  noindex: three(
    'La page demande à ne pas être indexée (noindex).',
    'Certains y voient qu’elle n’est pas publique.',
    'Retirez-le là où la page peut être trouvée.',
  ),
  'noindex.after': three(
    'La page donne une date à partir de laquelle elle ne doit plus être trouvée (`unavailable_after`), et cette date est passée.',
    'Depuis, cela veut dire noindex, et certains y voient qu’elle n’est pas publique.',
    'Retirez la date là où la page peut être trouvée.',
  ),
  'no-links': three(
    'Le contenu de la page ne mène à personne d’autre.',
    'Il n’y a donc personne à prévenir.',
    'S’il le devrait, mettez les liens dans l’article et non dans la navigation.',
  ),
  'link-late': three(
    'Certains liens viennent après 150 Ko : {links}.',
    'WordPress n’y regarde pas.',
    'Remontez l’article, ou sortez de la page les scripts et styles longs.',
  ),
  'link-ampersand': three(
    'Dans certains liens, `&` n’est pas écrit `&amp;` : {links}.',
    'WordPress ne les trouve pas.',
    'Écrivez `&amp;`.',
  ),
  'link-shape': three(
    'WordPress ne trouverait pas certains liens : {links}.',
    'Il cherche un `<a>` en minuscules dont l’adresse est écrite en entier, avec du texte, et sans image, titre ni paragraphe dedans.',
    'Donnez à ces liens une telle forme.',
  ),
};
