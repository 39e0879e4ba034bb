import type { Written } from './fresh.ts';

const KETTLE = 'https://alice.example/2026/mending-a-kettle';
const SWIFTS = 'https://alice.example/2026/counting-swifts';
const SERVER = 'https://alice.example/2026/a-small-server';

const SUBJECTS = [
  'A lighthouse keeper’s grocery list',
  'How my town numbers its houses',
  'Why the tide tables were wrong for a year',
  'Drawing maps with a typewriter',
  'An index of every bench in Utrecht',
  'SQLite as a file format, again',
  'What the piano tuner said',
  'Rust, but for embroidery machines',
  'A bus timetable as a poem',
  'Notes on keeping bees badly',
  'The font on Danish number plates',
  'An oral history of a dial-up BBS',
];
const PLACES = ['oddnote.net', 'hanne.fyi', 'blog.lowtide.nz', 'tinyletters.page', 'kristof.codes'];

/** So many links with a remark beside each, as weeklies have them. */
function weekly(count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const remark = ['worth it for the pictures', 'long', 'I disagree with half of it', 'via Joan', 'short and sad'][
      at % 5
    ];
    return `<li><a href="https://${PLACES[(at * 3) % 5]}/${2024 + (at % 3)}/${at}">${SUBJECTS[(at * 5) % 12]}, part ${at}</a> (${remark})</li>`;
  }).join('\n');
}

/** Honest pages: whatever the judge thinks of them, none of them is spam. */
export const FRESH_HONEST: readonly Written[] = [
  ['tiny-sites', 'https://pia.page/', `<title>pia</title><p>hi, i'm pia. i like <a href="${SWIFTS}">this</a>.</p>`],
  [
    'tiny-sites',
    'https://the-third-shelf.neocities.org/links.html',
    `<html><body bgcolor=black text=lime><center><h1>** LINKZ **</h1><marquee>under construction since 2003</marquee><br><a href="https://melonking.example/">melon</a><br><a href="${KETTLE}">kettle!!</a><br><a href="https://frogs.example/">frogs</a><br><img src=counter.gif></center></body></html>`,
  ],
  [
    'tiny-sites',
    'https://olavur.fo/now',
    `<!doctype html><meta charset=utf-8><title>Now</title><h1>Now</h1><ul><li>Reading: a book on knots</li><li>Repairing: the boat</li><li>Thinking about: <a href="${SERVER}">a server in a cupboard</a></li></ul><p>Updated when I remember.</p>`,
  ],
  [
    'tiny-sites',
    'https://jrm.example.org/~jrm/1.html',
    `<pre>2026-09-02\n\nsaw swifts over the station. cf. <a href="${SWIFTS}">alice's roof</a>.\n\nno more today.</pre>`,
  ],
  [
    'tiny-sites',
    'https://w.bearblog.dev/kettle/',
    `<!doctype html><html lang="en"><title>kettle | w</title><body><header><a href="/"><h1>w</h1></a><nav><a href="/">home</a> <a href="/blog/">blog</a></nav></header><main><h1>kettle</h1><p>Mine broke too. I did what <a href="${KETTLE}">Alice did</a> and now the house smells of flux.</p></main><footer>Powered by <a href="https://bearblog.dev">Bear</a></footer></body></html>`,
  ],
  [
    'link-posts',
    'https://kottle.example/26/10/kettle-repair',
    `<!doctype html><html lang=en><title>Kettle repair as evidence</title><article><h1><a href="${KETTLE}">Kettle repair as evidence</a></h1><blockquote>The photographs are not for the internet but for the evening, when the cat has walked across the table.</blockquote><p>Anybody who has ever taken a clock apart knows this evening.</p></article>`,
  ],
  [
    'link-posts',
    'https://daringpigeon.example/linked/2026/11/03/swifts',
    `<title>Linked: ‘Counting swifts’</title><div class=linked><h2>★ <a href="${SWIFTS}">Counting swifts</a></h2><p>A lovely thing about not talking.</p></div>`,
  ],
  [
    'link-posts',
    'https://links.vroni.at/?id=8841',
    `<!doctype html><title>Shaarli – Vroni's links</title><div class="linkcontainer"><a class="linktitle" href="${SERVER}">A small server of my own</a><div class="linkdescription">Sieben Watt! Für den nächsten Umbau merken.</div><span class="linktag">selfhosting</span> <span class="linktag">hardware</span></div>`,
  ],
  [
    'link-posts',
    'https://micro.tadeo.mx/2026/11/11/080112.html',
    `<html><head><title>Tadeo</title></head><body><div class="h-entry"><a class="u-bookmark-of h-cite" href="${SERVER}">A small server of my own</a><p class="p-content">Bookmarked. A cupboard!</p></div></body></html>`,
  ],
  [
    'link-posts',
    'https://quietlog.example/p/991',
    `<title>Three links before bed</title><p>1. <a href="https://tunnels.example/">A list of tunnels</a>. 2. <a href="${SWIFTS}">Alice counts swifts</a>. 3. <a href="https://bread.example/rye">Rye</a>. Good night.</p>`,
  ],
  [
    'not-english',
    'https://kirjat.fi/2026/tervapaaskyt',
    `<!doctype html><html lang="fi"><title>Tervapääskyjä laskemassa</title><article><p>Alice kirjoittaa <a href="${SWIFTS}">tervapääskyjen laskemisesta</a> vanhan koulun katolla. Meillä tehtiin samaa mökillä, mutta kukaan ei osannut olla hiljaa puolta tuntia. Isäni väitti aina nähneensä enemmän kuin muut.</p></article>`,
  ],
  [
    'not-english',
    'https://www.blog-horloge.fr/bouilloire',
    `<!doctype html><html lang=fr><title>La bouilloire de mariage</title><h1>La bouilloire de mariage</h1><p>Quatorze ans, un seul fil défait. J’ai souri en lisant <a href="${KETTLE}">ce récit de réparation</a> : chez nous c’est le grille-pain que l’on ressuscite chaque hiver. Le prix d’un neuf est ridicule, et pourtant.</p>`,
  ],
  [
    'not-english',
    'https://blog.sakuraba.jp/2026/10/chiisana-server',
    `<!doctype html><html lang="ja"><meta charset="utf-8"><title>押し入れのサーバー</title><p><a href="${SERVER}">アリスさんの記事</a>を読んで、うちの押し入れにも小さな機械を置いてみた。七ワットは無理だったが、十一ワットで動いている。停電は一度だけ。妻はまだ気づいていない。</p>`,
  ],
  [
    'not-english',
    'https://dvor.rs/cajnik',
    `<!doctype html><html lang="sr"><meta charset=utf-8><title>Чајник</title><p>Јуче сам поправио чајник. Помогао ми је <a href="${KETTLE}">овај текст</a>, иако моја лемилица једва греје. Комшија каже да би купио нови за хиљаду динара.</p>`,
  ],
  [
    'not-english',
    'https://notes.hatice.com.tr/ebabil',
    `<!doctype html><html lang="tr"><meta charset="utf-8"><title>Ebabil sayanlar</title><p>Bir okulun çatısında yarım saat susup kuş saymak: <a href="${SWIFTS}">Alice'in yazısı</a> bana dedemin balkonunu hatırlattı. O da sayardı ama hiçbir yere yazmazdı.</p><p>Bu yaz biz de denedik; on dört kuş, iki kedi.</p>`,
  ],
  [
    'not-english',
    'https://pantry.co.il/kumkum',
    `<!doctype html><html lang="he" dir="rtl"><meta charset="utf-8"><title>קומקום</title><p>קראתי את <a href="${KETTLE}">הסיפור על הקומקום</a> ונזכרתי בסבא שתיקן הכול עם חוט אחד. גם אצלנו לא זורקים מתנות חתונה.</p>`,
  ],
  [
    'weeklies',
    'https://thursdaymail.example/issues/212',
    `<!doctype html><html lang=en><title>Thursday Mail #212</title><h1>Thursday Mail #212</h1><p>Sixty things again, sorted by nothing. Write back if you liked one.</p><ol>${weekly(60)}<li><a href="${SERVER}">A small server of my own</a> (seven watts!)</li></ol><p>See you next week. <a href="/unsubscribe">Leave</a></p>`,
  ],
  [
    'weeklies',
    'https://webcurious.example/week-44',
    `<!doctype html><html lang=en><title>Week 44</title><p>It rained, so there is a lot this week.</p>${[0, 1, 2].map((part) => `<h2>${['Nature', 'Machines', 'Other people'][part]}</h2><ul>${weekly(20)}</ul>`).join('')}<h2>Best of the lot</h2><p><a href="${SWIFTS}">Counting swifts</a>, about a book of numbers that begins in 1974.</p>`,
  ],
  [
    'weeklies',
    'https://frontend-friday.example/88',
    `<!doctype html><html lang=en><title>Frontend Friday 88</title><p class=sponsor>This issue is supported by <a href="https://icecap.example/">Icecap</a>, error tracking for small teams. Get 20% off with the code FRIDAY.</p><h2>Articles</h2><ul>${weekly(24)}</ul><h2>Off topic</h2><p><a href="${KETTLE}">Mending a kettle</a></p><h2>Jobs</h2><ul><li><a href="https://jobs.example/1">Front-end developer, Ghent</a></li><li><a href="https://jobs.example/2">Designer, remote</a></li></ul>`,
  ],
  [
    'weeklies',
    'https://semanal.aurelia.cl/n/31',
    `<!doctype html><html lang=es><title>Semanal 31</title><p>Lo que leí esta semana, mientras esperaba el bus.</p><ul>${weekly(58)}</ul><p>Y para terminar, <a href="${KETTLE}">una tetera que volvió a la vida</a>.</p>`,
  ],
  [
    'gardens',
    'https://garden.moxie.earth/swifts',
    `<!doctype html><html lang=en><title>Swifts</title><main><h1>Swifts</h1><p>status: seedling 🌱 · tended 4 times</p><p>[[birds]] that never land. Counting protocol: <a href="${SWIFTS}">quarter of the sky, half an hour, silence</a>.</p><h3>Linked from</h3><ul><li><a href="/birds">Birds</a></li><li><a href="/silence">Silence</a></li><li><a href="/1974">1974</a></li></ul></main>`,
  ],
  [
    'gardens',
    'https://wiki.ilse.be/Server_in_kast',
    `<!doctype html><html lang=nl><title>Server in kast</title><h1>Server in kast</h1><ul><li>zie <a href="${SERVER}">a small server of my own</a></li><li>verbruik: meten!</li><li>geluid: geen</li><li><a href="/Back-up">Back-up</a> eerst</li></ul><p>Teruglinks: <a href="/Thuis">Thuis</a>, <a href="/Stroom">Stroom</a></p>`,
  ],
  [
    'gardens',
    'https://zettel.konrad.online/202609121530',
    `<!doctype html><title>202609121530 Repair as reading</title><p>Taking a thing apart is reading it. The maker left one repair's worth of wire (<a href="${KETTLE}">source</a>). Compare <a href="202508010900">marginalia</a>, <a href="202601011200">errata</a>.</p><p>#repair #reading</p>`,
  ],
  [
    'gardens',
    'https://notes.amal.dev/evergreen/boring-setups',
    `<!doctype html><html lang=en><title>Boring setups survive</title><article><h1>Boring setups survive</h1><p>Epistemic status: strongly believed.</p><p>Each moving part is one more thing to restore on a Monday. <a href="${SERVER}">Alice's cupboard</a> has one moving part in six years.</p><h2>Backlinks</h2><p><a href="/evergreen/backups">Backups are a habit</a></p></article>`,
  ],
  [
    'friends-planets',
    'https://planet.harbour.club/',
    `<!doctype html><html lang=en><title>Planet Harbour</title><h1>Planet Harbour</h1><p>What eleven friends wrote lately.</p><div class=entry><h2><a href="${SWIFTS}">Counting swifts</a></h2><p>by Alice. Every evening in June a dozen people stand on the flat roof of the old school and count swifts. The rules are simple. …</p></div><div class=entry><h2><a href="https://bruno.example/ropes">Ropes</a></h2><p>by Bruno. I have been splicing again. The trick is to unlay less than you think.</p></div><div class=entry><h2><a href="https://cat.example/fog">Fog</a></h2><p>by Cat. Nothing to see, at length.</p></div><p><a href="/opml.xml">subscriptions</a></p>`,
  ],
  [
    'friends-planets',
    'https://river.davidb.example/2026/11/',
    `<!doctype html><title>River</title><ul><li>10:04 <a href="https://x.example/a">Old stairs</a> <i>x</i></li><li>09:51 <a href="${KETTLE}">Mending a kettle</a> <i>alice</i><br>The kettle stopped on a Tuesday, in the middle of boiling, with a click that sounded final.</li><li>09:12 <a href="https://y.example/b">Marmalade, day 2</a> <i>y</i></li><li>08:40 <a href="https://z.example/c">Version 0.4</a> <i>z</i></li></ul>`,
  ],
  [
    'friends-planets',
    'https://reader.sofie.dk/shared',
    `<!doctype html><html lang=da><title>Sofies delte artikler</title><h1>Delt fra min læser</h1><ol><li><a href="${SERVER}">A small server of my own</a> – alice.example</li><li><a href="https://tog.example/">Nattog til Narvik</a> – tog.example</li><li><a href="https://kaffe.example/">Kaffe uden maskine</a> – kaffe.example</li></ol>`,
  ],
  [
    'shop-diaries',
    'https://marlowecycles.example/blog/kettle',
    `<!doctype html><html lang=en><title>From the workshop: kettles and bottom brackets | Marlowe Cycles</title><nav><a href="/shop">Shop</a> <a href="/servicing">Servicing</a> <a href="/cart">Cart (0)</a></nav><article><h1>Kettles and bottom brackets</h1><p>We have tea at eleven. This week the kettle died, and Jo brought in <a href="${KETTLE}">a page about mending one</a>. It took longer than a bottom bracket, and nobody paid us for it.</p></article><footer>Open Tuesday to Saturday. Free delivery in town. Buy a gift card.</footer>`,
  ],
  [
    'shop-diaries',
    'https://www.hostal-arenal.es/diario/vencejos',
    `<!doctype html><html lang=es><title>Diario del hostal: los vencejos</title><a href="/reservar">Reservar</a> <a href="/habitaciones">Habitaciones desde 48 €</a><article><p>Una huésped inglesa nos contó lo del tejado de la escuela (<a href="${SWIFTS}">aquí lo explica Alice</a>) y desde entonces contamos vencejos con el vermut. Récord: cuarenta y uno.</p></article>`,
  ],
  [
    'affiliate-but-honest',
    'https://solderdays.example/irons',
    `<!doctype html><html lang=en><title>The three irons I own</title><p><small>Two links here are affiliate links; I paid for the irons myself.</small></p><p>The cheap one (<a href="https://www.amazon.com/dp/B000000001?tag=solderdays-20" rel="sponsored">this one</a>) is fine for kettles, as <a href="${KETTLE}">Alice found</a>. The second is heavier and better. I would not buy the third again: the tip corrodes when you look at it.</p>`,
  ],
  [
    'affiliate-but-honest',
    'https://binocular-diary.example/first-pair',
    `<!doctype html><html lang=en><title>Which first pair?</title><p>For swifts you need a wide field and not much else. The people in <a href="${SWIFTS}">this post</a> use a stick. If you want glass, buy second hand; the 8×30 from the seventies are under forty pounds. I get nothing for saying so.</p>`,
  ],
  [
    'show-notes',
    'https://hamradiohour.example/episodes/61',
    `<!doctype html><html lang=en><title>Episode 61: Low power</title><audio controls src=61.mp3></audio><p>With guest Ama Boateng. We talk about running everything on seven watts.</p><ul><li>03:10 <a href="${SERVER}">Alice's small server</a></li><li>14:00 <a href="https://qrp.example/">QRP clubs</a></li><li>41:30 Listener mail</li></ul><p>Support us on <a href="https://ko-fi.example/hrh">Ko-fi</a>. <a href="/rss">Subscribe</a> wherever you get podcasts.</p>`,
  ],
  [
    'show-notes',
    'https://vimeography.example/talks/quiet-machines',
    `<!doctype html><title>Quiet Machines (talk)</title><p>Slides and links for my talk at the village hall.</p><dl><dt>No fan</dt><dd><a href="${SERVER}">alice.example</a></dd><dt>No disk</dt><dd><a href="https://netboot.example">netboot</a></dd><dt>No screen</dt><dd>you</dd></dl>`,
  ],
  [
    'school-pages',
    'https://classe4b.ecole-tilleul.ch/projets/martinets',
    `<!doctype html><html lang="fr-CH"><title>Projet martinets – classe 4B</title><p>Nous avons lu <a href="${SWIFTS}">comment Alice et ses voisins comptent les martinets</a>. Ensuite nous avons compté depuis la cour : lundi 6, mardi 11, jeudi 9. Léa a gagné un crayon.</p>`,
  ],
  [
    'school-pages',
    'https://physics.uni-tartu.example/~kask/teaching/heat.html',
    `<html><head><title>Heat, week 5</title></head><body><h2>Week 5: conduction</h2><ol><li>Read chapter 4.</li><li>Explain with Fourier's law why <a href="${KETTLE}">this iron</a> could not heat that joint.</li><li>Bring calculators.</li></ol><p>Deadline: Friday. No late submissions.</p></body></html>`,
  ],
  [
    'code-pages',
    'https://git.sr.example/~tove/cupboard/tree/README.md',
    `<!doctype html><title>~tove/cupboard: README.md</title><div class="blob"><h1>cupboard</h1><p>Ansible roles for a machine like <a href="${SERVER}">Alice's</a>.</p><pre>ansible-playbook -i hosts site.yml</pre><h2>License</h2><p>MIT</p></div>`,
  ],
  [
    'code-pages',
    'https://forum.openwrt.example/t/thin-clients/88123/14',
    `<!doctype html><title>Thin clients as routers - Page 2</title><div class=post><b>mkv</b><p>I also got one from a van, see <a href="${SERVER}" rel="ugc nofollow">here</a> for power figures. BIOS needs the battery replaced.</p></div><div class=post><b>rln</b><p>+1, battery is CR2032.</p></div>`,
  ],
  [
    'delicate',
    'https://sober.quietriver.example/day-400',
    `<!doctype html><html lang=en><title>Day 400 without the machines</title><p>I used to spend evenings in an online casino: slots, free spins, a bonus every Friday, and then a loan to cover it. Now I stand on a roof. <a href="${SWIFTS}">Alice's people</a> let me hold a stick. If you need help, the helpline is free.</p>`,
  ],
  [
    'delicate',
    'https://nursenotes.example/pills',
    `<!doctype html><html lang=en><title>What the night shift taught me about pills</title><p>A man asked whether cheap viagra from a web page was safe. It is not: last year one batch held floor wax. I told him so, then went home, and mended the kettle with <a href="${KETTLE}">these instructions</a>.</p>`,
  ],
  [
    'delicate',
    'https://seosceptic.example/guest-posts',
    `<!doctype html><html lang=en><title>They offered me 80 dollars for a link</title><p>“Dear webmaster, we offer high quality guest posts with a dofollow backlink.” I get six of these a week. I link to what I like, for instance <a href="${SERVER}">a cupboard in another country</a>, and nobody pays.</p>`,
  ],
  [
    'short-answers',
    'https://mu.example/r/551',
    `<div class=h-entry><a class=u-in-reply-to href="${KETTLE}"></a><p class=e-content>Great post!! Thanks for sharing, my toaster is next 😄</p><a class="p-author h-card" href="https://mu.example/">Mu</a></div>`,
  ],
  [
    'short-answers',
    'https://social.coop.example/@lin/11399',
    `<!doctype html><title>Lin: "Nice article"</title><div class="h-entry"><div class="e-content"><p>Nice article, thank you! <a href="${SWIFTS}">alice.example/2026/counting-swi…</a></p></div></div>`,
  ],
  [
    'photo-logs',
    'https://pix.ferdi.example/2026/roof',
    `<!doctype html><title>Roof, June</title><img src=roof1.jpg alt="people with sticks"><img src=roof2.jpg alt=""><img src=roof3.jpg alt=""><p>For <a href="${SWIFTS}">the counting post</a>.</p>`,
  ],
];
