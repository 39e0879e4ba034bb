import type { Dictionary } from '../dictionary.ts';
import { three } from '../three.ts';

/** What the doctor finds on pages that others link to. */
export const findingsOfPages: Dictionary['findingsOfPages'] = {
  redirect: three(
    'La page redirige vers {url}.',
    'WordPress ne suit aucune redirection pour les en-têtes d’une page, et ne trouve que ce que nomme le HTML.',
    'Faites faire les liens vers cette adresse, ou servez la page là où mènent les liens.',
  ),
  'page-slow': three(
    'La page a mis {seconds} secondes à venir.',
    'WordPress l’attend 2 secondes, et ensuite ne vous prévient pas.',
    'Rendez-la plus rapide ; un cache devant elle aide.',
  ),
  compressed: three(
    'La page arrive compressée ({coding}) chez ceux qui ne demandent aucune compression.',
    'Les clients simples ne peuvent pas la lire, et n’y trouvent aucun point d’accès.',
    'Faites que le serveur suive `Accept-Encoding`, et envoyez `Vary: Accept-Encoding`.',
  ),
  canonical: three(
    'La page dit que son adresse est {url}.',
    'Ceux qui partagent cette adresse font un lien vers une autre page que celle-ci, et les mentions sont comptées à part.',
    'Donnez à la page l’adresse sous laquelle elle est publiée, ou corrigez le lien canonique.',
  ),
  declined: three(
    'La page demande de ne pas être prévenue par {protocols} (ses mots pour les robots).',
    'Hearback et d’autres font ce qu’elle dit.',
    'Retirez `nolinkback` et ses semblables de l’élément meta ou de l’en-tête robots.',
  ),
  blocked: three(
    'La page répond HTTP {status} à un programme qu’elle ne connaît pas.',
    'Les expéditeurs sont de tels programmes : ils sont tenus dehors comme des robots, et ne peuvent pas lire où vous voulez être prévenu.',
    'Laissez-les voir les pages publiques : faites une exception dans le pare-feu ou la protection contre les robots.',
  ),
  status: three(
    'La page répond HTTP {status}.',
    'Les expéditeurs cherchent un point d’accès sur des pages qui existent.',
    'Réparez le serveur.',
  ),
  'status.missing': three(
    'La page répond HTTP {status}.',
    'Les expéditeurs cherchent un point d’accès sur des pages qui existent.',
    'Publiez-la, ou faites mener son adresse à celle qu’elle a maintenant.',
  ),
  unreadable: three(
    'La page ne peut pas être lue : son lecteur n’est pas arrivé au bout.',
    'Expéditeurs et destinataires abandonnent une telle page.',
    'Simplifiez son HTML : moins d’éléments les uns dans les autres, pas d’attributs sans fin.',
  ),
  'not-advertised': three(
    'Ni les en-têtes ni le HTML de la page ne nomment un point d’accès.',
    'Personne ne peut vous prévenir de liens vers elle.',
    'Mettez dans l’en-tête de chaque page les lignes que montre la page du site dans le bureau.',
  ),
  'webmention-hidden': three(
    'Le seul lien vers un point d’accès Webmention est dans un commentaire, un script ou un exemple.',
    'Personne qui lit le HTML ne le voit.',
    'Mettez dans l’en-tête de chaque page les lignes que montre la page du site dans le bureau.',
  ),
  'protocol-off': three(
    'La page nomme un point d’accès pour {protocol}, que son site n’accepte pas.',
    'De telles notifications sont refusées (faute 33, HTTP 400).',
    'Activez-le dans les réglages du site, ou retirez le point d’accès de la page.',
  ),
  'no-map': three(
    'Il n’y a pas de liste des pages de {site}.',
    'Toute adresse sous le site est acceptée comme cible, même de pages qui n’ont jamais existé.',
    'Nommez le flux ou le plan du site dans ses réglages.',
  ),
  'not-on-map': three(
    'La page n’est pas dans la liste de son site, lue dans le flux ou le plan du site.',
    'Les notifications à son sujet sont refusées (faute 33, HTTP 400).',
    'Mettez-la dans le plan du site ; la liste est relue chaque heure et quand une page est annoncée.',
  ),
  gone: three(
    'La page est connue pour avoir disparu.',
    'Les notifications à son sujet sont refusées (faute 32, HTTP 400).',
    'Si elle est de retour, annoncez-la ou attendez la prochaine lecture du plan du site.',
  ),
  closed: three(
    'Aucune mention n’est acceptée pour la page : {reason}.',
    'Les notifications à son sujet sont refusées (faute 33, HTTP 400).',
    'Changez les réglages du site.',
  ),
  'closed.page': three(
    'Aucune mention n’est acceptée pour la page : {reason}.',
    'Les notifications à son sujet sont refusées (faute 33, HTTP 400).',
    'Changez les réglages du site, ou l’interrupteur de la page dans la liste de ses pages.',
  ),
  'receiving-off': three(
    'La réception est coupée pour {site}.',
    'Les notifications sur chacune de ses pages sont refusées (faute 33, HTTP 400).',
    'Activez-la dans les réglages du site.',
  ),
  challenge: three(
    'La page répond à un programme par une question pour humains, comme un défi ou un captcha.',
    'Les expéditeurs sont des programmes : ils ne peuvent pas y répondre, et ne voient jamais où vous voulez être prévenu.',
    'Faites une exception pour les pages publiques dans la protection contre les robots.',
  ),
  'sent-on': three(
    'La page envoie d’elle-même ses lecteurs vers {url} (refresh).',
    'Les programmes restent sur cette page, et les gens en voient une autre : ce qui mène ici est compté à part.',
    'Faites rediriger par le serveur, ou faites faire les liens vers l’autre page.',
  ),
  'log-in': three(
    'La page demande de se connecter avant de pouvoir la lire.',
    'Les expéditeurs sont des programmes : ils n’ont pas de mot de passe, et ne voient jamais où vous voulez être prévenu.',
    'Laissez lire les pages publiques sans connexion, ou n’attendez pas de mentions de celle-ci.',
  ),
  'port.target': three(
    'La page est sur le port {port}.',
    'WordPress n’annonce qu’aux pages sur 80, 443 et 8080.',
    'Servez-la sur l’un d’eux.',
  ),
  'front-page': three(
    'La page est la page d’accueil de son hôte.',
    'WordPress n’annonce rien à une page d’accueil liée sans chemin.',
    'Pour apprendre ses liens, acceptez aussi Webmention, ou faites lier une page avec un chemin.',
  ),
};
