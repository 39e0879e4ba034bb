import type { Dictionary } from '../dictionary.ts';
import { three } from '../three.ts';

/** What the doctor finds in how a page names its endpoints. */
export const findingsOfNames: Dictionary['findingsOfNames'] = {
  'head-slow': three(
    'Die Antwort auf `HEAD` brauchte {seconds} Sekunden.',
    'WordPress fragt das zuerst, wartet 2 Sekunden und sagt dir dann nichts.',
    'Beantworte `HEAD` aus demselben Cache wie `GET`.',
  ),
  'head-lacks': three(
    'Der Header `X-Pingback` kommt mit `GET` und nicht mit `HEAD` ({answer}).',
    'WordPress liest den Header nur dort und muss für das Tag die ganze Seite holen.',
    'Sende den Header mit beiden.',
  ),
  'head-lacks.untagged': three(
    'Der Header `X-Pingback` kommt mit `GET` und nicht mit `HEAD` ({answer}).',
    'WordPress liest den Header nur dort, findet auch kein Tag und sagt dir nichts.',
    'Sende den Header mit beiden.',
  ),
  'head-differs': three(
    '`HEAD` nennt {other} für Pingbacks und `GET` {url}.',
    'WordPress richtet sich nach `HEAD` und andere nach `GET`.',
    'Lass beide dieselbe Adresse nennen.',
  ),
  'x-pingback-twice': three(
    'Die Seite hat {many} Header `X-Pingback`.',
    'Pingback erlaubt einen, und WordPress kommt mit zweien nicht weiter.',
    'Nimm einen heraus: Oft setzen ihn Theme und Server beide.',
  ),
  'pingback-differs': three(
    'Der Header `X-Pingback` nennt {url} und das HTML {other}.',
    'Clients, die nur eines von beiden lesen, senden an verschiedene Orte.',
    'Lass beide dieselbe Adresse nennen.',
  ),
  'link-pingback': three(
    'Ein Header `Link` nennt den Pingback-Endpunkt.',
    'Pingback kennt keinen solchen Header, also sieht dort niemand nach.',
    'Sende stattdessen `X-Pingback: URL`.',
  ),
  'x-pingback-empty': three(
    'Der Header `X-Pingback` ist leer.',
    'Clients richten sich nach dem Header, wenn es ihn gibt, und haben nichts, wohin sie senden könnten.',
    'Gib ihm die Adresse des Endpunkts, oder lass ihn weg.',
  ),
  'x-pingback-relative': three(
    'Der Header `X-Pingback` „{given}“ ist keine vollständige Adresse.',
    'Pingback löst nichts auf, also geben Clients die Seite auf.',
    'Schreib sie ganz, mit `https://` und dem Host.',
  ),
  'tag-hidden': three(
    'Das einzige `<link rel="pingback">` steht in einem Kommentar, einem Skript oder einem Beispiel: {given}.',
    'Einfache Clients nehmen es, und die, die HTML lesen, sehen es nicht.',
    'Setz ein richtiges in den Kopf, und nimm das Wort aus dem Kommentar.',
  ),
  'tag-empty': three(
    'Das Tag nennt „{given}“, was keine vollständige Adresse ist.',
    'Pingback löst nichts auf, also haben die meisten Clients nichts, wohin sie senden könnten.',
    'Schreib `<link rel="pingback" href="URL">` früh in den Kopf: diese Reihenfolge, diese Anführungszeichen, sonst nichts darin.',
  ),
  'tag-decoy': three(
    'Ein Kommentar, Skript oder Beispiel nennt {given}, bevor das HTML {url} nennt.',
    'Clients, die nach dem Muster von Pingback gehen, nehmen das erste, das sie sehen, wo es auch steht.',
    'Nimm das andere aus der Seite.',
  ),
  'tag-late': three(
    'Das Tag kommt nach {many} KB.',
    'Clients sehen sich den Anfang einer Seite an: manche 5 KB, manche 150 KB.',
    'Setz es ganz nach oben in den Kopf.',
  ),
  'tag-references': three(
    'Die Adresse im Tag ist mit einer Zeichenreferenz geschrieben: {given}.',
    'WordPress sendet an sie, wie sie geschrieben ist, und andere kennen nur vier Referenzen.',
    'Gib dem Endpunkt eine Adresse ohne `&`.',
  ),
  'tag-wordpress': three(
    'WordPress liest „{given}“, wo das Tag {url} nennt.',
    'Es sucht `rel="pingback"`, Buchstabe für Buchstabe, und nimmt das nächste `href` dahinter.',
    'Schreib `<link rel="pingback" href="URL">` früh in den Kopf: diese Reihenfolge, diese Anführungszeichen, sonst nichts darin.',
  ),
  'tag-wordpress.unseen': three(
    'WordPress findet das Tag nicht.',
    'Es sucht `rel="pingback"`, Buchstabe für Buchstabe, und nimmt das nächste `href` dahinter.',
    'Schreib `<link rel="pingback" href="URL">` früh in den Kopf: diese Reihenfolge, diese Anführungszeichen, sonst nichts darin.',
  ),
  'tag-shape': three(
    'Das Tag hat nicht die Form, die Pingback will.',
    'Clients, die nach dem Muster der Spezifikation gehen, sehen es nicht.',
    'Schreib `<link rel="pingback" href="URL">` früh in den Kopf: diese Reihenfolge, diese Anführungszeichen, sonst nichts darin.',
  ),
  'link-header': three(
    'Der Header `Link` ist nicht lesbar: {given}.',
    'Absender, die nur Header lesen, finden keinen Endpunkt.',
    'Sende `Link: <URL>; rel="webmention"` mit der ganzen Adresse, oder schreib `<link rel="webmention" href="URL">`.',
  ),
  'link-header.only': three(
    'Der Header `Link` ist nicht lesbar: {given}.',
    'Seine Adresse muss in spitzen Klammern stehen und sein `rel` in doppelten Anführungszeichen oder in keinen.',
    'Sende `Link: <URL>; rel="webmention"` mit der ganzen Adresse, oder schreib `<link rel="webmention" href="URL">`.',
  ),
  'link-quotes': three(
    'Der Header `Link` hat nicht `rel="webmention"` in dieser Form: {given}.',
    'Einfache Absender, darunter Ghost, suchen genau diese Buchstaben.',
    'Sende `Link: <URL>; rel="webmention"` mit der ganzen Adresse, oder schreib `<link rel="webmention" href="URL">`.',
  ),
  'webmention-empty': three(
    'Die Seite nennt sich selbst als ihren Webmention-Endpunkt (eine leere Adresse).',
    'Der Standard erlaubt es, einfache Absender halten es für keinen, und eine Seite aus Dateien nimmt kein Formular an.',
    'Sende `Link: <URL>; rel="webmention"` mit der ganzen Adresse, oder schreib `<link rel="webmention" href="URL">`.',
  ),
  'webmention-relative': three(
    'Der Webmention-Endpunkt ist mit einem Teil seiner Adresse genannt: {given}.',
    'Der Standard erlaubt es; Ghost und andere einfache Absender nehmen nur ganze Adressen.',
    'Sende `Link: <URL>; rel="webmention"` mit der ganzen Adresse, oder schreib `<link rel="webmention" href="URL">`.',
  ),
  'webmention-differs': three(
    'Der Header `Link` nennt {url} und das HTML {other}.',
    'Absender, die nur eines von beiden lesen, senden an verschiedene Orte.',
    'Lass beide dieselbe Adresse nennen.',
  ),
  'head-fails': three(
    'Die Seite beantwortet `HEAD` nicht: {reason}.',
    'WordPress fragt das zuerst; wenn es scheitert, fragt es nicht nach der Seite selbst und sagt dir nichts.',
    'Lass den Server `HEAD` wie `GET` beantworten; eine Firewall oder ein Proxy kann es abschneiden.',
  ),
  'head-type': three(
    'Die Antwort auf HEAD hat den Typ {type}.',
    'WordPress fragt dann nicht weiter und sieht das Tag nicht.',
    'Sende auch mit HEAD `Content-Type: text/html`, oder einen Header `X-Pingback`.',
  ),
};
