import type { Dictionary } from '../dictionary.ts';
import { three } from '../three.ts';

/** What the doctor finds in how places answer. */
export const findingsOfAnswers: Dictionary['findingsOfAnswers'] = {
  'endpoint-port': three(
    '{what} ist auf Port {port}.',
    'WordPress sendet nur an 80, 443 und 8080.',
    'Liefere ihn auf einem davon aus; ein Proxy kann das.',
  ),
  'endpoint-scheme': three(
    '{what} ist einfaches http, und die Seite ist https.',
    'Was gesendet wird, kann unterwegs gelesen und geändert werden, und eine Weiterleitung zu https macht bei WordPress aus POST ein GET.',
    'Nenne die https-Adresse.',
  ),
  'endpoint-elsewhere': three(
    '{what} gehört nicht zu diesem Hearback, das unter {other} ist.',
    'Was dorthin gesendet wird, kommt hier nicht an.',
    'Nenne den Endpunkt, den die Seite der Website im Schreibtisch zeigt, oder lass es so, wenn du es so meinst.',
  ),
  'endpoint-redirects': three(
    '{what} leitet weiter nach {other}.',
    'WordPress fragt mit GET noch einmal, und die meisten Clients folgen gar nicht.',
    'Nenne auf der Seite die endgültige Adresse.',
  ),
  'endpoint-slow': three(
    '{what} brauchte {seconds} Sekunden für die Antwort.',
    'Absender warten etwa 5 Sekunden.',
    'Antworte zuerst, und prüfe später.',
  ),
  'endpoint-slow.pingback': three(
    '{what} brauchte {seconds} Sekunden für die Antwort.',
    'WordPress wartet 3 Sekunden, hält es für einen Fehlschlag und kommt nicht wieder.',
    'Antworte zuerst, und prüfe später.',
  ),
  'endpoint-password': three(
    '{what} fragt nach Namen und Passwort (HTTP 401).',
    'Absender haben keine.',
    'Nimm das Passwort von dieser einen Adresse: Eine Regel für die ganze Website oder einen Ordner trifft auch sie.',
  ),
  'endpoint-blocks': three(
    '{what} antwortet mit HTTP {status}.',
    'Er hält Absender fern, die Programme sind, die er nicht kennt und die kein Passwort haben.',
    'Mach für ihn eine Ausnahme in der Firewall, im Bot-Schutz oder im Sicherheits-Plugin.',
  ),
  'endpoint-missing': three(
    '{what} antwortet mit HTTP {status}.',
    'Dort ist nichts, also geht jede Benachrichtigung verloren.',
    'Nenne die richtige Adresse, oder nimm sie von der Seite.',
  ),
  'endpoint-no-post': three(
    '{what} antwortet auf POST mit HTTP {status}.',
    'Benachrichtigungen werden mit POST gesendet.',
    'Lass POST durch: Ein Proxy oder ein Host für Dateien kann es aufhalten.',
  ),
  'endpoint-failing': three('{what} antwortet mit HTTP {status}.', 'Er ist außer Betrieb.', 'Sieh in sein Protokoll.'),
  'reply-not-xml': three(
    '{what} antwortet mit etwas, das kein XML-RPC ist (HTTP {status}).',
    'Jeder Client hält das für einen Fehlschlag.',
    'Sieh nach, was dort antwortet: eine Seite einer Firewall, ein Fehler von PHP, eine Startseite.',
  ),
  'reply-status': three(
    '{what} antwortet mit HTTP {status} um sein Ergebnis.',
    'XML-RPC will auch für Faults 200; WordPress und Python lesen nichts anderes.',
    'Sende 200.',
  ),
  'reply-type': three(
    '{what} nennt seine Antwort {type}.',
    'Clients von Ruby und PEAR lehnen ab, was nicht `text/xml` ist.',
    'Sende `Content-Type: text/xml`.',
  ),
  'reply-type.none': three(
    '{what} sagt nicht, von welchem Typ seine Antwort ist.',
    'Clients von Ruby und PEAR lehnen ab, was nicht `text/xml` ist.',
    'Sende `Content-Type: text/xml`.',
  ),
  'reply-bom': three(
    '{what} beginnt seine Antwort mit einer Byte-Reihenfolge-Marke.',
    'WordPress kann sie nicht lesen und hält sie für einen Fehlschlag.',
    'Speichere die Dateien des Servers, auch seine Konfiguration, als UTF-8 ohne Marke.',
  ),
  'reply-blank': three(
    '{what} beginnt seine Antwort mit Leerraum.',
    'Vor einer XML-Deklaration macht er die Antwort für strenge Clients unlesbar.',
    'Suche in Dateien von PHP nach leeren Zeilen hinter `?>`.',
  ),
  'reply-declaration': three(
    '{what} antwortet ohne XML-Deklaration.',
    'Einige Clients verlangen eine.',
    'Beginne mit `<?xml version="1.0"?>`.',
  ),
  'reply-length': three(
    '{what} sagt nicht, wie lang seine Antwort ist.',
    'Clients können eine ganze Antwort nicht von einer abgebrochenen unterscheiden, und alte lesen keine.',
    'Sende `Content-Length`.',
  ),
  'endpoint-no-pingback': three(
    '{what} kennt `pingback.ping` nicht (Fault -32601).',
    'Niemand kann ihm etwas melden.',
    'Schalte dort Pingbacks ein, oder nimm den Endpunkt von der Seite.',
  ),
  'endpoint-misreads': three(
    '{what} versteht einen einfachen Aufruf nicht (Fault {status}).',
    'Etwas ändert oder verliert unterwegs den Inhalt.',
    'Sieh dir den Proxy und die Firewall davor an.',
  ),
  'reply-fault': three(
    '{what} gibt seinen Fault-Code nicht als int.',
    'WordPress sieht dann nicht, dass ein Link schon eingetragen ist, und sendet ihn jedes Mal wieder.',
    'Schreib `<int>48</int>`.',
  ),
  certificate: three(
    '{what} ist hinter einem Zertifikat, dem nicht vertraut wird: {reason}.',
    'Jeder Absender, der Zertifikate prüft, darunter WordPress, hört dort auf.',
    'Erneuere das Zertifikat, mit seiner ganzen Kette und für genau diesen Namen.',
  ),
  'page-private': three(
    '{what} ist dort, wohin niemand von außen gelassen wird: {reason}.',
    'Absender fragen keine privaten Adressen, keine bloßen Adressen und keine ungewöhnlichen Ports.',
    'Gib einen öffentlichen Namen auf Port 443 oder 80. Für ein geschlossenes Netz von dir öffne es mit `--allow-network`.',
  ),
  'page-redirects': three(
    '{what} leitet so weiter, dass nicht gefolgt wird: {reason}.',
    'Was gesendet wird, wird nicht zu einem anderen Host getragen, und Schleifen haben kein Ende.',
    'Nenne die endgültige Adresse.',
  ),
  'page-slow.late': three(
    '{what} antwortete nicht rechtzeitig: {reason}.',
    'WordPress wartet 2 Sekunden auf eine Seite und 3 auf einen Endpunkt und kommt nicht wieder.',
    'Finde heraus, was so lange dauert; ein Cache vor der Seite hilft.',
  ),
  'page-broken': three(
    '{what} antwortet mit etwas, das kein richtiges HTTP ist: {reason}.',
    'Strenge Clients verwerfen eine solche Antwort ganz.',
    'Sieh nach, was die Header schreibt: eine gefaltete Zeile, eine falsche Länge, eine Kodierung, die niemand wollte.',
  ),
  unreachable: three(
    '{what} war nicht zu erreichen: {reason}.',
    'Niemand kann fragen.',
    'Sieh nach dem Nameserver, der Firewall und ob der Server läuft.',
  ),
  'reply-noise': three(
    '{what} schreibt etwas vor seine Antwort: „{given}“.',
    'Strenge Clients, darunter WordPress, können sie nicht lesen und halten sie für einen Fehlschlag.',
    'Suche nach Warnungen von PHP, und schalte ihre Anzeige aus (`display_errors`); sie gehören in ein Protokoll.',
  ),
  'reply-cut': three(
    '{what} antwortet mit XML, das kein Ende hat.',
    'Jeder Client hält eine abgebrochene Antwort für einen Fehlschlag.',
    'Sieh nach, was sie beendet: ein Fehler mittendrin oder eine Grenze des Proxys.',
  ),
  'reply-wide': three(
    '{what} antwortet in {encoding}.',
    'Strenge Clients können das nicht lesen, weil PHP, worin die meisten geschrieben sind, nur UTF-8 und Latin-1 kennt: WordPress hält es für einen Fehlschlag.',
    'Schreib die Antwort in UTF-8.',
  ),
  'reply-empty': three(
    '{what} antwortet mit einer `methodResponse`, in der nichts steht.',
    'Strenge Clients können das nicht lesen, weil eine Antwort entweder `params` oder ein `fault` ist, und halten es für einen Fehlschlag.',
    'Sieh nach, was die Antwort schreibt; eine Bibliothek für XML-RPC schreibt sie richtig.',
  ),
  'reply-malformed': three(
    '{what} antwortet mit XML, das kein wohlgeformtes XML-RPC ist: {reason}.',
    'Strenge Clients können sie nicht lesen und halten sie für einen Fehlschlag.',
    'Sieh nach, was die Antwort schreibt und was sie unterwegs ändert; eine Bibliothek für XML-RPC schreibt sie richtig.',
  ),
};
