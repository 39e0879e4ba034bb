import type { Written } from './fresh.ts';
import { OWN_PAGES } from './own-pages.ts';

const KETTLE = 'https://alice.example/2026/mending-a-kettle';
const SWIFTS = 'https://alice.example/2026/counting-swifts';
const SERVER = 'https://alice.example/2026/a-small-server';

const text = (page: number, from: number, to?: number) =>
  (OWN_PAGES[page]?.paragraphs ?? []).slice(from, to).map((one) => `<p>${one}</p>`);

const SHOPS = ['zaloro', 'nordvipp', 'shein-uk', 'temuu', 'homedepo', 'ebuy-deals', 'petsmarty', 'udemi', 'hostgatr'];
const coupons = (words: string) =>
  SHOPS.map(
    (shop, at) => `<div class=c><h3>${shop} ${words} ${10 + at * 5}%</h3><a href="/go/${shop}">Show code</a></div>`,
  ).join('');
const DIRECTORY = [
  'Arts',
  'Autos',
  'Business',
  'Dentists',
  'Finance',
  'Gaming',
  'Health',
  'Lawyers',
  'Roofing',
  'Shopping',
];

/** Pages that nobody set for a reader's sake. */
export const FRESH_SPAM: readonly Written[] = [
  [
    'guest-posts',
    'https://techbuzzinsider.example/smart-kitchen-appliances/',
    `<!doctype html><html lang=en><title>Top 7 Smart Kitchen Appliances You Need in 2026 - TechBuzzInsider</title><nav><a href="/write-for-us">Write For Us</a> <a href="/advertise">Advertise</a></nav><article><h1>Top 7 Smart Kitchen Appliances You Need in 2026</h1><p>In today's fast-paced world, smart appliances are revolutionizing the way we cook. If you are looking for the <a href="https://best-kettle-deals.example/buy">best electric kettle to buy online</a>, you have come to the right place. Some people even <a href="${KETTLE}">repair kettles</a>.</p><p>Moreover, a <a href="https://kitchen-remodel-dallas.example">kitchen remodeling Dallas</a> expert can help. Don't forget <a href="https://fast-cash.example">instant cash advance</a> when budgets are tight.</p><p>Sponsored post. For guest posting and link insertion contact us on WhatsApp +92 300 0000000.</p></article>`,
  ],
  [
    'guest-posts',
    'https://lifestylemagz.example/benefits-of-bird-watching',
    `<!doctype html><html lang=en><title>10 Amazing Benefits Of Bird Watching For Seniors</title><p>By admin | Guest Post</p><p>Bird watching is a great hobby. It offers numerous benefits for people of all ages. According to <a href="${SWIFTS}">experts</a>, counting birds can help. Whether you are a beginner or a pro, a <a href="https://cbd-senior.example">CBD oil for seniors</a> may improve your experience, and so can <a href="https://medicare-plan-quotes.example">medicare plan quotes</a>.</p><p>Author bio: John Smith is an SEO expert and passionate blogger. Want to publish your article here? We accept guest posts, DA 58, dofollow backlinks from $40.</p>`,
  ],
  [
    'guest-posts',
    'https://businessmodulehub.example/why-small-servers-matter',
    `<!doctype html><html lang=en><title>Why Small Servers Matter For Your Business Growth</title><p>Small servers play a crucial role in business growth. A <a href="https://cheapest-vps-hosting.example">cheap VPS hosting provider</a> can boost your ROI. As per <a href="${SERVER}">this resource</a>, uptime is important. You should also hire a <a href="https://seo-agency-karachi.example">best SEO agency in Karachi</a> and <a href="https://buy-followers.example">buy Instagram followers</a> to skyrocket your brand.</p><hr><p>Disclosure: this is a paid guest post. Submit your guest post, high DA PA sites list, instant approval.</p>`,
  ],
  [
    'guest-posts',
    'https://dailynewsera.example/home-improvement/kettle-safety',
    `<!doctype html><html lang=en><title>Kettle Safety Tips Every Homeowner Should Know | Daily News Era</title><p>Homeowners often overlook kettle safety. Here are the top tips you should know. First, <a href="${KETTLE}">unplug the kettle</a>. Second, contact <a href="https://emergencyelectricianlondon247.example">emergency electrician London 24/7</a>. Third, check <a href="https://homeinsurancequotes.example">cheap home insurance quotes</a>. Lastly, visit <a href="https://onlinecasino-nz.example">online casino NZ</a> for some entertainment after a long day!</p><p>Contributed by our partner. Write for us.</p>`,
  ],
  [
    'scrapers',
    'https://newsaggr-24.example/2026/mending-a-kettle',
    `<!doctype html><title>Mending a kettle - NewsAggr24</title><h1>Mending a kettle</h1>${text(0, 0).join('')}<p>Source: <a href="${KETTLE}">Read more</a></p>`,
  ],
  [
    'scrapers',
    'https://content-hub.example/p/773123',
    `<!doctype html><title>Counting swifts | Content Hub</title><ins class="adsbygoogle"></ins>${text(1, 0, 2).join('<ins class="adsbygoogle"></ins>')}<p>The post <a href="${SWIFTS}">Counting swifts</a> appeared first on alice.example.</p><ins class="adsbygoogle"></ins>`,
  ],
  [
    'scrapers',
    'https://hostingwisdom.example/a-small-server-of-my-own/',
    `<!doctype html><title>A small server of my own - Hosting Wisdom</title><p>by Staff Writer</p>${text(2, 0, 3).join('')}<p>Best web hosting 2026: <a href="https://aff.example/?id=9">70% off hosting</a>. Via <a href="${SERVER}">original</a></p>`,
  ],
  [
    'scrapers',
    'https://trending-reads.example/a/kettle',
    `<!doctype html><title>The kettle stopped on a Tuesday</title>${text(0, 0, 3).join('').replaceAll('kettle', 'electric teapot').replaceAll('Soldering', 'Welding').replaceAll('little', 'small')}<p><a href="${KETTLE}">original article</a></p><div>Related: <a href="/1">You won't believe what she did</a> <a href="/2">Doctors hate this</a></div>`,
  ],
  [
    'coupon-farms',
    'https://couponraja-hub.example/store/kettles',
    `<!doctype html><html lang=en><title>Kettle Coupons & Promo Codes November 2026 - Verified Today</title><h1>Kettle Coupons & Promo Codes</h1>${coupons('promo code: save')}<p>Learn more: <a href="${KETTLE}">kettle guide</a></p>`,
  ],
  [
    'coupon-farms',
    'https://dealzilla24.example/hosting-discount-code',
    `<!doctype html><html lang=en><title>Hosting Discount Code 2026 (92% OFF) Working 100%</title><p>Grab the best hosting discount code today only! Limited time offer.</p>${coupons('discount voucher')}<p>FAQ: is a <a href="${SERVER}">small server</a> cheaper? No, use our coupon!</p>`,
  ],
  [
    'coupon-farms',
    'https://gutscheinheld-99.example/wasserkocher',
    `<!doctype html><html lang=de><title>Wasserkocher Gutschein & Rabattcode November 2026</title><h1>Alle Gutscheine</h1>${coupons('Rabattcode gültig: sparen')}<p>Jetzt günstig kaufen! Siehe auch <a href="${KETTLE}">Ratgeber</a>.</p>`,
  ],
  [
    'coupon-farms',
    'https://promocodesninja.example/optics',
    `<!doctype html><title>Binocular Promo Codes, Coupons, Deals — up to 80% off</title><p>✅ Verified ✅ Exclusive ✅ Free shipping</p>${coupons('coupon')}${coupons('free shipping deal')}<p><a href="${SWIFTS}">bird counting</a></p>`,
  ],
  [
    'slop-roundups',
    'https://insightfulinsights.example/kettle-repair-ultimate-guide',
    `<!doctype html><html lang=en><title>The Ultimate Guide to Kettle Repair: Everything You Need to Know</title><h1>The Ultimate Guide to Kettle Repair</h1><p>In the ever-evolving landscape of home appliances, kettle repair stands as a testament to human ingenuity. Let's delve into the intricate tapestry of this fascinating topic.</p><h2>Understanding the Basics</h2><p>It is important to note that kettles play a pivotal role in our daily lives. Furthermore, as noted by <a href="${KETTLE}">Alice</a>, the journey is as rewarding as the destination.</p><h2>Key Takeaways</h2><ul><li>Empower yourself with knowledge</li><li>Embrace sustainable practices</li><li>Unlock the full potential of your kettle</li></ul><h2>Conclusion</h2><p>In conclusion, kettle repair is not just a task; it is a transformative experience.</p>`,
  ],
  [
    'slop-roundups',
    'https://nextgenblogger.example/best-self-hosting-blogs',
    `<!doctype html><html lang=en><title>15 Best Self-Hosting Blogs to Follow in 2026 (Expert Picks)</title><p>Whether you're a seasoned professional or just starting out, navigating the realm of self-hosting can be daunting. In this comprehensive guide we'll explore the top picks.</p>${Array.from({ length: 8 }, (_, at) => `<h2>${at + 1}. Blog Number ${at + 1}</h2><p>This blog offers a wealth of valuable insights, making it a must-read for enthusiasts. <strong>Pros:</strong> user-friendly, comprehensive, cutting-edge. <strong>Cons:</strong> none.</p>`).join('')}<h2>9. Alice</h2><p><a href="${SERVER}">Alice</a> delivers a seamless blend of expertise and passion. <strong>Pros:</strong> robust, engaging.</p><h2>Final Thoughts</h2><p>In summary, leveraging these resources will elevate your self-hosting journey to new heights.</p>`,
  ],
  [
    'slop-roundups',
    'https://naturevibes.example/swifts-fascinating-world',
    `<!doctype html><html lang=en><title>Unveiling the Fascinating World of Swifts: A Deep Dive</title><p>Nestled in the heart of urban skylines, swifts captivate enthusiasts worldwide. Their remarkable journey underscores the delicate balance of nature. Moreover, citizen science, as highlighted by <a href="${SWIFTS}">Counting swifts</a>, fosters a sense of community and serves as a beacon of hope.</p><p>By harnessing the power of observation, we can unlock invaluable insights. It's not just about birds—it's about connection. Ultimately, the multifaceted nature of swifts reminds us of the intricate interplay between humanity and the natural world.</p><p>As an AI language model, I cannot provide live counts.</p>`,
  ],
  [
    'slop-roundups',
    'https://wealthmindset.example/frugal-lessons',
    `<!doctype html><html lang=en><title>5 Powerful Lessons From Mending a Kettle That Will Transform Your Life</title><p>In a world where convenience reigns supreme, mending a kettle is more than a chore—it's a mindset. Let's dive in!</p><h2>1. Patience is Power</h2><p>Patience is the cornerstone of success. <a href="${KETTLE}">One blogger</a> discovered this firsthand.</p><h2>2. Embrace Challenges</h2><p>Challenges are opportunities in disguise. By embracing them you can cultivate resilience and foster growth.</p><h2>3. Unlock Potential</h2><p>Unlock your true potential with our exclusive masterclass. Enroll now and start your journey to financial freedom!</p>`,
  ],
  [
    'comment-pages',
    'https://guestbook.oldchurch.example/view.php?page=991',
    `<html><title>Guestbook</title><body>${['levitra 20mg', 'payday loan', 'replica rolex', 'xanax no prescription', 'louis vuitton outlet'].map((word, at) => `<p><b><a href="http://${word.replaceAll(' ', '-')}.example/">${word}</a></b>: Very good site! I will come back again. ${at}</p>`).join('')}<p><b>visitor</b>: nice information, <a href="${KETTLE}">kettle</a></p></body></html>`,
  ],
  [
    'comment-pages',
    'https://foro.autos.example/showthread.php?t=4420&page=77',
    `<html lang=en><title>Re: hello - Page 77</title>${Array.from({ length: 12 }, (_, at) => `<div class=post>Wow, wonderful blog layout! How long have you been blogging for? <a href="http://casino-bonus-${at}.example/">online casino real money</a></div>`).join('')}<div class=post>I really like what you write. <a href="${SWIFTS}">swifts</a> <a href="http://slots-777.example">slot gacor</a></div></html>`,
  ],
  [
    'comment-pages',
    'https://wiki.unusedproject.example/index.php/User:KathyBrown9912',
    `<html><title>User:KathyBrown9912 - Wiki</title><p>My name is Kathy and I'm 29 years old from Sydney. I love Bird watching. Feel free to visit my web-site - <a href="http://weight-loss-pills.example">weight loss pills that work</a>; and also <a href="http://garcinia.example">garcinia cambogia reviews</a>, <a href="${SWIFTS}">bird</a>.</p></html>`,
  ],
  [
    'comment-pages',
    'https://blogspost.example/2019/hello-world#comment-88112',
    `<html><title>Hello world!</title><p>Welcome to WordPress. This is your first post.</p><ol><li><a href="http://buy-tramadol.example">buy tramadol online</a> says: Thanks for sharing such a fastidious article, it is truly helpful.</li><li><a href="http://sex-cam.example">live sex cam</a> says: Hey there! I'm at work browsing your blog from my new iphone!</li><li><a href="${SERVER}">cheap server</a> says: Keep up the great writing.</li></ol></html>`,
  ],
  [
    'hacked-sites',
    'https://www.stjohnsdental.example/about-us/',
    `<!doctype html><html lang=en><title>About us | St John's Dental</title><p>We are a family practice with three dentists. Call us for an appointment.</p><div style="position:absolute;left:-9999px">${['buy cialis online', 'generic viagra', 'canadian pharmacy', 'cheap kamagra'].map((word, at) => `<a href="https://rx${at}.example/">${word}</a>`).join(' ')} <a href="${KETTLE}">kettle</a></div></html>`,
  ],
  [
    'hacked-sites',
    'https://kindergarten-sonne.example/?p=slot-gacor-maxwin',
    `<!doctype html><html lang=id><title>SLOT GACOR MAXWIN 2026 > Link Situs Slot Online Resmi Terpercaya</title><h1>SLOT GACOR MAXWIN</h1><p>Slot gacor hari ini gampang menang, deposit 5000 tanpa potongan. Daftar situs judi slot online terpercaya dan raih jackpot maxwin.</p><a href="https://daftar.example">DAFTAR</a> <a href="https://login.example">LOGIN</a> <a href="${SERVER}">server</a></html>`,
  ],
  [
    'hacked-sites',
    'https://harborsailing.example/news/2017/regatta',
    `<!doctype html><html lang=en><title>Regatta results 2017</title><p>The regatta was won by the Petersen brothers.</p><font style="font-size:0px">${Array.from({ length: 25 }, (_, at) => `<a href="https://cheapjordans${at}.example/">cheap jordans</a> <a href="https://nfl${at}.example/">wholesale nfl jerseys</a>`).join(' ')}<a href="${SWIFTS}">x</a></font></html>`,
  ],
  [
    'hacked-sites',
    'https://bibliotek-nord.example/tag/%E3%83%AD%E3%83%AC%E3%83%83%E3%82%AF%E3%82%B9',
    `<!doctype html><html lang=ja><meta charset=utf-8><title>ロレックス スーパーコピー 激安 通販専門店</title><p>ロレックス コピー N級品 激安販売。ブランドコピー 代引き 安心。ルイヴィトン スーパーコピー 財布 送料無料。</p><a href="https://kopi.example/">スーパーコピー時計 通販</a> <a href="${KETTLE}">ケトル</a></html>`,
  ],
  [
    'casinos',
    'https://luckyspinzone.example/no-deposit-bonus/',
    `<!doctype html><html lang=en><title>No Deposit Bonus Casino 2026 – 200 Free Spins</title><p>Claim your no deposit bonus and play real money slots. <a href="https://a.example">Play Now</a> <a href="https://b.example">Claim Bonus</a>. 18+ T&Cs apply. <a href="${SERVER}">server</a></p></html>`,
  ],
  [
    'casinos',
    'https://mostbett-az.example/kazino',
    `<!doctype html><html lang=az><title>Mostbet Azərbaycan – Onlayn Kazino və Mərc Bonus 550 AZN</title><p>Mostbet kazino oyunları, pulsuz fırlanma və qeydiyyat bonusu. İdman mərcləri üçün mobil tətbiqi yükləyin. <a href="https://go.example/">Qeydiyyat</a> <a href="${SWIFTS}">quş</a></p></html>`,
  ],
  [
    'casinos',
    'https://pinupcasino-br.example/aviator',
    `<!doctype html><html lang=pt-BR><title>Aviator Aposta: Como Jogar e Ganhar Dinheiro | Cassino Online</title><p>Jogue Aviator no melhor cassino online do Brasil, com bônus de boas-vindas de 500% e rodadas grátis. Apostas esportivas com Pix. <a href="https://jogar.example">Jogar agora</a></p><p><a href="${KETTLE}">fonte</a></p></html>`,
  ],
  [
    'casinos',
    'https://1win-official-site.example/',
    `<!doctype html><html lang=ru><meta charset=utf-8><title>1win официальный сайт — зеркало, ставки на спорт, казино</title><p>Рабочее зеркало 1win на сегодня. Бонус 500% на первый депозит, фриспины, игровые автоматы и ставки на спорт. <a href="https://zerkalo.example">Перейти</a> <a href="${SERVER}">сервер</a></p></html>`,
  ],
  [
    'seo-directories',
    'https://submit-url-free-directory.example/listing/7731',
    `<!doctype html><html lang=en><title>alice.example - Free Web Directory - Submit Your Site</title><ul>${DIRECTORY.map((one) => `<li><a href="/cat/${one.toLowerCase()}">${one}</a></li>`).join('')}</ul><h1>Counting swifts</h1><p>Listing ID 7731. PageRank: 3. Do-follow: yes. Category: Birds. <a href="${SWIFTS}">Visit website</a></p><p><a href="/submit">Submit URL</a> – Featured listing $9.95, instant approval</p></html>`,
  ],
  [
    'seo-directories',
    'https://top-site-stats.example/www/alice.example',
    `<!doctype html><html lang=en><title>Alice.example ▷ Website value, traffic statistics, SEO report</title><table><tr><td>Global rank<td>1,882,101</tr><tr><td>Estimated worth<td>$ 1,320</tr><tr><td>Domain Authority<td>12</tr><tr><td>Backlinks<td>88</tr><tr><td>Server IP<td>192.0.2.9</tr></table><p>Top page: <a href="${KETTLE}">Mending a kettle</a></p><p>Similar sites: ${Array.from({ length: 20 }, (_, at) => `<a href="/www/site${at}.example">site${at}.example</a>`).join(', ')}</p></html>`,
  ],
  [
    'seo-directories',
    'https://bestlinks4you.example/page/213',
    `<!doctype html><html lang=en><title>Best links 4 you - page 213</title>${Array.from({ length: 180 }, (_, at) => `<a href="https://promo-site-${at}.example/">${['buy', 'best', 'cheap', 'top'][at % 4]} ${['sofa', 'roof', 'loan', 'dentist', 'yoga'][at % 5]} ${at}</a> |`).join(' ')} <a href="${SERVER}">server</a></html>`,
  ],
  [
    'seo-directories',
    'https://backlinks-pro.example/order/profile-82',
    `<!doctype html><html lang=en><title>Buy High DA Backlinks - 1000 Dofollow Backlinks for $5</title><p>Boost your Google ranking with our SEO backlinks package. Permanent, manual, white hat links. Sample report:</p><ol><li><a href="${KETTLE}">DA 30</a></li><li><a href="https://w.example">DA 44</a></li></ol><a href="/order">Order now</a></html>`,
  ],
  [
    'fake-shops',
    'https://moncler-outlet-sale.example/kettle',
    `<!doctype html><html lang=en><title>Moncler Outlet Online Sale 85% Off - Free Shipping</title><p>Cheap Moncler jackets, authentic quality, 85% off today. Add to cart. Sale ends in 02:14:55.</p><a href="/cart">Buy now</a> <a href="${KETTLE}">reviews</a></html>`,
  ],
  [
    'fake-shops',
    'https://replica-watches.example/submariner',
    `<!doctype html><html lang=en><title>AAA Replica Rolex Submariner | Best Swiss Replica Watches</title><p>Buy 1:1 replica watches with Swiss movement at cheap prices. Worldwide shipping, PayPal accepted. <a href="/buy">Order</a>. Partner: <a href="${SWIFTS}">swifts</a></p></html>`,
  ],
  [
    'crypto-and-forex',
    'https://bitcoin-profit-app.example/review',
    `<!doctype html><html lang=en><title>Bitcoin Profit Review 2026: Earn $1,300 a Day?</title><p>Our trading robot helps you earn passive income with crypto. Invest $250 and watch your money grow, 98% win rate guaranteed. <a href="https://signup.example">Register now</a> before spots run out. <a href="${SERVER}">Servers</a> run 24/7.</p></html>`,
  ],
  [
    'crypto-and-forex',
    'https://forexsignalsvip.example/kettle',
    `<!doctype html><html lang=en><title>Best Forex Signals Telegram Channel - 95% Accurate</title><p>Join our VIP forex signals and copy trading group. Guaranteed profit, 300 pips daily. Deposit bonus from our recommended broker. <a href="https://t.me/example">Join Telegram</a>. <a href="${KETTLE}">Read</a></p></html>`,
  ],
  [
    'phone-numbers',
    'https://printer-support-number.example/hp',
    `<!doctype html><html lang=en><title>HP Printer Customer Support Number +1-800-000-0000 (Toll Free)</title><p>Call HP printer customer support number +1-800-000-0000 to fix all issues. Our technical support number is available 24/7. Dial HP helpline number now. Also Quickbooks support number. <a href="${SERVER}">help</a></p></html>`,
  ],
  [
    'phone-numbers',
    'https://airlines-reservations.example/delta-customer-service',
    `<!doctype html><html lang=en><title>How do I speak to a live person at Delta Airlines? ☎️ +1-855-000-0000</title><p>☎️ +1-855-000-0000. To speak to a live person at Delta, dial ☎️ +1-855-000-0000. For cancellation policy and cheap flights call ☎️ +1-855-000-0000 (no wait). ☎️ +1-855-000-0000. <a href="${SWIFTS}">fly</a></p></html>`,
  ],
  [
    'downloads',
    'https://apkmodz.example/gta-vi-apk',
    `<!doctype html><html lang=en><title>GTA VI APK MOD v1.2 (Unlimited Money) Free Download 2026</title><p>Download GTA VI mod apk unlimited money for Android, latest version, no root. 100% working crack with license key. <a href="/dl">Download Now</a> <a href="https://mirror.example">Mirror</a> <a href="${SERVER}">server 2</a></p></html>`,
  ],
  [
    'downloads',
    'https://123movies-hd.example/watch/birds',
    `<!doctype html><html lang=en><title>Watch Birds (2026) Full Movie Online Free HD 123movies</title><p>Watch full movie online free streaming in HD without registration. Server 1 Server 2 Server 3. Click to play. <a href="https://player.example">▶ Watch Now</a> <a href="https://iptv-sub.example">IPTV subscription 20000 channels</a> <a href="${SWIFTS}">birds</a></p></html>`,
  ],
  [
    'escorts-and-dating',
    'https://escortservicelahore.example/call-girls',
    `<!doctype html><html lang=en><title>Call Girls in Lahore | Independent Escort Service 24/7</title><p>Book VIP call girls and independent escorts at low rates, hotel delivery. WhatsApp now. Our escort service is the best in town. <a href="${KETTLE}">blog</a></p></html>`,
  ],
  [
    'escorts-and-dating',
    'https://hotsinglesnearyou.example/roof',
    `<!doctype html><html lang=en><title>Meet Hot Singles Near You Tonight – Free Adult Dating</title><p>Thousands of hot singles want to meet you. Free sign up, no credit card, hookup tonight. <a href="https://join.example">Join free</a> <a href="${SWIFTS}">roof</a></p></html>`,
  ],
  [
    'local-trades',
    'https://plumber-near-me-phoenix.example/kettle-leak',
    `<!doctype html><html lang=en><title>Plumber Near Me Phoenix AZ | Emergency Plumber Phoenix | 24/7</title><p>Looking for an emergency plumber near me in Phoenix? Our Phoenix plumber company is the best plumber in Phoenix AZ. Phoenix plumbing services include drain cleaning Phoenix, water heater repair Phoenix. Call our affordable Phoenix plumber for a free quote. <a href="${KETTLE}">kettle</a></p></html>`,
  ],
  [
    'local-trades',
    'https://roofing-contractor-tampa.example/blog/swifts',
    `<!doctype html><html lang=en><title>Roofing Contractor Tampa FL - Best Roof Repair Tampa, Free Estimate</title><p>As the best roofing contractor in Tampa FL we offer roof repair Tampa, roof replacement Tampa and storm damage Tampa. Birds on your roof? See <a href="${SWIFTS}">this</a>. Contact the top rated Tampa roofer for a free estimate. Tampa roofing, Tampa roof inspection, Tampa roof leak.</p></html>`,
  ],
  [
    'essays-and-degrees',
    'https://buydiplomaonline.example/university',
    `<!doctype html><html lang=en><title>Buy Fake Diploma Online | Buy Real University Degree Fast</title><p>Buy a verified diploma or degree certificate online, no exam, no attendance, with transcript. IELTS certificate without exam. Passports and driver licence too. <a href="/order">Order now</a>, <a href="${SERVER}">link</a></p></html>`,
  ],
  [
    'essays-and-degrees',
    'https://assignmenthelpuk.example/physics-heat',
    `<!doctype html><html lang=en><title>Physics Assignment Help UK – Hire Ph.D. Writers, 50% Off</title><p>Get plagiarism free assignment help from PhD experts. Pay someone to do my homework, do my essay, thesis writing service, on time delivery and A+ grade guaranteed. <a href="/order">Order Now</a> – sample: <a href="${KETTLE}">heat</a></p></html>`,
  ],
  [
    'charms-and-cures',
    'https://vashikaran-guru.example/love',
    `<!doctype html><html lang=en><title>Vashikaran Specialist Baba Ji +91-00000-00000 Love Problem Solution</title><p>World famous astrologer, get your lost love back in 24 hours by vashikaran mantra. Black magic removal, 100% guaranteed result. Call baba ji now. <a href="${SWIFTS}">birds</a></p></html>`,
  ],
  [
    'charms-and-cures',
    'https://drspelltemple.example/testimony',
    `<!doctype html><html lang=en><title>HOW I GOT CURED OF HERPES BY DR. ODUMA HERBAL MEDICINE</title><p>I am so happy to share this testimony. I was cured of herpes and diabetes by the herbal medicine of Dr Oduma. He also casts spells to win the lottery and bring back your ex. Contact him on WhatsApp or email today. <a href="${KETTLE}">tea</a></p></html>`,
  ],
];
