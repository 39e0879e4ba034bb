import type { Dictionary } from '../dictionary.ts';

/** What to do about what happened to a mention or a delivery. */
export const next: Dictionary['next'] = {
  testArrived: 'Nichts: Das war der Test, und er kam ganz an.',
  testPage: 'Nichts. Wenn Sie es selbst versucht haben, senden Sie einen neuen Test: Jeder gilt zehn Minuten.',
  badSource: 'Hier nichts: Der Absender muss eine ganze http- oder https-Adresse ankündigen.',
  foreignTarget:
    'Wenn die Seite Ihre ist, fügen Sie ihre Website hinzu, oder berichtigen Sie deren Adresse in der Konfiguration; sonst nichts.',
  targetGone:
    'Wenn es die Seite wieder gibt, kündigen Sie sie an, oder warten Sie auf den nächsten Blick in die Sitemap.',
  receivingOff:
    'Schalten Sie das Empfangen in den Einstellungen der Website oder in ihrer Liste der Seiten ein, wenn Sie es wollen.',
  closedPage:
    'Ändern Sie in den Einstellungen der Website, wann Seiten schließen, oder schalten Sie diese Seite für sich ein.',
  notOnMap:
    'Wenn es die Seite gibt, setzen Sie sie in den Feed oder die Sitemap, die die Website nennt; das Verzeichnis wird stündlich neu gelesen.',
  protocolOff: 'Schalten Sie das Protokoll in den Einstellungen der Website ein, wenn Sie es wollen.',
  selfPing: 'Nichts: Eine Seite, die sich selbst ankündigt, ist keine Erwähnung. Auch der Doktor fragt so.',
  oddAddress: 'Nichts: Solche Adressen sind keine Seiten. Eine Regel, die immer erlaubt, lässt eine herein.',
  blocked: 'Wenn das zu viel war, entfernen Sie die Regel; der Absender kann die Seite dann wieder ankündigen.',
  listed: 'Wenn sie irrtümlich darauf steht, erlauben Sie die Domain durch eine eigene Regel; die geht den Listen vor.',
  forgotten:
    'Wenn Sie es doch wollen, erlauben Sie die Website durch eine Regel, und lassen Sie es noch einmal ankündigen.',
  removed: 'Nichts: Jemand hat um die Entfernung gebeten. Heben Sie sie zuerst auf, wenn sie ein Irrtum war.',
  unvouched: 'Erlauben Sie die Website durch eine Regel, oder schalten Sie das Bürgen aus.',
  badVouch:
    'Erlauben Sie die Website durch eine Regel; oder der Absender nennt eine Seite einer Website, die Sie kennen, die auf sie verlinkt.',
  badForward: 'Berichtigen Sie die weiterleitende Adresse: Ihr Endpunkt muss auf dem Host der Seite sein.',
  neverFetch: 'Nehmen Sie den Eintrag aus `neverFetch`, wenn der Besitzer einverstanden ist.',
  ownServer: 'Nichts: Seiten dieses Servers wiederholen, was Fremde gesendet haben, und beweisen nichts.',
  privateNetwork: 'Wenn es ein Netz von Ihnen ist, öffnen Sie es mit `allowNetwork`; für alle anderen nichts.',
  oddPort: 'Wenn der Port so gemeint ist, öffnen Sie ihn mit `allowPort`.',
  byItself: 'Nichts: Es geht von selbst weiter.',
  readBefore: 'Nichts: Sie wird von selbst noch einmal angesehen.',
  sourceGone: 'Nichts. Wenn die Seite wiederkommt, kann ihr Besitzer sie neu ankündigen.',
  noPage: 'Nichts: Der Absender muss die Seite als HTML ausliefern.',
  tooFar:
    'Der Absender muss die Seite kleiner machen oder den Link früher bringen; sehen Sie mit `hearback verify` nach.',
  noLink:
    'Sehen Sie mit `hearback verify SOURCE TARGET` nach, wie der Link geschrieben ist. Der Besitzer kündigt die Seite wieder an, wenn er da ist.',
  keptOut: 'Sie hält Programme fern. Ihr Besitzer kann dieses hereinlassen; Sie können später noch einmal fragen.',
  outage: 'Nichts: Bei Ausfällen wird es noch einmal versucht, und der Besitzer der Seite kann sie neu ankündigen.',
  certificate: 'Der Besitzer jenes Servers muss sein Zertifikat erneuern.',
  nameServers: 'Wenn andere es erreichen, sehen Sie nach den Nameservern dieser Maschine.',
  hardToRead:
    'Öffnen Sie sie selbst. Sie wird frühestens in einer Woche wieder angesehen, wenn sie noch einmal angekündigt wird.',
  onDontTell: 'Nehmen Sie es von der Liste derer, die nicht benachrichtigt werden, und senden Sie es noch einmal.',
  sendingOff: 'Schalten Sie das Senden in den Einstellungen der Website ein, und senden Sie es noch einmal.',
  ownEndpoint: 'Nichts: Jene Seite ließe Sie sich selbst benachrichtigen.',
  endpointGone: 'Bis dahin nichts. Wenn Sie es besser wissen, senden Sie es nach jenem Tag noch einmal.',
  linkGone: 'Nichts: Es gibt nichts mehr zu melden.',
  asksNot: 'Nichts: Sie wollen nicht benachrichtigt werden.',
  badEndpoint: 'Ihre Seite muss berichtigt werden: Sagen Sie es ihnen; `hearback doctor` sagt, was zu schreiben ist.',
  noEndpoint: 'Nichts: Schreiben Sie ihnen, wenn sie es wissen sollen.',
  deadLink: 'Die Seite ist weg: Berichtigen Sie den Link, oder nehmen Sie ihn aus Ihrem Beitrag.',
  deadHost: 'Öffnen Sie den Link selbst: Ist die Website weg, berichtigen Sie ihn; sonst senden Sie es noch einmal.',
  noReason:
    'Lassen Sie `hearback doctor` auf Ihre Seite los: kein Titel, eine Weiterleitung oder die Form des Links sind die üblichen Ursachen.',
  fault16:
    'Sie konnten Ihre Seite nicht holen: Sehen Sie nach, ob sie öffentlich ist, und lassen Sie `hearback doctor --as source` auf sie los.',
  fault17: 'Sie fanden den Link nicht: Lassen Sie `hearback doctor --as source` auf Ihre Seite los.',
  fault32: 'Die Seite nimmt keine Pingbacks an, oder es gibt sie nicht: Sehen Sie nach, ob der Link stimmt.',
  fault49: 'Sie halten Sie fern. Fragen Sie, wenn Sie sie kennen.',
  endpointMoved: 'Ihr Endpunkt muss seine endgültige Adresse nennen; sagen Sie es ihnen.',
  unverified: 'Nichts: Die Seite wird von selbst angesehen, nach 10 Sekunden oder wenn ihr Server gefragt werden darf.',
  absent: 'Nichts: Ohne Link ist es keine Erwähnung. Der Besitzer kann sie neu ankündigen, wenn der Link da ist.',
  unreachable: 'Nichts: Es wird noch einmal versucht, und der Besitzer kann sie neu ankündigen.',
  lost: 'Nichts: Sie wird nicht mehr gezeigt. Wenn der Link wiederkommt und angekündigt wird, wird sie wieder gezeigt.',
  pending: 'Entscheiden Sie: freigeben, ablehnen oder Spam nennen.',
  approved: 'Nichts: Sie wird gezeigt.',
  rejected: 'Nichts. Geben Sie sie frei, wenn Sie jetzt anders denken.',
  spam: 'Nichts. Geben Sie sie frei, wenn sie keiner ist.',
  queued: 'Nichts: Sie wird von selbst gemeldet.',
  retrying: 'Nichts: Es wird von selbst noch einmal versucht. „Jetzt versuchen“ wartet nicht.',
  delivered: 'Nichts: Sie haben es. Ob sie es zeigen, entscheiden sie.',
  refused:
    'Lassen Sie `hearback doctor --as source` auf Ihre Seite los, beheben Sie, was er sagt, und senden Sie es noch einmal.',
  unsupported: 'Nichts: Sie können nicht benachrichtigt werden. Schreiben Sie ihnen, wenn sie es wissen sollen.',
  skipped: 'Nichts, außer Sie wollen es melden: Dann ändern Sie, was der Grund nennt, und senden es noch einmal.',
  failed:
    'Senden Sie es noch einmal, wenn die Ursache weg ist; `hearback discover` auf das Ziel sagt, wo es benachrichtigt werden will.',
  neverIn: 'Nichts: Sie kam nie herein. Wenn sie gewünscht war, kann der Absender sie neu ankündigen.',
};
