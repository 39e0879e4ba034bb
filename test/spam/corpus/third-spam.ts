import type { Written } from './fresh.ts';
import { THIRD_SPAM_MORE } from './third-spam-more.ts';

const KETTLE = 'https://alice.example/2026/mending-a-kettle';
const SWIFTS = 'https://alice.example/2026/counting-swifts';
const SERVER = 'https://alice.example/2026/a-small-server';

const doc = (lang: string, title: string, body: string) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title><body>${body}</body></html>`;

/** Spam of the third round. */
export const THIRD_SPAM: readonly Written[] = [
  [
    'trades',
    'https://solarpanels-brisbane-qld.example/',
    doc(
      'en',
      'Solar Panels Brisbane | Best Solar Installers Near Me | Free Quote',
      `<p>Save money with the best solar panel installers in Brisbane. Our certified experts offer affordable packages, rebates and a 25-year warranty. Get your free quote online now. <a href="${SERVER}">power</a></p>`,
    ),
  ],
  [
    'trades',
    'https://towing-service-houston.example/',
    doc(
      'en',
      'Towing Service Houston TX – Cheap Tow Truck 24/7',
      `<p>Fast and affordable towing service in Houston. Call our 24/7 emergency tow truck company for roadside assistance, jump start and car lockout. Best prices guaranteed. <a href="${KETTLE}">kettle</a></p>`,
    ),
  ],
  [
    'trades',
    'https://umzug-berlin-billig.example/',
    doc(
      'de',
      'Umzug Berlin günstig – Umzugsfirma mit Festpreis',
      `<p>Günstige Umzugsfirma in Berlin: kostenloses Angebot, Festpreis garantiert, schnell und zuverlässig. Jetzt anrufen und bis zu 40 % sparen! <a href="${SWIFTS}">Dach</a></p>`,
    ),
  ],
  [
    'trades',
    'https://fumigaciones-cdmx.example/',
    doc(
      'es',
      'Fumigación CDMX 24 horas | Precios baratos y presupuesto gratis',
      `<p>Empresa de fumigación en CDMX con los mejores precios. Servicio urgente, garantizado y rápido. Pide tu presupuesto gratis por WhatsApp y obtén un descuento. <a href="${SWIFTS}">aves</a></p>`,
    ),
  ],
  [
    'trades',
    'https://assignment-visa-consultants.example/',
    doc(
      'en',
      'Best Immigration Consultants in Delhi for Canada PR Visa',
      `<p>We are the leading immigration consultants offering guaranteed Canada PR. Free assessment, affordable fees, expert team. Contact us now or WhatsApp to apply online. <a href="${SERVER}">apply</a></p>`,
    ),
  ],
  [
    'shops',
    'https://vape-wholesale-uk.example/',
    doc(
      'en',
      'Buy Disposable Vapes Online UK – Cheap Price & Next Day Delivery',
      `<p>Shop the best disposable vapes at wholesale price with next day delivery. Buy 3 get 1 free. Exclusive discount codes for members. <a href="/cart">Add to cart</a> <a href="${KETTLE}">steam</a></p>`,
    ),
  ],
  [
    'shops',
    'https://kitenpuppies-sale.example/',
    doc(
      'en',
      'Teacup Yorkie Puppies For Sale – Cheap, Free Delivery',
      `<p>Adorable teacup puppies for sale near you at affordable prices. Vaccinated, health guarantee, fast delivery worldwide. Order now, pay with crypto or Zelle. Contact us on WhatsApp. <a href="${SWIFTS}">pets</a></p>`,
    ),
  ],
  [
    'shops',
    'https://weed-delivery-eu.example/',
    doc(
      'en',
      'Buy Weed Online Europe | Order Cannabis & Mushrooms Discreet Shipping',
      `<p>Order high quality weed online with discreet shipping and money back guarantee. Best price in Europe, secure payment with bitcoin. <a href="${SERVER}">green</a></p>`,
    ),
  ],
  [
    'shops',
    'https://designerbag-dupes.example/',
    doc(
      'en',
      'Best Chanel Dupe Bags – 1:1 Mirror Quality Under $200',
      `<p>Shop mirror quality designer bags with box and dust bag, free worldwide shipping, best price. Order via WhatsApp, secure checkout. <a href="${KETTLE}">bag</a></p>`,
    ),
  ],
  [
    'shops',
    'https://schuhe-outlet24.example/',
    doc(
      'de',
      'Markenschuhe Outlet – bis zu 80 % Rabatt, versandkostenfrei',
      `<p>Günstige Markenschuhe kaufen: Angebote mit Rabatt, Versand gratis, jetzt bestellen und sparen. <a href="/kasse">Kasse</a> <a href="${SERVER}">mehr</a></p>`,
    ),
  ],
  [
    'slop',
    'https://urbanwonders.example/rooftop-birds',
    doc(
      'en',
      'Discovering the Magic of Urban Birds: A Journey Above the Rooftops',
      `<p>In the bustling heart of our cities, a remarkable spectacle unfolds each summer evening. Swifts, with their graceful flight, captivate onlookers and serve as a reminder of nature's resilience. As highlighted in <a href="${SWIFTS}">Counting swifts</a>, community initiatives foster a profound sense of belonging.</p><p>Moreover, embracing such traditions enriches our lives. Whether you're an avid birder or a curious passerby, the experience is truly transformative.</p>`,
    ),
  ],
  [
    'slop',
    'https://smartlivinghub.example/repair-culture',
    doc(
      'en',
      'Why Repair Culture Matters: The Key to a Sustainable Future',
      `<h1>Why Repair Culture Matters</h1><p>In today's fast-paced world, sustainability has become more important than ever. Repair culture plays a crucial role in reducing waste. <a href="${KETTLE}">Mending a kettle</a> is a perfect example of how small actions can have a significant impact.</p><h2>Benefits of Repairing</h2><p>Repairing not only saves money but also fosters creativity. Additionally, it empowers individuals to make informed decisions.</p><h2>Conclusion</h2><p>In conclusion, repair culture paves the way for a greener tomorrow.</p>`,
    ),
  ],
  [
    'slop',
    'https://cloudminds.example/edge',
    doc(
      'en',
      'Edge Computing at Home: Everything You Need to Know',
      `<p>Edge computing is revolutionizing the digital landscape. In this comprehensive guide, we delve into the benefits of hosting at home. <a href="${SERVER}">A small server</a> offers a cost-effective, scalable and robust solution.</p><h2>Key Takeaways</h2><ul><li>Seamless integration</li><li>Enhanced security</li><li>Cutting-edge performance</li></ul><p>By leveraging these tools, you can unlock new possibilities and stay ahead of the curve.</p>`,
    ),
  ],
  [
    'slop',
    'https://reparaturwelt.example/leitfaden',
    doc(
      'de',
      'Der ultimative Leitfaden zur Wasserkocher-Reparatur',
      `<p>In der heutigen schnelllebigen Welt spielt Nachhaltigkeit eine entscheidende Rolle. In diesem umfassenden Leitfaden tauchen Sie ein in die faszinierende Welt der Reparatur. Es ist wichtig zu beachten, dass Sicherheit an erster Stelle steht. <a href="${KETTLE}">Quelle</a></p><h2>Fazit</h2><p>Zusammenfassend lässt sich sagen, dass die Reparatur eines Wasserkochers eine lohnende Erfahrung ist.</p>`,
    ),
  ],
  [
    'slop',
    'https://listicle.example/11-hobbies',
    doc(
      'en',
      '11 Inspiring Hobbies That Will Change Your Life in 2026',
      `<p>Looking to elevate your lifestyle? Dive into these inspiring hobbies that foster mindfulness and unlock creativity.</p>${['Journaling', 'Pottery', 'Birdwatching', 'Yoga', 'Gardening'].map((one, at) => `<h2>${at + 1}. ${one}</h2><p>${one} offers a unique blend of relaxation and personal growth, making it a must-try for everyone. It fosters a deeper connection with yourself.</p>`).join('')}<p>Learn more about <a href="${SWIFTS}">swifts</a>. Start your journey today!</p>`,
    ),
  ],
  [
    'guest-posts',
    'https://businesstrendz.example/health/tea',
    doc(
      'en',
      'Healthy Tea Habits For Busy Professionals',
      `<p>Tea is healthy. Use a good <a href="${KETTLE}">kettle</a>. If stress persists try <a href="https://cbdgummies-shop.example">best CBD gummies online</a>, book a <a href="https://massage-london.example">massage service London</a>, or use a <a href="https://payroll-soft.example">cheap payroll software</a>.</p><p>Sponsored content. Submit your article today.</p>`,
    ),
  ],
  [
    'guest-posts',
    'https://magazineplus.example/travel/birds',
    doc(
      'en',
      'Where To See Birds In Europe',
      `<p>Europe has birds. See <a href="${SWIFTS}">swifts</a>. Travel cheaply with <a href="https://airportparking.example">cheap airport parking deals</a> and <a href="https://luxuryvillas.example">luxury villas for rent</a>. Stay connected with <a href="https://esim-deals.example">best eSIM offers</a>.</p><p>Contributed by guest author. Write for us.</p>`,
    ),
  ],
  [
    'guest-posts',
    'https://ventsmagazine99.example/server-room',
    doc(
      'en',
      'Server Room Cooling: What To Consider',
      `<p>Servers get hot. <a href="${SERVER}">Small ones</a> less so. Hire an <a href="https://ac-repair-vegas.example">AC repair company Las Vegas</a> and get <a href="https://businessloans.example">instant business loans online</a>.</p><p>Guest post by Mike. DA 60 link insertion available.</p>`,
    ),
  ],
  ...THIRD_SPAM_MORE,
];
