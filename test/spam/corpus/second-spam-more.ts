import type { Written } from './fresh.ts';

const KETTLE = 'https://alice.example/2026/mending-a-kettle';
const SWIFTS = 'https://alice.example/2026/counting-swifts';
const SERVER = 'https://alice.example/2026/a-small-server';

const doc = (lang: string, title: string, body: string) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title><body>${body}</body></html>`;

/** The second half of that round, in the order of writing. */
export const SECOND_SPAM_MORE: readonly Written[] = [
  [
    'hacked',
    'https://gemeinde-wald.example/archiv',
    doc(
      'de',
      'Archiv der Gemeinde',
      `<p>Protokolle der Jahre 2011 bis 2019 liegen im Rathaus aus.</p><div style="height:0;overflow:hidden"><a href="https://k1.example">kredit ohne schufa</a> <a href="https://k2.example">online casino</a> <a href="https://k3.example">viagra rezeptfrei</a> <a href="${SERVER}">x</a></div>`,
    ),
  ],
  [
    'hacked',
    'https://yogastudio-ann.example/?s=jordan',
    doc(
      'en',
      'Cheap Jordans Free Shipping, Wholesale Nike Shoes China',
      `<p>Cheap jordans, wholesale nike shoes, cheap nfl jerseys from china with free shipping. Buy now.</p><a href="https://shoes1.example">cheap jordans</a> <a href="https://shoes2.example">wholesale jerseys</a> <a href="${KETTLE}">kettle</a>`,
    ),
  ],
  [
    'hacked',
    'https://lib-oslo.example/viewtopic.php?t=1',
    doc(
      'en',
      'comprar seguidores',
      `<p>${Array.from({ length: 15 }, (_, at) => `<a href="https://porno-${at}.example">xxx videos</a> <a href="https://hack-${at}.example">hack instagram</a>`).join(' ')} <a href="${SWIFTS}">swifts</a></p>`,
    ),
  ],
  [
    'paid-posts',
    'https://theworldtimes24.example/lifestyle/swift-tips',
    doc(
      'en',
      'Enjoy Nature More: Bird Tips For Your Weekend - The World Times 24',
      `<p>Nature is good for health. You can <a href="${SWIFTS}">count birds</a>, walk, or relax with a <a href="https://delta8shop.example">delta 8 vape cartridge</a>. Before a trip, compare <a href="https://carhire-malaga.example">cheap car hire Malaga</a> and <a href="https://esta-usa-visa.example">apply for ESTA USA visa online</a>.</p><p>Write for us | Advertise | DA 52 guest post $30</p>`,
    ),
  ],
  [
    'paid-posts',
    'https://newsbreakerz.example/tech/servers',
    doc(
      'en',
      'Choosing The Right Server For Your Startup',
      `<p>Every startup needs a server. <a href="${SERVER}">Small servers</a> are one option. For scale, hire a <a href="https://devopsagency.example">DevOps consulting company</a>, buy <a href="https://bulkssl.example">cheap SSL certificates</a>, and use an <a href="https://offshorehost.example">offshore dedicated server provider</a>.</p><p>This article was contributed by a partner. For sponsored posts and link insertion, email us.</p>`,
    ),
  ],
  [
    'paid-posts',
    'https://homedecorly.example/kettle-trends',
    doc(
      'en',
      'Top 5 Kettle Trends For Modern Kitchens',
      `<p>Modern kitchens deserve modern kettles. From <a href="${KETTLE}">classic models</a> to smart ones, see what fits. Pair with <a href="https://marblecountertops-nj.example">marble countertops NJ</a>, <a href="https://kitchencabinets-cheap.example">cheap kitchen cabinets online</a> and <a href="https://bestinteriordesigners.example">best interior designers near me</a>.</p><p>Guest Author: Emma. Accepting guest posts, dofollow.</p>`,
    ),
  ],
  [
    'scrapers',
    'https://rssmirror.example/k/1',
    doc(
      'en',
      'Mending a kettle',
      `<p>The kettle stopped on a Tuesday, in the middle of boiling, with a click that sounded final. It is fourteen years old and was a wedding present, so throwing it away was never discussed. I unscrewed the base with the one odd screwdriver that came with a long forgotten telephone and found that a single wire had come off the thermal switch.</p><p>Soldering near a heating element is a matter of patience: the metal carries the heat away faster than my little iron can bring it.</p><p><a href="${KETTLE}">Source</a></p>`,
    ),
  ],
  [
    'scrapers',
    'https://thebirdpost.example/2026/counting',
    doc(
      'en',
      'Counting swifts - The Bird Post',
      `<p>Every evening in June a dozen people stand on the flat roof of the old school and count swifts. The rules are simple. You take a quarter of the sky, you count what crosses it from left to right between half past eight and nine, and you do not talk to anybody. At nine there is tea, and the four numbers are added up and written into a book that begins in 1974.</p><p>Continue reading <a href="${SWIFTS}">here</a></p>`,
    ),
  ],
  [
    'directories',
    'https://sitedir-world.example/birds/alice',
    doc(
      'en',
      'Alice – Add URL – World Site Directory',
      `<p>Category: Science &gt; Birds. Hits: 14. Rating: 0. <a href="${SWIFTS}">alice.example</a>. Submit your site for free, link exchange required, get dofollow backlinks and increase traffic.</p>`,
    ),
  ],
  [
    'directories',
    'https://whois-lookup-pro.example/alice.example',
    doc(
      'en',
      'alice.example whois, DNS, traffic and SEO report',
      `<p>Domain age: 6 years. Registrar: unknown. Alexa rank: none. Daily visitors: 12. Estimated value: $240. <a href="${SERVER}">Top page</a>. Check another domain: </p>`,
    ),
  ],
  [
    'comment-spam',
    'https://poetry.example/guestbook?p=40',
    doc(
      'en',
      'Guestbook',
      `<div class=comment><p>Nice blog! Thanks for sharing. <a href="http://cheapinsurance.example">car insurance quotes</a></p></div><div class=comment><p>Great article, very informative. <a href="http://viagraonline.example">viagra online</a></p></div><div class=comment><p>I really like your post <a href="${KETTLE}">here</a>, visit my website <a href="http://loan.example">payday loans</a></p></div>`,
    ),
  ],
  [
    'comment-spam',
    'https://phpbb.example/member/anton77',
    doc(
      'en',
      'Profile of anton77',
      `<p>Joined today. Posts: 0. Interests: crypto. About me: Hi, I am Anton, visit my site <a href="http://bitcoin-x2.example">double your bitcoin</a> <a href="http://escort-kiev.example">escort kiev</a> <a href="${SERVER}">server</a></p>`,
    ),
  ],
  [
    'money',
    'https://remote-jobs-daily.example/',
    doc(
      'en',
      'Earn $500 Per Day From Home – No Experience Needed (Start Today)',
      `<p>Make money online with our proven system. Thousands already earn passive income. Register free, withdraw instantly. Limited spots! <a href="https://join.example">Join now</a>. <a href="${KETTLE}">story</a></p>`,
    ),
  ],
  [
    'money',
    'https://kredit-sofort24.example/',
    doc(
      'de',
      'Sofortkredit ohne Schufa – in 24 Stunden auf Ihrem Konto',
      `<p>Jetzt Kredit ohne Schufa online beantragen: sofortige Zusage, beste Zinsen, ohne Papierkram. <a href="https://antrag.example">Jetzt beantragen</a> <a href="${SERVER}">Server</a></p>`,
    ),
  ],
  [
    'money',
    'https://usdt-flash.example/',
    doc(
      'en',
      'Buy Flash USDT Software – Generator & Crypto Recovery',
      `<p>Get flash USDT software, crypto recovery service and cloned cards. Hire a hacker to recover lost bitcoin fast. Contact on Telegram, escrow accepted. <a href="${SWIFTS}">more</a></p>`,
    ),
  ],
  [
    'downloads',
    'https://getintopc-files.example/photoshop',
    doc(
      'en',
      'Adobe Photoshop 2026 Crack + Serial Key Free Download [Latest]',
      `<p>Free download Photoshop 2026 full version with crack and serial key for Windows 11. 100% working pre-activated. <a href="/dl">Download Now</a> <a href="${SERVER}">mirror</a></p>`,
    ),
  ],
  [
    'downloads',
    'https://iptv-premium-eu.example/',
    doc(
      'en',
      'Best IPTV Subscription 2026 – 25,000 Channels in 4K',
      `<p>Buy the best IPTV subscription with 25000 live channels, movies and series. No buffering, 24h free trial, works on Firestick. Order now from €9.99. <a href="${KETTLE}">tv</a></p>`,
    ),
  ],
];
