import type { Dictionary } from '../dictionary.ts';
import { three } from '../three.ts';

/** What the doctor finds on pages that link to others. */
export const findingsOfSources: Dictionary['findingsOfSources'] = {
  'redirect.source': three(
    'Die Seite leitet weiter nach {url}.',
    'WordPress folgt keiner Weiterleitung einer Quelle.',
    'Verlinke auf diese Adresse und kündige sie an.',
  ),
  refresh: three(
    'Die Seite schickt ihre Leser weiter nach {url} (refresh).',
    'Also ist sie keine Seite, von der man berichtet.',
    'Verlinke auf jene Seite und kündige sie an.',
  ),
  'status.source': three(
    'Die Seite antwortet mit HTTP {status}.',
    'Nur eine, die mit 200 antwortet, gilt als Quelle.',
    'Veröffentliche sie, oder kündige die Adresse an, die sie jetzt hat.',
  ),
  type: three(
    'Die Seite ist {type} und nicht HTML.',
    'Links werden in HTML gesucht.',
    'Liefere sie als `text/html` aus.',
  ),
  'type.none': three(
    'Die Seite sagt nicht, von welchem Typ sie ist.',
    'Links werden in HTML gesucht.',
    'Liefere sie als `text/html` aus.',
  ),
  port: three(
    'Die Seite ist auf Port {port}.',
    'WordPress nimmt Quellen nur auf 80, 443 und 8080.',
    'Liefere sie auf einem davon aus.',
  ),
  address: three(
    'Die Seite hat nur eine bloße IP-Adresse.',
    'Die meisten Empfänger nehmen nur Namen.',
    'Gib ihr einen Namen.',
  ),
  'title-late': three(
    'Der Titel kommt nach 150 KB.',
    'WordPress lehnt eine solche Seite ab (Fault 32).',
    'Setz ihn nach oben.',
  ),
  'title-attributes': three(
    'Das Titelelement hat Attribute.',
    'WordPress lehnt eine solche Seite ab (Fault 32).',
    'Lass sie weg.',
  ),
  'title-missing': three(
    'Die Seite hat keinen Titel.',
    'WordPress lehnt eine solche Seite ab (Fault 32).',
    'Gib ihr einen.',
  ),
  large: three(
    'Die Seite ist größer als 1 MiB.',
    'Niemand sucht danach noch Links.',
    'Mach sie kleiner, oder lass ihre Links früh kommen.',
  ),
  'no-pingback': three(
    'Die Seite nennt keinen eigenen Pingback-Endpunkt.',
    'Typecho lehnt solche Quellen ab.',
    'Füge `<link rel="pingback" href="…">` ein.',
  ),
  noindex: three(
    'Die Seite bittet, nicht indexiert zu werden (noindex).',
    'Manche halten das für nicht öffentlich.',
    'Lass es weg, wo die Seite gefunden werden darf.',
  ),
  'noindex.after': three(
    'Die Seite nennt ein Datum, ab dem sie nicht gefunden werden soll (`unavailable_after`), und es ist vorbei.',
    'Von da an bedeutet das noindex, und manche halten es für nicht öffentlich.',
    'Nimm das Datum heraus, wo die Seite gefunden werden darf.',
  ),
  'no-links': three(
    'Der Inhalt der Seite verlinkt niemand anderen.',
    'Also ist niemand zu benachrichtigen.',
    'Wenn er es sollte, setz die Links in den Artikel und nicht in die Navigation.',
  ),
  'link-late': three(
    'Einige Links kommen nach 150 KB: {links}.',
    'WordPress sieht dort nicht nach.',
    'Setz den Artikel nach oben, oder lange Skripte und Stile aus der Seite heraus.',
  ),
  'link-ampersand': three(
    'In einigen Links ist `&` nicht als `&amp;` geschrieben: {links}.',
    'WordPress findet sie nicht.',
    'Schreib `&amp;`.',
  ),
  'link-shape': three(
    'WordPress würde einige Links nicht finden: {links}.',
    'Es sucht ein kleingeschriebenes `<a>`, dessen Adresse ganz geschrieben ist, mit Text und weder einem Bild noch einer Überschrift oder einem Absatz darin.',
    'Gib diesen Links eine solche Form.',
  ),
};
