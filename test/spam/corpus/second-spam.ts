import type { Written } from './fresh.ts';
import { SECOND_SPAM_MORE } from './second-spam-more.ts';

const KETTLE = 'https://alice.example/2026/mending-a-kettle';
const SWIFTS = 'https://alice.example/2026/counting-swifts';
const SERVER = 'https://alice.example/2026/a-small-server';

const doc = (lang: string, title: string, body: string) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title><body>${body}</body></html>`;

/** Spam of trades and sorts that were not thought of before. */
export const SECOND_SPAM: readonly Written[] = [
  [
    'movers',
    'https://removalist-melbourne-cheap.example/',
    doc(
      'en',
      'Cheap Removalists Melbourne | Best House Movers & Packers Near You',
      `<p>Hire the cheapest removalists in Melbourne for house moving and office relocation. Our professional movers offer affordable rates with no hidden fees. Get an instant quote online today.</p><p><a href="${KETTLE}">kettle</a></p>`,
    ),
  ],
  [
    'movers',
    'https://pest-control-sydney.example/birds',
    doc(
      'en',
      'Bird Pest Control Sydney – Same Day Service, 100% Guaranteed',
      `<p>Swifts on your roof? Our licensed bird control experts offer fast, affordable bird proofing in Sydney. Call our friendly team for a free quote and save 20% when you book online. <a href="${SWIFTS}">more</a></p>`,
    ),
  ],
  [
    'movers',
    'https://locksmith-dubai-247.example/',
    doc(
      'en',
      'Locksmith Dubai 24/7 | Key Maker Near Me | Door Opening Service',
      `<p>Need a key maker near you? We are the leading locksmith company in Dubai with fast response and low prices. Call or WhatsApp for door opening service, lock repair, lock installation. <a href="${SERVER}">server room</a></p>`,
    ),
  ],
  [
    'proxies-and-vpn',
    'https://bestvpn-top10.example/2026',
    doc(
      'en',
      'Top 10 Best VPN Services of 2026 (Up to 83% Off)',
      `<p>Looking for the best VPN? Our experts tested the top VPN services for speed and streaming. <a href="https://go.vpnone.example">Get VPN One deal</a> <a href="https://go.vpntwo.example">Visit VPN Two – 83% off</a> <a href="https://go.vpnthree.example">Claim free months</a>. Also see <a href="${SERVER}">server</a>.</p>`,
    ),
  ],
  [
    'proxies-and-vpn',
    'https://residential-proxies.example/buy',
    doc(
      'en',
      'Buy Residential Proxies – Unlimited Bandwidth, Cheap Price',
      `<p>Buy cheap residential proxies with unlimited bandwidth, 99% uptime and instant delivery. Plans from $3. Sign up now and get a free trial. <a href="${SERVER}">host</a></p>`,
    ),
  ],
  [
    'followers',
    'https://socialboost-panel.example/',
    doc(
      'en',
      'Cheapest SMM Panel: Buy TikTok Followers, Likes & Views',
      `<p>The cheapest SMM panel in the world. Buy TikTok followers, Instagram likes and YouTube views with instant delivery. 24/7 support, API available, secure payment. <a href="${KETTLE}">post</a></p>`,
    ),
  ],
  [
    'followers',
    'https://google-reviews-shop.example/',
    doc(
      'en',
      'Buy Google 5 Star Reviews – Permanent & Verified',
      `<p>Buy Google reviews, Trustpilot reviews and verified Cash App accounts from real profiles. Non drop guarantee, fast delivery, cheap price. Contact us on Telegram. <a href="${SWIFTS}">reviews</a></p>`,
    ),
  ],
  [
    'slop',
    'https://mindfulpages.example/kettle-life',
    doc(
      'en',
      'Embracing Imperfection: What a Broken Kettle Teaches Us About Resilience',
      `<h1>Embracing Imperfection</h1><p>In an era defined by disposability, the humble kettle emerges as a powerful symbol of resilience. <a href="${KETTLE}">This story</a> beautifully illustrates the transformative power of patience. By nurturing a mindset of care, we not only extend the life of our belongings but also foster a deeper connection to the world around us.</p><p>Moreover, repairing offers a unique opportunity to cultivate mindfulness. Whether you're a novice or a seasoned tinkerer, the journey is invaluable.</p><h2>Final Thoughts</h2><p>Ultimately, every repair is a testament to the enduring human spirit.</p>`,
    ),
  ],
  [
    'slop',
    'https://techvista.example/home-servers-future',
    doc(
      'en',
      'The Rise of Home Servers: Unlocking Digital Independence in 2026',
      `<p>In today's rapidly evolving digital landscape, home servers are transforming the way individuals manage data. They offer unparalleled control, enhanced security, and seamless scalability. As explored in <a href="${SERVER}">this article</a>, embracing local infrastructure empowers users to take charge.</p><h2>Key Benefits</h2><ul><li>Enhanced privacy</li><li>Cost-effective solutions</li><li>Future-proof flexibility</li></ul><h2>Conclusion</h2><p>In conclusion, home servers represent a game-changing paradigm shift.</p>`,
    ),
  ],
  [
    'slop',
    'https://birdbliss.example/citizen-science',
    doc(
      'en',
      'How Citizen Science is Revolutionizing Bird Conservation',
      `<p>Citizen science plays a pivotal role in shaping the future of bird conservation. By fostering collaboration and harnessing collective knowledge, initiatives like <a href="${SWIFTS}">Counting swifts</a> pave the way for meaningful change.</p><p>Furthermore, these efforts underscore the importance of community engagement. From seasoned ornithologists to curious beginners, everyone can make a profound impact. In essence, it's not merely about counting; it's about caring.</p>`,
    ),
  ],
  [
    'slop',
    'https://guiareparo.example/chaleira',
    doc(
      'pt',
      'Guia Completo: Como Consertar uma Chaleira em 2026',
      `<p>No mundo de hoje, consertar eletrodomésticos é essencial. Neste guia completo, vamos explorar tudo o que você precisa saber. É importante notar que a segurança desempenha um papel fundamental. Além disso, como destaca <a href="${KETTLE}">este artigo</a>, a paciência é a chave para o sucesso.</p><h2>Benefícios</h2><p>Economize dinheiro e proteja o meio ambiente.</p><h2>Conclusão</h2><p>Em conclusão, consertar uma chaleira é uma jornada transformadora.</p>`,
    ),
  ],
  [
    'supplements',
    'https://glucofix-reviews.example/',
    doc(
      'en',
      'GlucoFix Reviews 2026: Does It Really Work? Shocking Customer Complaints!',
      `<p>GlucoFix is a natural blood sugar supplement. Order from the official website today to get 70% off and free bonuses. Limited stock! <a href="https://glucofix-official.example">Official Website – Click Here to Order</a>. 60-day money back guarantee. <a href="${KETTLE}">tea</a></p>`,
    ),
  ],
  [
    'supplements',
    'https://hairgrow-turkiye.example/',
    doc(
      'en',
      'Hair Transplant Turkey Cost 2026 – All Inclusive Packages from €1500',
      `<p>Best hair transplant clinic in Istanbul with certified surgeons. All inclusive package: hotel, transfer, lifetime guarantee. Get a free consultation on WhatsApp and claim your discount. <a href="${SWIFTS}">birds</a></p>`,
    ),
  ],
  [
    'supplements',
    'https://zahnersatz-ungarn.example/',
    doc(
      'de',
      'Zahnimplantate Ungarn günstig – bis zu 70% sparen',
      `<p>Günstige Zahnimplantate in Ungarn vom Testsieger. Jetzt kostenlos Angebot anfordern und bis zu 70 % sparen. Festpreis garantiert, deutschsprachiger Service. <a href="${SERVER}">Server</a></p>`,
    ),
  ],
  [
    'casinos',
    'https://kasynopolska.example/bonus',
    doc(
      'pl',
      'Kasyno online bez depozytu 2026 – najlepsze bonusy',
      `<p>Najlepsze kasyna online z bonusem bez depozytu i darmowe spiny. Zarejestruj się i odbierz 2000 zł. <a href="https://graj.example">Graj teraz</a> <a href="${KETTLE}">czajnik</a></p>`,
    ),
  ],
  [
    'casinos',
    'https://bk8thai.example/slots',
    doc(
      'th',
      'สล็อตเว็บตรง แตกง่าย ฝากถอนไม่มีขั้นต่ำ',
      `<p>สล็อตเว็บตรง บาคาร่า คาสิโนออนไลน์ สมัครรับโบนัส 100% ฝากถอนออโต้ แทงบอลออนไลน์ ราคาดีที่สุด <a href="https://reg.example">สมัคร</a> <a href="${SERVER}">server</a></p>`,
    ),
  ],
  [
    'casinos',
    'https://crashgames-ng.example/',
    doc(
      'en',
      'Aviator Predictor Hack – Win Every Round (Working App 2026)',
      `<p>Download the Aviator predictor app and win every round. Works with all betting sites. Get the activation code on Telegram. Deposit and start winning real money today. <a href="${SWIFTS}">fly</a></p>`,
    ),
  ],
  ...SECOND_SPAM_MORE,
];
