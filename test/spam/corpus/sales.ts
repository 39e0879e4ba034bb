/** What the trades of spam say. */
export interface Sale {
  readonly hosts: readonly string[];
  readonly titles: readonly string[];
  readonly sentences: readonly string[];
  readonly anchors: readonly string[];
}

export const MEDICINES: Sale = {
  hosts: [
    'best-rx-pills-24.top',
    'canadapharm.xyz',
    'genericmeds-online.shop',
    'tabs4men.click',
    'medshop247.com',
    'pharma-discount-store.net',
    'healthylife-blog.info',
    'edtablets.icu',
  ],
  titles: [
    'Buy Generic Viagra Online 100mg Without Prescription',
    'Cialis 20 mg best price | Canadian Pharmacy',
    'Where can I order cheap tadalafil safely?',
    'Online Pharmacy - Fast Delivery Worldwide',
    'Kamagra oral jelly how to use',
    'Buy Ivermectin and Modafinil overnight shipping',
  ],
  sentences: [
    'Buy viagra online from a trusted pharmacy and save up to 80 percent on every order.',
    'Our generic cialis contains the same active ingredient, tadalafil, as the brand name pills.',
    'No prescription is required and every parcel is sent in discreet packaging.',
    'Order now and receive four free pills of sildenafil with your first purchase.',
    'We accept Visa, Mastercard and bitcoin, and our support is there 24/7.',
    'Levitra and kamagra are available in 50 mg and 100 mg tablets at the lowest price.',
    'Erectile dysfunction affects millions of men, but the solution is only one click away.',
    'Cheap tramadol and xanax without a prescription, with overnight delivery to all states.',
    'Our online pharmacy offers worldwide shipping and a money back guarantee.',
    'Consult the dosage chart before you take the tablets with alcohol.',
  ],
  anchors: [
    'buy viagra online',
    'cheap cialis',
    'generic tadalafil 20mg',
    'kamagra jelly',
    'canadian pharmacy',
    'sildenafil without prescription',
    'order levitra',
  ],
};

export const GAMBLING: Sale = {
  hosts: [
    'top-casino-bonus.top',
    'slotsparadise.click',
    'bet4win.xyz',
    'luckyspins-review.com',
    'casinoguide2026.net',
    'jackpotcity-play.icu',
    'playroyal.live',
  ],
  titles: [
    'Best Online Casino Bonus 2026 - 200 Free Spins',
    'Top 10 betting sites with fast payout',
    'Play slots for real money',
    'No Deposit Bonus Codes',
    'Live roulette and blackjack: where to play',
    'Mostbet mirror login today',
  ],
  sentences: [
    'The best online casino gives every new player a welcome bonus and two hundred free spins.',
    'Sign up now, make your first deposit and play slots for real money within minutes.',
    'Our experts have compared the odds, the payout and the wagering rules of fifty casinos.',
    'Live roulette, blackjack and baccarat are available around the clock with real dealers.',
    'Sports betting fans will find the highest odds on football, tennis and esports.',
    'Claim your no deposit bonus with the promo code LUCKY and start to win today.',
    'The jackpot slots of this casino have made several millionaires this year.',
    'Withdrawals are instant and the licence of the casino is from Curacao.',
    'Online poker rooms reward loyal players with rakeback and bonuses.',
    'Bet responsibly and never gamble more than you can afford.',
  ],
  anchors: [
    'best online casino',
    'no deposit bonus',
    'play slots online',
    'casino bonus codes',
    'sports betting tips',
    'online poker real money',
    'free spins',
  ],
};

export const ESSAYS: Sale = {
  hosts: [
    'bestessay-helper.com',
    'writemypaper4u.net',
    'a-plus-dissertations.xyz',
    'student-assist.top',
    'paperhelp-24.info',
    'gradeboost.site',
  ],
  titles: [
    'Write My Essay For Me - Cheap Essay Writing Service',
    'Buy Custom Essays Online From $9',
    'Dissertation Writing Help by PhD experts',
    'Do my homework for me',
    'Top 5 Paper Writing Services Reviewed',
    'Assignment help Australia UK USA',
  ],
  sentences: [
    'Our essay writing service has helped thousands of students to get better grades.',
    'Just tell us “write my essay” and a professional writer will begin within minutes.',
    'Every paper is written from scratch, plagiarism free, and delivered before the deadline.',
    'Buy essays online from native speakers with a master’s degree in your subject.',
    'We offer dissertation writing, coursework help, term papers and assignment help.',
    'Prices start at nine dollars a page, and the discount code FIRST saves fifteen percent.',
    'Do not risk your grade: our experts can take your online class or do your homework.',
    'All revisions are free and your money back is guaranteed if you are not satisfied.',
  ],
  anchors: [
    'essay writing service',
    'write my paper',
    'buy essays online',
    'dissertation help',
    'do my homework',
    'cheap custom essays',
  ],
};

export const LOANS: Sale = {
  hosts: ['fastcash-loans24.com', 'easy-credit-now.xyz', 'loan4you.top', 'moneytoday.click'],
  titles: [
    'Payday Loans Online - Instant Approval',
    'Bad Credit Loans Guaranteed',
    'Get cash today: no credit check',
    'Personal loans online compared',
  ],
  sentences: [
    'Payday loans online are the fastest way to get cash before your next salary.',
    'Apply now and receive instant approval even with bad credit.',
    'There is no credit check and no hidden fees, and the money is on your account today.',
    'Our lenders offer personal loans from 100 to 35,000 dollars with flexible terms.',
    'Debt consolidation can lower your monthly payment by half.',
    'A cash advance needs only a bank account and five minutes of your time.',
    'Car title loans are possible with every kind of vehicle.',
  ],
  anchors: ['payday loans', 'bad credit loans', 'instant cash advance', 'loans online', 'no credit check'],
};

export const BRANDS: Sale = {
  hosts: ['cheap-watches-outlet.top', 'luxury-replica.shop', 'jerseyswholesale.xyz', 'brandbags-outlet.com'],
  titles: [
    'Replica Watches AAA Quality - Rolex Replica',
    'Cheap Louis Vuitton Outlet Online Store',
    'Wholesale NFL Jerseys Free Shipping',
    'Michael Kors Outlet 80% off',
    'Cheap Jordans For Sale',
  ],
  sentences: [
    'Our replica watches cannot be told from the original, not even by a jeweller.',
    'Cheap Louis Vuitton handbags from our outlet store ship free to all countries.',
    'Every replica Rolex has a Swiss movement and a two year guarantee.',
    'Wholesale jerseys from China at factory price, with all teams in stock.',
    'Shop now and get eighty percent off on cheap Ray Ban sunglasses.',
    'The Michael Kors outlet sale ends on Sunday, so order online today.',
    'Fake or real? Nobody will ever know that you paid a tenth of the price.',
  ],
  anchors: ['replica watches', 'cheap jordans', 'louis vuitton outlet', 'fake rolex', 'wholesale jerseys'],
};

export const FOREIGN: Readonly<Record<string, Sale>> = {
  ru: {
    hosts: ['kazino-vulkan.top', 'stavki-sport.xyz', 'diplom-zakaz.site', 'zaimy-online.click', 'remont-msk.info'],
    titles: [
      'Казино онлайн на деньги — бонус за регистрацию',
      'Купить диплом в Москве недорого',
      'Займ онлайн на карту без отказа',
      'Ставки на спорт: лучшие букмекеры',
      'Купить дженерики Виагра с доставкой',
      'Продвижение сайтов недорого',
    ],
    sentences: [
      'Лучшее онлайн казино дарит бонус за регистрацию каждому игроку.',
      'Игровые автоматы на деньги доступны круглосуточно без зависаний.',
      'Букмекерская контора принимает ставки на спорт с высокими коэффициентами.',
      'Купить диплом с занесением в реестр можно у нас недорого.',
      'Займ онлайн на карту оформляется за пять минут, без справок и отказов.',
      'Звоните прямо сейчас, доставка по всей России.',
      'Рабочее зеркало всегда доступно, регистрация занимает минуту.',
      'Виагра и сиалис по низкой цене, анонимная доставка.',
      'Скидки до конца недели, успейте заказать.',
      'Микрозаймы выдаются даже с плохой кредитной историей.',
    ],
    anchors: ['казино онлайн', 'купить диплом', 'займ на карту', 'игровые автоматы', 'ставки на спорт'],
  },
  zh: {
    hosts: ['bet365yule.top', 'bocai888.xyz', 'daixie-lunwen.com', 'banzheng.icu'],
    titles: [
      '百家乐在线娱乐城_真人娱乐_注册送彩金',
      '网上赌场最佳平台',
      '留学生论文代写 高质量',
      '伟哥正品购买',
      '高仿手表 一比一复刻',
    ],
    sentences: [
      '真人娱乐城注册即送彩金，百家乐老虎机应有尽有。',
      '网上赌场提款快，信誉第一，欢迎体育投注。',
      '专业代写论文，保证原创，不过退款。',
      '点击下方链接立即注册，优惠多多。',
      '正品伟哥货到付款，隐私包装。',
      '高仿名表一比一复刻，支持验货。',
      '加微信咨询客服，二十四小时在线。',
      '博彩平台彩票投注，返水最高。',
    ],
    anchors: ['百家乐', '娱乐城', '论文代写', '老虎机', '体育投注', '高仿手表'],
  },
  id: {
    hosts: ['slotgacor77.top', 'situsjudi.xyz', 'togelhariini.click'],
    titles: ['Situs Slot Gacor Hari Ini Gampang Maxwin', 'Daftar Judi Online Terpercaya', 'Prediksi Togel Hongkong'],
    sentences: [
      'Situs slot gacor hari ini dengan RTP live tertinggi dan gampang maxwin.',
      'Daftar sekarang dan nikmati bonus deposit seratus persen.',
      'Judi online terpercaya dengan layanan dua puluh empat jam.',
      'Agen bola sbobet memberikan odds terbaik setiap hari.',
      'Togel online pasaran lengkap dengan diskon terbesar.',
      'Slot deposit pulsa tanpa potongan, klik di sini untuk bermain.',
    ],
    anchors: ['slot gacor', 'judi online', 'daftar slot', 'togel hari ini'],
  },
  tr: {
    hosts: ['canlibahis-giris.top', 'deneme-bonusu.xyz'],
    titles: ['Deneme Bonusu Veren Siteler 2026', 'Canlı Casino ve Bahis Siteleri Giriş'],
    sentences: [
      'Deneme bonusu veren siteler listesi her gün güncellenir.',
      'Canlı casino ve bahis siteleri arasında en yüksek oranlar burada.',
      'Hemen üye ol ve yatırım şartsız bonus kazan.',
      'Kaçak iddaa oynamak için güncel giriş adresine tıklayın.',
      'Slot oyunları ve rulet masaları yirmi dört saat açık.',
    ],
    anchors: ['deneme bonusu', 'canlı casino', 'bahis siteleri'],
  },
  ja: {
    hosts: ['brandcopy-shop.top', 'online-casino-jp.xyz'],
    titles: [
      'スーパーコピー 時計 激安通販 N級品',
      'オンラインカジノ おすすめランキング 入金不要ボーナス',
      'バイアグラ 通販 最安値',
    ],
    sentences: [
      'スーパーコピー時計の激安通販専門店で、送料無料です。',
      'ブランドコピーのバッグは新作を毎日入荷しています。',
      'オンラインカジノの入金不要ボーナスを今すぐ受け取ろう。',
      'カジノのスロットやバカラで稼ぐ方法を紹介します。',
      'バイアグラとシアリスを最安値で個人輸入できます。',
      'レプリカは正規品と同じ素材で、偽物とは分かりません。',
    ],
    anchors: ['スーパーコピー', 'オンラインカジノ', 'バイアグラ通販'],
  },
  ko: {
    hosts: ['totosite777.top', 'casino-kr.xyz'],
    titles: ['메이저 토토사이트 추천 먹튀검증', '온라인 카지노 바카라 추천 사이트', '출장안마 후불제 24시'],
    sentences: [
      '안전한 토토사이트를 먹튀검증으로 추천해 드립니다.',
      '온라인 카지노와 바카라 게임을 즐기고 가입 쿠폰을 받으세요.',
      '슬롯사이트 베팅 한도와 환전 속도가 최고입니다.',
      '추천인 코드를 입력하면 보너스를 드립니다.',
      '출장마사지 후불제로 전국 어디든 달려갑니다.',
    ],
    anchors: ['토토사이트', '카지노사이트', '바카라사이트'],
  },
  es: {
    hosts: ['farmacia-sin-receta.top', 'casino-online-es.xyz', 'prestamos-ya.click'],
    titles: [
      'Comprar Viagra sin receta en España',
      'Casino online con bono sin depósito',
      'Préstamos rápidos con ASNEF',
    ],
    sentences: [
      'Compra viagra y cialis sin receta en nuestra farmacia online.',
      'Regístrate ahora en el mejor casino en línea y consigue tu bono.',
      'Las apuestas deportivas tienen las mejores cuotas del mercado.',
      'Préstamos online al instante, sin papeleo y sin preguntas.',
      'Envío gratis y discreto a toda España con pastillas originales.',
      'Haz clic aquí y recibe el dinero en diez minutos con los minicréditos.',
    ],
    anchors: ['viagra sin receta', 'casino online', 'préstamos rápidos', 'apuestas deportivas'],
  },
  de: {
    hosts: ['potenzmittel-rezeptfrei.top', 'sofortkredit24.xyz', 'casino-freispiele.click'],
    titles: [
      'Viagra rezeptfrei kaufen',
      'Sofortkredit ohne Schufa',
      'Beste Online Casinos mit Freispielen',
      'Bachelorarbeit schreiben lassen',
    ],
    sentences: [
      'Viagra rezeptfrei online kaufen, diskret und günstig.',
      'Unsere Online Apotheke liefert Potenzmittel ohne Rezept in zwei Tagen.',
      'Den Sofortkredit ohne Schufa gibt es mit Sofortzusage.',
      'Jetzt registrieren und Freispiele im besten Online Casino sichern.',
      'Sportwetten mit hohen Quoten und Bonus für neue Kunden.',
      'Ghostwriter schreiben Ihre Bachelorarbeit, garantiert ohne Plagiat.',
      'Jetzt bestellen und versandkostenfrei erhalten.',
    ],
    anchors: [
      'Viagra rezeptfrei',
      'Sofortkredit ohne Schufa',
      'Online Casino Freispiele',
      'Ghostwriter Bachelorarbeit',
    ],
  },
};
