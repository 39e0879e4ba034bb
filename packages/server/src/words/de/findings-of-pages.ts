import type { Dictionary } from '../dictionary.ts';
import { three } from '../three.ts';

/** What the doctor finds on pages that others link to. */
export const findingsOfPages: Dictionary['findingsOfPages'] = {
  redirect: three(
    'Die Seite leitet weiter nach {url}.',
    'WordPress folgt für die Header einer Seite keiner Weiterleitung und findet nur, was im HTML steht.',
    'Lass diese Adresse verlinken, oder liefere die Seite dort aus, wohin verlinkt wird.',
  ),
  'page-slow': three(
    'Die Seite brauchte {seconds} Sekunden.',
    'WordPress wartet 2 Sekunden auf sie und sagt dir dann nichts.',
    'Mach sie schneller; ein Cache davor hilft.',
  ),
  compressed: three(
    'Die Seite kommt komprimiert ({coding}) auch zu denen, die keine Kompression wollen.',
    'Einfache Clients können sie nicht lesen und finden im HTML keinen Endpunkt.',
    'Lass den Server sich nach `Accept-Encoding` richten, und sende `Vary: Accept-Encoding`.',
  ),
  canonical: three(
    'Die Seite sagt, ihre Adresse sei {url}.',
    'Wer diese Adresse teilt, verlinkt eine andere Seite als diese, und Erwähnungen werden getrennt gezählt.',
    'Gib der Seite die Adresse, unter der sie veröffentlicht ist, oder berichtige den kanonischen Link.',
  ),
  declined: three(
    'Die Seite bittet, nicht per {protocols} benachrichtigt zu werden (ihre Worte für Robots).',
    'Hearback und andere halten sich daran.',
    'Nimm `nolinkback` und Verwandtes aus dem Robots-Meta-Element oder -Header.',
  ),
  blocked: three(
    'Die Seite antwortet einem Programm, das sie nicht kennt, mit HTTP {status}.',
    'Absender sind solche Programme: Sie werden als Robots ferngehalten und können nicht lesen, wo du benachrichtigt werden willst.',
    'Lass sie öffentliche Seiten sehen: Mach in der Firewall oder im Bot-Schutz eine Ausnahme.',
  ),
  status: three(
    'Die Seite antwortet mit HTTP {status}.',
    'Absender suchen Endpunkte auf Seiten, die es gibt.',
    'Bring den Server in Ordnung.',
  ),
  'status.missing': three(
    'Die Seite antwortet mit HTTP {status}.',
    'Absender suchen Endpunkte auf Seiten, die es gibt.',
    'Veröffentliche sie, oder lass die Adresse zur jetzigen führen.',
  ),
  unreadable: three(
    'Die Seite kann nicht gelesen werden: Ihr Leser kam an kein Ende.',
    'Absender und Empfänger geben eine solche Seite auf.',
    'Mach ihr HTML einfacher: weniger Elemente ineinander, keine endlosen Attribute.',
  ),
  'not-advertised': three(
    'Weder die Header noch das HTML der Seite nennen einen Endpunkt.',
    'Niemand kann dir Links auf sie melden.',
    'Setz die Zeilen, die die Seite der Website im Schreibtisch zeigt, in den Kopf jeder Seite.',
  ),
  'webmention-hidden': three(
    'Der einzige Link auf einen Webmention-Endpunkt steht in einem Kommentar, einem Skript oder einem Beispiel.',
    'Niemand, der HTML liest, sieht ihn.',
    'Setz die Zeilen, die die Seite der Website im Schreibtisch zeigt, in den Kopf jeder Seite.',
  ),
  'protocol-off': three(
    'Die Seite nennt einen Endpunkt für {protocol}, was ihre Website nicht annimmt.',
    'Solche Benachrichtigungen werden abgelehnt (Fault 33, HTTP 400).',
    'Schalte es in den Einstellungen der Website ein, oder nimm den Endpunkt von der Seite.',
  ),
  'no-map': three(
    'Es gibt kein Verzeichnis der Seiten von {site}.',
    'Jede Adresse unter der Website wird als Ziel angenommen, auch von Seiten, die es nie gab.',
    'Nenne in den Einstellungen der Website ihren Feed oder ihre Sitemap.',
  ),
  'not-on-map': three(
    'Die Seite steht nicht im Verzeichnis ihrer Website, das aus dem Feed oder der Sitemap gelesen wird.',
    'Benachrichtigungen über sie werden abgelehnt (Fault 33, HTTP 400).',
    'Setz sie in die Sitemap; das Verzeichnis wird stündlich neu gelesen und wenn eine Seite angekündigt wird.',
  ),
  gone: three(
    'Die Seite gilt als verschwunden.',
    'Benachrichtigungen über sie werden abgelehnt (Fault 32, HTTP 400).',
    'Wenn es sie wieder gibt, kündige sie an, oder warte auf den nächsten Blick in die Sitemap.',
  ),
  closed: three(
    'Für die Seite werden keine Erwähnungen angenommen: {reason}.',
    'Benachrichtigungen über sie werden abgelehnt (Fault 33, HTTP 400).',
    'Ändere die Einstellungen der Website.',
  ),
  'closed.page': three(
    'Für die Seite werden keine Erwähnungen angenommen: {reason}.',
    'Benachrichtigungen über sie werden abgelehnt (Fault 33, HTTP 400).',
    'Ändere die Einstellungen der Website, oder den Schalter der Seite in deren Liste der Seiten.',
  ),
  'receiving-off': three(
    'Das Empfangen ist für {site} abgeschaltet.',
    'Benachrichtigungen über jede ihrer Seiten werden abgelehnt (Fault 33, HTTP 400).',
    'Schalte es in den Einstellungen der Website ein.',
  ),
  challenge: three(
    'Die Seite antwortet einem Programm mit einer Frage an Menschen, etwa einer Challenge oder einem Captcha.',
    'Absender sind Programme: Sie können sie nicht beantworten und sehen nie, wo du benachrichtigt werden willst.',
    'Mach im Bot-Schutz eine Ausnahme für öffentliche Seiten.',
  ),
  'sent-on': three(
    'Die Seite schickt ihre Leser von selbst weiter nach {url} (refresh).',
    'Programme bleiben auf dieser Seite, und Menschen sehen eine andere: Was hierher verlinkt, wird getrennt gezählt.',
    'Lass den Server weiterleiten, oder lass die andere Seite verlinken.',
  ),
  'log-in': three(
    'Die Seite verlangt eine Anmeldung, bevor man sie lesen darf.',
    'Absender sind Programme: Sie haben kein Passwort und sehen nie, wo du benachrichtigt werden willst.',
    'Lass öffentliche Seiten ohne Anmeldung lesen, oder erwarte keine Erwähnungen dieser Seite.',
  ),
  'port.target': three(
    'Die Seite ist auf Port {port}.',
    'WordPress meldet nur Seiten auf 80, 443 und 8080 etwas.',
    'Liefere sie auf einem davon aus.',
  ),
  'front-page': three(
    'Die Seite ist die Startseite ihres Hosts.',
    'WordPress meldet keiner Startseite etwas, auf die ohne Pfad verlinkt wird.',
    'Damit Links auf sie gemeldet werden, nimm auch Webmention an, oder lass auf eine Seite mit Pfad verlinken.',
  ),
};
