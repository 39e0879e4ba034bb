import type { Written } from './fresh.ts';

const KETTLE = 'https://alice.example/2026/mending-a-kettle';
const SWIFTS = 'https://alice.example/2026/counting-swifts';
const SERVER = 'https://alice.example/2026/a-small-server';

const doc = (lang: string, title: string, body: string) =>
  `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title><body>${body}</body></html>`;

/** Honest pages of the third round. */
export const THIRD_HONEST: readonly Written[] = [
  ['notes', 'https://lena.wtf.example/', doc('en', 'lena', `<p>today: <a href="${KETTLE}">kettle</a>, then rain</p>`)],
  [
    'notes',
    'https://monk.example/2026/310',
    doc(
      'en',
      'Day 310',
      `<p>Woke at five. Swifts gone since August, yet somebody <a href="${SWIFTS}">wrote them down</a>. Bread.</p>`,
    ),
  ],
  [
    'notes',
    'https://kb.example/ops/cupboard',
    doc(
      'en',
      'Runbook: the cupboard box',
      `<p>If the box does not answer, see <a href="${SERVER}">the idea behind it</a>, then pull the plug, count to ten, and call Jonas. Restore order: files, database, certificates.</p>`,
    ),
  ],
  [
    'notes',
    'https://farm.example/log',
    doc(
      'en',
      'Farm log',
      `<p>Sold two calves, low price. Bought a kettle, low quality; should have <a href="${KETTLE}">mended the old one</a>.</p>`,
    ),
  ],
  [
    'notes',
    'https://tram.example/verspaetung',
    doc(
      'de',
      'Verspätung',
      `<p>Vierzig Minuten. Ich habe Schwalben gezählt, die Mauersegler waren (<a href="${SWIFTS}">der Unterschied</a>).</p>`,
    ),
  ],
  [
    'makers',
    'https://potato-press.example/zine4',
    doc(
      'en',
      'Zine #4 is back from the printer',
      `<p>Thirty copies, three pounds each, order by postcard. Contains a drawing of <a href="${SWIFTS}">the roof</a> and a recipe.</p>`,
    ),
  ],
  [
    'makers',
    'https://honeybadger-bikes.example/stories',
    doc(
      'en',
      'Why our service takes a week',
      `<p>Because we open everything. The best explanation of that attitude is not ours, it is <a href="${KETTLE}">about a kettle</a>. Book a slot by telephone and bring biscuits.</p>`,
    ),
  ],
  [
    'makers',
    'https://opensynth.example/kit',
    doc(
      'en',
      'Kit 2: buy it or build it',
      `<p>The files are free. The kit costs what the parts cost. If you have never soldered, practise on <a href="${KETTLE}">something you own already</a>.</p>`,
    ),
  ],
  [
    'makers',
    'https://tinyhost.example/about',
    doc(
      'en',
      'A hosting co-op with eleven members',
      `<p>Plans: one. Price: what the electricity costs. We started after reading <a href="${SERVER}">about the cupboard</a>. There is no support hotline, there is Marta.</p>`,
    ),
  ],
  [
    'teachers',
    'https://lehrerzimmer.example/physik7',
    doc(
      'de',
      'Physik 7: Wärmeleitung',
      `<p>Einstieg mit dem <a href="${KETTLE}">Lötproblem</a>. Danach Löffelversuch. Hausaufgabe: Topf messen.</p>`,
    ),
  ],
  [
    'teachers',
    'https://cs101.example/week9',
    doc(
      'en',
      'Week 9: what is a server?',
      `<p>Before the lecture read <a href="${SERVER}">this</a> and answer: which part moves? Submit online by Monday; late answers earn half the points.</p>`,
    ),
  ],
  [
    'teachers',
    'https://statsblog.example/round-numbers',
    doc(
      'en',
      'Round numbers and the surveyor',
      `<p>Digit preference before 1981 is visible to the naked eye in <a href="${SWIFTS}">these counts</a>. I compared last digits; the chi-square is silly.</p>`,
    ),
  ],
  [
    'press',
    'https://localpaper.example/2026/roof',
    doc(
      'en',
      'Swift counters fear for their roof',
      `<p>The council wants to sell the school for 1.2 million. The group, whose method was <a href="${SWIFTS}">described by a member</a>, has asked for a meeting. A spokesman offered no comment.</p>`,
    ),
  ],
  [
    'press',
    'https://radio.example/sendung/reparieren',
    doc(
      'de',
      'Sendung vom 4.: Das Recht auf Reparatur',
      `<p>Mit Hörerpost, einem Blick auf die Preise von Ersatzteilen und dem Text <a href="${KETTLE}">einer Bloggerin</a>. Download der Sendung: 45 Minuten.</p>`,
    ),
  ],
  [
    'press',
    'https://consumer.example/warnings/7',
    doc(
      'en',
      'Warning: fake online shops for kettles',
      `<p>They offer 85% off, free shipping and a countdown. Nothing arrives. If yours broke, <a href="${KETTLE}">mend it</a> or buy from a shop with a door.</p>`,
    ),
  ],
  [
    'world',
    'https://chai.in.example/ketli',
    doc(
      'hi',
      'केतली',
      `<p>मैंने भी <a href="${KETTLE}">यही तरीका</a> आज़माया। तार जुड़ गया, चाय बन गई, और पड़ोसी को विश्वास नहीं हुआ।</p>`,
    ),
  ],
  [
    'world',
    'https://blog.kr.example/server',
    doc(
      'ko',
      '벽장 속 서버',
      `<p><a href="${SERVER}">이 글</a>을 읽고 안 쓰는 노트북을 벽장에 넣었다. 조용하고 따뜻하다. 고양이가 좋아한다.</p>`,
    ),
  ],
  [
    'world',
    'https://zapiski.ua.example/serpokryltsi',
    doc(
      'uk',
      'Серпокрильці',
      `<p>Ми теж рахуємо, з даху, мовчки. Правила взяли <a href="${SWIFTS}">звідси</a>. Торік було сто вісім.</p>`,
    ),
  ],
  [
    'world',
    'https://kaffi.is.example/ketill',
    doc(
      'is',
      'Ketillinn',
      `<p>Gamli ketillinn fékk nýtt líf. <a href="${KETTLE}">Leiðbeiningarnar</a> voru góðar, lóðboltinn minn síðri.</p>`,
    ),
  ],
  [
    'threads',
    'https://lobby.example/s/abc',
    doc(
      'en',
      'Show: I run my site from a thin client',
      `<p>Comments (3)</p><p>How much was it? – Thirty, like <a href="${SERVER}">hers</a>. – Cheap! – Used market is best.</p>`,
    ),
  ],
  [
    'threads',
    'https://qa.example/q/771',
    doc(
      'en',
      'How do I solder near a heating element?',
      `<p>Best answer: wedge the wire, tin both ends, wait. It worked in <a href="${KETTLE}">this repair</a>. Accepted, 4 votes.</p>`,
    ),
  ],
  [
    'opinions',
    'https://vegas.example/why-i-left',
    doc(
      'en',
      'Why I left casino marketing',
      `<p>For nine years I wrote “claim your welcome bonus” for online casinos. My last text paid 40 dollars. Now I keep <a href="${SERVER}">a small server</a> and write about moss.</p>`,
    ),
  ],
  [
    'opinions',
    'https://pharmacist.example/semaglutide',
    doc(
      'en',
      'Please do not buy it from a web page',
      `<p>People ask me weekly. I say: no prescription, no pills. Then I go home and do something with my hands, lately <a href="${KETTLE}">this</a>.</p>`,
    ),
  ],
  [
    'opinions',
    'https://marketer.example/seo-is-dead',
    doc(
      'en',
      'I did SEO for ten years; here is what I learned',
      `<p>Nobody needs a link building service. Write one page that a stranger wants to send to a friend. <a href="${SWIFTS}">This one</a> was sent to me twice.</p>`,
    ),
  ],
];
