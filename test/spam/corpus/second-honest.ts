import type { Written } from './fresh.ts';

const KETTLE = 'https://alice.example/2026/mending-a-kettle';
const SWIFTS = 'https://alice.example/2026/counting-swifts';
const SERVER = 'https://alice.example/2026/a-small-server';

const doc = (lang: string, title: string, body: string) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title><body>${body}</body></html>`;

/** Honest pages that come near to commerce, and others. */
export const SECOND_HONEST: readonly Written[] = [
  [
    'reviews',
    'https://benchnotes.example/kettles-2026',
    doc(
      'en',
      'The best cheap kettle? A review after one year',
      `<p>I bought four and kept two. The cheap one leaks. The one at a higher price has a lid that sticks, but its base comes off with one screw, which matters if you want to do <a href="${KETTLE}">what Alice did</a>. My verdict: buy the ugly one.</p>`,
    ),
  ],
  [
    'reviews',
    'https://gearhead.example/mini-pcs',
    doc(
      'en',
      'Best mini PCs for a home server: review',
      `<p>We measured eleven of them at the wall. Best price for the watts is still a used thin client, as <a href="${SERVER}">this account</a> shows. The fast ones are loud. Order from a shop that takes returns.</p><table><tr><td>A<td>7 W<tr><td>B<td>19 W</table>`,
    ),
  ],
  [
    'reviews',
    'https://essais.fr.example/bouilloires',
    doc(
      'fr',
      'Quelle bouilloire acheter ? Notre comparatif',
      `<p>Nous en avons ouvert six. La meilleure n’est pas la plus chère, et le prix ne dit rien de la soudure. Avant d’acheter, lisez <a href="${KETTLE}">comment on en répare une</a>.</p>`,
    ),
  ],
  [
    'own-work',
    'https://nadinebooks.example/news/swifts-book',
    doc(
      'en',
      'My book about swifts is out: order it from your bookshop',
      `<p>It took six years. You can order it now from any shop, or from me with a drawing in it. The chapter on counting owes everything to <a href="${SWIFTS}">the roof people</a>. I read from it on Friday, free, with soup.</p>`,
    ),
  ],
  [
    'own-work',
    'https://tapedeck.example/releases/cupboard',
    doc(
      'en',
      'Cupboard EP: new release, free download',
      `<p>Four songs recorded next to my meter cupboard. Free download, or pay what you like. The hum on track two is <a href="${SERVER}">not that server</a>, but one like it.</p>`,
    ),
  ],
  [
    'own-work',
    'https://forge.example/tools/linkcount',
    doc(
      'en',
      'linkcount 1.0: download and install',
      `<p>Download the latest version for Linux. Free software, MIT. It counts links in a folder of pages; I wrote it after reading <a href="${SERVER}">about a boring set-up</a>.</p><pre>tar xf linkcount.tgz</pre>`,
    ),
  ],
  [
    'own-work',
    'https://potterin.example/shop-update',
    doc(
      'en',
      'Shop update: mugs on sale until Sunday',
      `<p>Second firsts are on sale, half price. Shipping takes a week because I walk to the post office. While the kiln cooled I read <a href="${KETTLE}">a piece on kettles</a> and cried a little.</p><a href="/cart">Cart</a>`,
    ),
  ],
  [
    'clubs',
    'https://birdclub-solling.example/termine',
    doc(
      'de',
      'Termine: Anmeldung zur Mauerseglerzählung',
      `<p>Wir zählen am 12. und 19. Juni. Anmeldung bei Frau Ahrens, kostenlos. Die Methode ist die von <a href="${SWIFTS}">Alice</a>, mit Stöcken. Bitte Tee mitbringen.</p>`,
    ),
  ],
  [
    'clubs',
    'https://repaircafe-oost.example/agenda',
    doc(
      'nl',
      'Repair Café: zaterdag gratis reparatie',
      `<p>Gratis, maar een gift is welkom. Neem je waterkoker mee; wij hebben <a href="${KETTLE}">dit verhaal</a> aan de muur gehangen. Inschrijven hoeft niet.</p>`,
    ),
  ],
  [
    'clubs',
    'https://makerspace.example/workshops/solder',
    doc(
      'en',
      'Workshop: soldering for beginners (register by email)',
      `<p>Saturday at ten, 12 euros, register by email. We mend one thing each. Reading: <a href="${KETTLE}">Mending a kettle</a>. Call Ruth if the door is locked: +44 20 7946 0000.</p>`,
    ),
  ],
  [
    'jobs-and-notices',
    'https://school.example/news/roof',
    doc(
      'en',
      'School roof closed; counting moves to the library',
      `<p>The contractor needs the roof until July. The swift count (<a href="${SWIFTS}">see Alice's page</a>) meets at the library instead. Contact the office with questions.</p>`,
    ),
  ],
  [
    'jobs-and-notices',
    'https://smallweb-jobs.example/7',
    doc(
      'en',
      'We are hiring: a part-time web person',
      `<p>Our office has five people and one cupboard with <a href="${SERVER}">a machine like this one</a>. Apply by letter. Salary in the letter back. No agencies.</p>`,
    ),
  ],
  [
    'complaints',
    'https://grumble.example/hosting',
    doc(
      'en',
      'My hosting company doubled the price',
      `<p>They called it a free upgrade. I asked for a refund, customer service sent me a coupon. So I am moving everything to <a href="${SERVER}">a box of my own</a>. Cheap it is not, but it is mine.</p>`,
    ),
  ],
  [
    'complaints',
    'https://spamdiary.example/2026-09',
    doc(
      'en',
      'Spam diary, September',
      `<p>Forty-one offers this month: backlinks, casino reviews, a loan “without questions”, and a doctor who cures herpes by e-mail. One honest letter, about <a href="${SWIFTS}">swifts</a>. I answered that one.</p>`,
    ),
  ],
  [
    'complaints',
    'https://datenmuell.example/gewinnspiel',
    doc(
      'de',
      'Das Gewinnspiel und ich',
      `<p>Ich habe angeblich gewonnen. Jetzt nur noch registrieren, Gutschein einlösen, Versand zahlen. Stattdessen habe ich den <a href="${KETTLE}">Wasserkocher</a> repariert. Preis: null Euro.</p>`,
    ),
  ],
  [
    'machine-talk',
    'https://edtech.example/llm-essays',
    doc(
      'en',
      'What my students hand in now',
      `<p>“In today's fast-paced world it is important to note…” I stopped reading there. Then I asked them to describe one repair in the manner of <a href="${KETTLE}">this page</a>, by hand. Not one of them delved into a tapestry.</p>`,
    ),
  ],
  [
    'machine-talk',
    'https://plainwords.example/lists',
    doc(
      'en',
      '7 tips for writing about birds',
      `<p>1. Count them. 2. Say where you stood. 3. Leave out “majestic”. I stole most of this from <a href="${SWIFTS}">Counting swifts</a>, where nobody is in awe and everybody looks up.</p>`,
    ),
  ],
  [
    'world',
    'https://miski.pe.example/hervidor',
    doc(
      'es',
      'El hervidor de mi abuela',
      `<p>No se compra, se hereda. Cuando dejó de funcionar pregunté el precio de uno nuevo y me dio risa. Seguí <a href="${KETTLE}">estos pasos</a> y volvió a silbar.</p>`,
    ),
  ],
  [
    'world',
    'https://chimneyswift.pl.example/jerzyki',
    doc(
      'pl',
      'Jerzyki nad blokiem',
      `<p>Liczymy z balkonu, ja i sąsiad. On kupił lornetkę w promocji, ja mam patyk jak <a href="${SWIFTS}">u Alice</a>. Na razie prowadzę.</p>`,
    ),
  ],
  [
    'world',
    'https://suara.id.example/server',
    doc(
      'id',
      'Server kecil di lemari',
      `<p>Saya membaca <a href="${SERVER}">tulisan Alice</a> lalu mencoba sendiri. Harga mesinnya murah, listriknya lebih murah lagi. Anak saya mengira itu mainan.</p>`,
    ),
  ],
  [
    'world',
    'https://zametki.ru.example/chaynik',
    doc(
      'ru',
      'Про чайник',
      `<p>Хотел купить новый, посмотрел на цены и пошёл за паяльником. <a href="${KETTLE}">Вот тут</a> хорошо рассказано, где искать обрыв. Мой сломался там же.</p>`,
    ),
  ],
  [
    'world',
    'https://diario.pt.example/andorinhoes',
    doc(
      'pt',
      'Andorinhões',
      `<p>A minha filha quis contar também. <a href="${SWIFTS}">As regras são simples</a>, disse eu, mas ninguém ficou calado. Contámos vinte e dois, ou vinte e quatro.</p>`,
    ),
  ],
  [
    'lists',
    'https://tilde.club.example/~mo/bookmarks.html',
    doc(
      'en',
      'bookmarks',
      `<ul>${['knots', 'soup', 'fonts', 'maps', 'clouds', 'trams'].map((one, at) => `<li><a href="https://${one}-${at}.example/">${one}</a></li>`).join('')}<li><a href="${SERVER}">server</a></li></ul>`,
    ),
  ],
  [
    'lists',
    'https://freetools.example/selfhost',
    doc(
      'en',
      'Free tools I use',
      `<p>Free as in beer, mostly.</p><ul><li><a href="https://editor.example/">an editor</a></li><li><a href="https://backup.example/">a backup program</a>, the best one</li><li><a href="${SERVER}">an example of what for</a></li></ul>`,
    ),
  ],
  [
    'lists',
    'https://oerhub.example/heat',
    doc(
      'en',
      'Open teaching material: heat',
      `<ol><li><a href="https://uni.example/a.pdf">Fourier, translated</a></li><li><a href="https://lab.example/b">Experiment with spoons</a></li><li><a href="${KETTLE}">Alice's kettle</a> (good for a first lesson)</li></ol>`,
    ),
  ],
  [
    'comments',
    'https://thread.example/item/4411',
    doc(
      'en',
      'Mending a kettle | thread',
      `<div class=comment><p>I tried this. Bought a new thermal switch for two euros, works.</p></div><div class=comment><p>Related: <a href="https://other.example/toaster">toasters</a>.</p></div><p><a href="${KETTLE}">Mending a kettle</a> (alice.example)</p>`,
    ),
  ],
  [
    'comments',
    'https://openstreet.example/notes/99',
    doc(
      'en',
      'Note 99: swift boxes',
      `<p>Added the clay boxes on the north wall. Source: survey, and <a href="${SWIFTS}">alice.example</a>. Please verify.</p>`,
    ),
  ],
];
