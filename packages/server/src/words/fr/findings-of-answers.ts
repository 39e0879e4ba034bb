import type { Dictionary } from '../dictionary.ts';
import { three } from '../three.ts';

/** What the doctor finds in how places answer. */
export const findingsOfAnswers: Dictionary['findingsOfAnswers'] = {
  'endpoint-port': three(
    '{what} est sur le port {port}.',
    'WordPress n’envoie qu’à 80, 443 et 8080.',
    'Servez-le sur l’un d’eux ; un proxy le fait.',
  ),
  'endpoint-scheme': three(
    '{what} est en http simple, et la page en https.',
    'Ce qui est envoyé peut être lu et changé en route, et une redirection vers https change chez WordPress un POST en GET.',
    'Nommez l’adresse en https.',
  ),
  'endpoint-elsewhere': three(
    '{what} n’est pas de ce Hearback, qui est à {other}.',
    'Ce qui y est envoyé n’arrive pas ici.',
    'Nommez le point d’accès que montre la page du site dans le bureau, ou laissez-le ainsi si c’est voulu.',
  ),
  'endpoint-redirects': three(
    '{what} redirige vers {other}.',
    'WordPress redemande avec GET, et la plupart des clients ne suivent pas du tout.',
    'Nommez l’adresse finale sur la page.',
  ),
  'endpoint-slow': three(
    '{what} a mis {seconds} secondes à répondre.',
    'Les expéditeurs attendent 5 secondes environ.',
    'Répondez d’abord et vérifiez ensuite.',
  ),
  'endpoint-slow.pingback': three(
    '{what} a mis {seconds} secondes à répondre.',
    'WordPress attend 3 secondes, y voit un échec, et ne revient pas.',
    'Répondez d’abord et vérifiez ensuite.',
  ),
  'endpoint-password': three(
    '{what} demande un nom et un mot de passe (HTTP 401).',
    'Les expéditeurs n’en ont pas.',
    'Retirez le mot de passe de cette seule adresse : une règle pour tout le site, ou pour un dossier, la couvre aussi.',
  ),
  'endpoint-blocks': three(
    '{what} répond HTTP {status}.',
    'Il tient dehors les expéditeurs, qui sont des programmes qu’il ne connaît pas et qui n’ont pas de mot de passe.',
    'Faites pour lui une exception dans le pare-feu, la protection contre les robots ou l’extension de sécurité.',
  ),
  'endpoint-missing': three(
    '{what} répond HTTP {status}.',
    'Il n’y a rien là, donc chaque notification est perdue.',
    'Nommez la bonne adresse, ou retirez-la de la page.',
  ),
  'endpoint-no-post': three(
    '{what} répond HTTP {status} à POST.',
    'Les notifications sont envoyées par POST.',
    'Laissez passer POST : un proxy ou un hébergeur de fichiers peut l’arrêter.',
  ),
  'endpoint-failing': three('{what} répond HTTP {status}.', 'Il est en panne.', 'Regardez son journal.'),
  'reply-not-xml': three(
    '{what} répond par quelque chose qui n’est pas du XML-RPC (HTTP {status}).',
    'Chaque client y voit un échec.',
    'Regardez ce qui répond là : une page de pare-feu, une erreur de PHP, une page d’accueil.',
  ),
  'reply-status': three(
    '{what} répond HTTP {status} autour de son résultat.',
    'XML-RPC veut 200 pour les fautes aussi ; WordPress et Python ne lisent rien d’autre.',
    'Envoyez 200.',
  ),
  'reply-type': three(
    '{what} appelle sa réponse {type}.',
    'Les clients de Ruby et de PEAR refusent ce qui n’est pas `text/xml`.',
    'Envoyez `Content-Type: text/xml`.',
  ),
  'reply-type.none': three(
    '{what} ne dit pas de quel type est sa réponse.',
    'Les clients de Ruby et de PEAR refusent ce qui n’est pas `text/xml`.',
    'Envoyez `Content-Type: text/xml`.',
  ),
  'reply-bom': three(
    '{what} commence sa réponse par une marque d’ordre des octets.',
    'WordPress ne peut pas la lire et y voit un échec.',
    'Enregistrez les fichiers du serveur, sa configuration aussi, en UTF-8 sans marque.',
  ),
  'reply-blank': three(
    '{what} commence sa réponse par du blanc.',
    'Devant une déclaration XML, il rend la réponse illisible aux clients stricts.',
    'Cherchez des lignes vides après `?>` dans les fichiers de PHP.',
  ),
  'reply-declaration': three(
    '{what} répond sans déclaration XML.',
    'Quelques clients en demandent une.',
    'Commencez par `<?xml version="1.0"?>`.',
  ),
  'reply-length': three(
    '{what} ne dit pas la longueur de sa réponse.',
    'Les clients ne peuvent pas distinguer une réponse entière d’une réponse coupée, et les anciens n’en lisent aucune.',
    'Envoyez `Content-Length`.',
  ),
  'endpoint-no-pingback': three(
    '{what} ne connaît pas `pingback.ping` (faute -32601).',
    'Personne ne peut rien lui annoncer.',
    'Activez-y les pingbacks, ou retirez le point d’accès de la page.',
  ),
  'endpoint-misreads': three(
    '{what} ne comprend pas un appel simple (faute {status}).',
    'Quelque chose change ou perd le contenu en route.',
    'Regardez le proxy et le pare-feu devant lui.',
  ),
  'reply-fault': three(
    '{what} ne donne pas son code de faute comme int.',
    'WordPress ne voit alors pas qu’un lien est déjà inscrit, et le renvoie à chaque fois.',
    'Écrivez `<int>48</int>`.',
  ),
  certificate: three(
    '{what} est derrière un certificat auquel on ne fait pas confiance : {reason}.',
    'Chaque expéditeur qui vérifie les certificats, dont WordPress, s’arrête là.',
    'Renouvelez le certificat, avec toute sa chaîne et pour ce nom même.',
  ),
  'page-private': three(
    '{what} est là où personne du dehors n’entre : {reason}.',
    'Les expéditeurs ne demandent pas d’adresses privées, d’adresses nues ni de ports inhabituels.',
    'Donnez un nom public sur le port 443 ou 80. Pour un réseau fermé à vous, ouvrez-le avec `--allow-network`.',
  ),
  'page-redirects': three(
    '{what} redirige d’une façon qui n’est pas suivie : {reason}.',
    'Ce qui est envoyé n’est pas porté à un autre hôte, et les boucles n’ont pas de fin.',
    'Nommez l’adresse finale.',
  ),
  'page-slow.late': three(
    '{what} n’a pas répondu à temps : {reason}.',
    'WordPress attend 2 secondes une page et 3 un point d’accès, et ne revient pas.',
    'Trouvez ce qui prend si longtemps ; un cache devant la page aide.',
  ),
  'page-broken': three(
    '{what} répond par quelque chose qui n’est pas du HTTP correct : {reason}.',
    'Les clients stricts rejettent toute la réponse.',
    'Regardez ce qui écrit les en-têtes : une ligne repliée, une longueur fausse, un codage non demandé.',
  ),
  unreachable: three(
    '{what} n’a pas pu être atteint : {reason}.',
    'Personne ne peut rien lui demander.',
    'Regardez le serveur de noms, le pare-feu et si le serveur tourne.',
  ),
  'reply-noise': three(
    '{what} écrit quelque chose avant sa réponse : « {given} ».',
    'Les clients stricts, dont WordPress, ne peuvent pas la lire et y voient un échec.',
    'Cherchez des avertissements de PHP, et désactivez leur affichage (`display_errors`) ; leur place est dans un journal.',
  ),
  'reply-cut': three(
    '{what} répond par du XML qui n’a pas de fin.',
    'Chaque client voit un échec dans une réponse coupée.',
    'Regardez ce qui l’arrête : une erreur au milieu, ou une limite du proxy.',
  ),
  'reply-wide': three(
    '{what} répond en {encoding}.',
    'Les clients stricts ne peuvent pas le lire, car PHP, dans lequel la plupart sont écrits, ne connaît que l’UTF-8 et le Latin-1 : WordPress y voit un échec.',
    'Écrivez la réponse en UTF-8.',
  ),
  'reply-empty': three(
    '{what} répond par une `methodResponse` qui ne contient rien.',
    'Les clients stricts ne peuvent pas la lire, car une réponse est soit `params`, soit une `fault`, et y voient un échec.',
    'Regardez ce qui écrit la réponse ; une bibliothèque XML-RPC l’écrit correctement.',
  ),
  'reply-malformed': three(
    '{what} répond par du XML qui n’est pas du XML-RPC bien formé : {reason}.',
    'Les clients stricts ne peuvent pas le lire et y voient un échec.',
    'Regardez ce qui écrit la réponse et ce qui la change en route ; une bibliothèque XML-RPC l’écrit correctement.',
  ),
};
