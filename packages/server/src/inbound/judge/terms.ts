/** What spam is about. Each has words that say it alone (`strong`) and words that only say it in company (`weak`). */
export const TOPICS = [
  'medicines',
  'gambling',
  'adult',
  'loans',
  'essays',
  'links',
  'replicas',
  'slimming',
  'documents',
  'piracy',
  'coins',
  'occult',
  'coupons',
  'cures',
  'helplines',
  'trade',
] as const;
export type Topic = (typeof TOPICS)[number];

/** For sentences: "speaks of …". */
export const TOPIC_NAME: Readonly<Record<Topic, string>> = {
  medicines: 'medicines for sale',
  gambling: 'gambling',
  adult: 'paid sex',
  loans: 'quick loans',
  essays: 'essays for sale',
  links: 'links for sale',
  replicas: 'fake brands',
  slimming: 'slimming and supplements',
  documents: 'forged documents',
  piracy: 'pirated films and programs',
  coins: 'get-rich schemes',
  occult: 'paid magic',
  coupons: 'coupons',
  cures: 'miracle cures',
  helplines: 'telephone numbers of others',
  trade: 'bulk trade and local services',
};

interface Vocabulary {
  readonly strong: string;
  readonly weak: string;
}

/**
 * One term a line or between commas; `*` at the end takes every ending. Folded like the texts they are looked for in: no
 * marks, no punctuation. Several languages each, because spam is written in those that people search in.
 */
export const VOCABULARY: Readonly<Record<Topic, Vocabulary>> = {
  medicines: {
    strong: `viagra, cialis, levitra, kamagra, sildenafil, tadalafil, vardenafil, ambien, phentermine,
      clomid, propecia, online pharmac*,
      canadian pharmac*, pharmacy online, without prescription, no prescription, without a prescription, generic pills,
      rezeptfrei*, ohne rezept, potenzmittel, online apotheke, sans ordonnance, pharmacie en ligne, sin receta,
      farmacia online, farmacia en linea, senza ricetta, sem receita, bez recepty, bez receptu, без рецепта, виагр*, сиалис*,
      дженерик*, купить лекарств*, 伟哥, 万艾可, 犀利士, 威而鋼, 壯陽, バイアグラ, シアリス, 비아그라, 시알리스, 발기부전, فياجرا, reçetesiz, obat kuat, obat perangsang`,
    weak: `modafinil, ivermectin, semaglutide, ozempic, valium, xanax, adderall, tramadol, oxycodone, hydrocodone, pharmac*, pills, tablets, erectile*, dosage, potency, impotence, painkiller*, rx, meds, medication*, generic, apotheke, pillen, tabletten,
      pharmacie, medicament*, farmacia*, pastillas, pildoras, pillole, apteka, tabletki, аптек*, таблет*, потенци*, препарат*, 药, 藥, 薬, 약국, obat`,
  },
  gambling: {
    strong: `kazino, kazinosu, onlayn kazino, idman mercleri, mostbet*, vavada, betwinner, parimatch, fonbet, 888starz, aviator game, aviator aposta*, jogar aviator, live casino, real money slots, crash game*, bandar judi, bandar togel, bandar bola, казино вулкан, online casino*, casino online, casino bonus*, casinos online, slot gacor, slot online, situs slot, slot deposit, judi online, situs judi, togel,
      sbobet, agen bola, rtp live, maxwin, gacor, free spins, freispiele, no deposit bonus, welcome bonus, jackpot slots, online slots, online poker,
      online betting, sports betting, sportwetten, bookmaker*, betting tips, 1xbet, 1win, mostbet, melbet, pin up casino, casino en ligne, casino en linea,
      paris sportifs, apuestas deportivas, casino sin licencia, casino senza, casino non aams, scommesse sportive, apostas esportivas, cassino online, jogo do tigrinho,
      zaklady bukmacherskie, kasyno online, kasyno internetowe, casino utan*, casino zonder*, nettikasino*, spelpaus, казино онлайн, онлайн казино, игровые автоматы, игровых автомат*,
      букмекер*, ставки на спорт, зеркало рабочее, bahis, canli casino, kacak iddaa, casino siteleri, deneme bonusu, nha cai, ca cuoc, no hu, xo so, danh bai, keo nha cai,
      nhà cái, 百家乐, 百家樂, 博彩, 娱乐城, 娛樂城, 老虎机, 老虎機, 彩票平台, 赌场, 賭場, 网上赌, 体育投注, 六合彩, 真人娱乐, オンラインカジノ, オンカジ, ブックメーカー,
      카지노, 토토, 바카라, 슬롯사이트, 먹튀, 홀덤, 사설, บาคาร่า, คาสิโน, สล็อต, แทงบอล, เว็บพนัน, สลอต, คาสโน, บาคารา, كازينو`,
    weak: `casino*, slot, slots, poker, roulette, blackjack, jackpot*, bet, bets, betting, gamble, gambling, wager*, bonus, bonuses, baccarat, lottery, payout*, odds,
      deposit, spins, wetten, gluecksspiel*, glucksspiel*, spielautomat*, apuestas, apostas, scommesse, kasyno, казино, ставк*, слот*, автоматы, бонус*, iddaa, judi, taruhan, situs, daftar, 投注, 彩金, 赌, 賭, カジノ, スロット, 베팅, 도박`,
  },
  adult: {
    strong: `hot singles, singles near you, singles in your area, local singles, horny, adult chat, sugar daddy, sugar baby, one night stand, free adult, call girls, vip escorts, incontri sesso, incontri hot, escort agency, escort girl*, escorts, escort service*, call girl*, callgirl*, sex cam*, live sex, porn, porno, pornstar*, xxx, xxx videos, hookup*, adult dating, sex dating, milf, nudes, onlyfans leak*, camgirl*,
      webcam sex, sexchat, sexkontakte, hure*, nutten, huren, plan cul, rencontre coquine, putas, prepagos, acompanhantes, trans escort, prostytutk*, sexshop, проститутк*, индивидуалк*, интим услуги, порно, эскорт,
      eskort, escort bayan, bokep, 援交, 约炮, 色情, 成人影片, 叫小姐, 外送茶, デリヘル, 出会い系, セフレ, 오피, 출장안마, 출장마사지, 조건만남, หนังโป๊`,
    weak: `escort, sex, sexy, dating, singles, erotic*, adult, massage, nude*, hot girls, cam, sensual, babes, erotik*, rencontre*, citas, sesso, секс*, знакомств*, девушк*, bayan, 成人, 出会い, 마사지`,
  },
  loans: {
    strong: `payday loan*, quick loan*, instant loan*, bad credit loan*, no credit check*, personal loans online, loan online, loans online, cash advance, debt consolidation, car title loan*, guaranteed approval, credit repair,
      kredit ohne schufa, schufafrei*, sofortkredit*, minikredit*, credit rapide, pret rapide, credit sans*, prestamos rapidos, prestamos online, creditos rapidos, minicreditos, prestito veloce, prestiti online, emprestimo online, emprestimo pessoal,
      chwilowk*, pozyczk*, szybka pozyczka, микрозайм*, займ онлайн, займы онлайн, займ на карту, деньги в долг, срочный займ, pinjaman online, pinjol, 貸款, 网贷, 小额贷款, 小額借款, 借錢, カードローン, 即日融資, 대출`,
    weak: `loan, loans, lender*, borrow*, credit, credits, mortgage*, payday, cash, refinance, insurance, apr, kredit*, darlehen, prestamo*, prestito*, emprestimo*, займ*, кредит*, микрокредит*, 贷款, ローン`,
  },
  essays: {
    strong: `phd writers, plagiarism free, pay someone to do, do my essay, do my assignment, hire writers, essay writing service*, write my essay, write my paper, buy essay*, buy an essay, custom essay*, essay writers, essay writer, paper writing service*, dissertation writing, thesis writing service*, homework help, do my homework,
      assignment help, assignment writing, term paper*, research paper writing, cheap essay*, college essay help, coursework help, ghostwrit* service, take my exam, take my online class, ghostwriter bachelorarbeit, bachelorarbeit schreiben lassen, hausarbeit schreiben lassen, masterarbeit schreiben lassen, akademische ghostwriter,
      redaction de memoire, aide memoire, comprar ensayo*, trabajos academicos por encargo, tesi di laurea su commissione, prace magisterskie, pisanie prac, курсовая на заказ, дипломная на заказ, курсовые на заказ, диплом на заказ, заказать курсов*, заказать диплом*, рефераты на заказ, 代写, 代考, 論文代寫, 论文代写, レポート代行, 과제 대행`,
    weak: `essay, essays, dissertation*, thesis, assignment*, homework, coursework, plagiarism, plagiarism free, writers, deadline, grade, grades, tutors, hausarbeit*, bachelorarbeit*, ghostwriter, курсов*, диплом*, реферат*, 论文`,
  },
  links: {
    strong: `accept guest post*, guest post opportunit*, sponsored guest post*, write for us guest, buy backlink*, backlinks cheap, cheap backlinks, link building service*, linkbuilding, guest post service*, guest posting service*, high da, domain authority, pbn, dofollow, do follow backlinks, link exchange, reciprocal link*, submit your url, submit url, submit link, add your site, add your link, free directory, link directory,
      seo service*, seo agency, seo company, seo expert*, seo packages, rank higher, rank on google, first page of google, google ranking, increase traffic, buy traffic, website traffic, social signals, bookmarking sites, article submission*, directory submission*, alexa rank, global rank, website value, site value, traffic statistics, seo report, seo audit, seo score, backlinks checker, featured listing, listing id, page rank, free web directory, web directory, website worth, site worth, estimated worth, whois record,
      backlinks kaufen, linkaufbau, seo agentur, achat de liens, agence seo, referencement naturel, comprar enlaces, posicionamiento web, agencia seo, link building, comprar seguidores, buy followers, buy instagram*, buy youtube*, instagram followers, купить ссылки, продвижение сайт*, раскрутка сайт*, накрутка, jasa seo, jasa backlink, seo hizmet*, 外链, 外鏈, seo优化, 刷粉, 被リンク, 백링크`,
    weak: `guest post*, sponsored post*, web directory, submit your site, seo, backlink*, serp, traffic, ranking, rankings, keyword*, pagerank, directory, link juice, anchor text, marketing, webmaster*, niche, followers, likes, subscribers, domains, ссылк*, сео, трафик`,
  },
  replicas: {
    strong: `replica watch*, replica handbag*, replica bags, fake rolex, rolex replica, cheap rolex, louis vuitton outlet, louis vuitton replica, cheap louis vuitton, cheap jordans, cheap nike, nike outlet, ugg outlet, ugg boots sale, michael kors outlet, coach outlet, ray ban outlet, cheap ray ban, cheap nfl jerseys, cheap jerseys, wholesale jerseys, canada goose outlet, moncler outlet, gucci outlet, prada outlet, hermes replica, yeezy replica, outlet store online, aaa replica*,
      replica uhren, billige ray ban, sac louis vuitton pas cher, pas cher, imitaciones, replicas relojes, borse false, реплика часов, копии часов, реплик* брендов, 仿品, 高仿, 复刻, 精仿, スーパーコピー, ブランドコピー, 偽物, 激安, コピー品, レプリカ, 레플리카, 짝퉁`,
    weak: `replica*, outlet, cheap, discount*, wholesale, jerseys, handbags, sneakers, watches, luxury, brand new, sale, gunstig*, billig*, soldes, rebajas, barato*, скидк*, дешев*, 通販, 格安, 正規品, 新作`,
  },
  slimming: {
    strong: `keto gummies, keto diet pills, weight loss pills, weight loss gummies, fat burner*, lose weight fast, cbd gummies, male enhancement, testosterone booster*, garcinia, detox tea, anabolic steroid*, buy steroids, sarms, hgh, botox deals, penis enlarg*, breast enlarg*, schnell abnehmen, abnehmpillen, maigrir vite, perte de poids rapide, adelgazar rapido, quemador de grasa, pastillas para adelgazar, dimagrire velocemente, emagrecer rapido, emagrecedor, odchudzanie, tabletki na odchudzanie, похуд*, жиросжигател*, стероиды, pelangsing, 减肥药, 減肥, ダイエットサプリ, 다이어트약`,
    weak: `nootropic*, cbd oil, weight loss, diet, keto, gummies, cbd, supplement*, steroid*, detox, abnehmen, nahrungserganzung*, regime, adelgazar, dimagrire, emagrecer, диет*, суплемент*`,
  },
  documents: {
    strong: `buy fake, fake degree*, fake certificate*, university degree fast, certificate without exam, ielts without exam, verified diploma, buy ielts, buy toefl, fake passport*, buy passport*, buy real passport*, fake id, fake ids, fake driver* license, buy driver* license, buy drivers licence, fake diploma*, buy degree, buy diploma, counterfeit money, counterfeit bills, cloned cards, fullz, cvv shop, carding, dumps with pin, fuhrerschein kaufen, reisepass kaufen, falschgeld, permis de conduire acheter, acheter permis, comprar carnet, comprar licencia, comprar titulo, patente falsa, comprare patente, comprar carta de conducao, prawo jazdy kupie, купить диплом, купить права, купить паспорт, купить аттестат, 办证, 假证, 假文凭, 위조`,
    weak: `passport*, diploma*, driver license, certificate*, counterfeit, document*, dumps, диплом, паспорт`,
  },
  piracy: {
    strong: `mod apk, apk mod, unlimited money, free hd, full movie, movies online, watch now free, no root, premium apk, cracked apk, license key, watch online free, full movie online, watch free online, stream free, free download full, full version free download, crack download, cracked version, serial key, license key, keygen, activation key, product key free, cheap software, oem software, iptv subscription, iptv abonnement, iptv kaufen, mod apk, torrent download, free movies online, putlocker, 123movies, fmovies, nulled, nulled script*, film streaming gratis, film complet, ver pelicula*, pelicula completa, descargar gratis, streaming ita, smotret online, смотреть онлайн, смотреть бесплатно, скачать бесплатно, скачать торрент, ключ активации, nonton film, sub indo, 免费下载, 破解版, 无料ダウンロード, 무료보기, 다시보기`,
    weak: `crack, cracked, keygen, torrent*, warez, apk, iptv, hd, full movie, download, free download, streaming, gratis, скачать, смотреть, torent*`,
  },
  coins: {
    strong: `double your money, guaranteed profit*, invest in bitcoin today, invest today, no experience needed, make money online, make money fast, earn money online, earn money from home, work from home job*, passive income, get rich, financial freedom, double your bitcoin, bitcoin doubler, bitcoin trader, bitcoin profit, crypto signals, crypto presale, binary options, forex robot, forex signals, trading bot, guaranteed profit*, guaranteed returns, high yield investment, mlm, recover lost crypto, crypto recovery, recovery expert, hire a hacker, wealth dna, geld verdienen im internet, schnell geld verdienen, gagner de l argent, ganar dinero, guadagnare online, ganhar dinheiro, zarabianie, заработ* в интернете, заработок онлайн, бинарные опционы, пассивный доход, 炒币, 快速赚钱, 副業で稼ぐ, 재테크 리딩`,
    weak: `crypto*, bitcoin*, btc, ethereum, forex, trading, invest*, profit*, earn*, income, wallet*, token*, airdrop*, nft*, investition*, инвестиц*, крипто*, заработ*, доход*, 投资, 稼ぐ`,
  },
  occult: {
    strong: `love spell*, spell caster*, black magic, voodoo spell*, get your ex back, lost lover*, psychic reading*, vashikaran, astrologer, marabout*, voyance gratuite, voyance par telephone, kartenlegen*, amarres de amor, tarot gratis, legamenti d amore, amarracao*, приворот*, гадани*, магические услуги, jimat, pesugihan, 和合术, 復縁占い`,
    weak: `spell*, psychic*, witchcraft, astrolog*, tarot, horoscope*, ritual*, voyance, маг, магия`,
  },
  coupons: {
    strong: `coupon code*, promo code*, promotional code*, voucher code*, discount code*, discount voucher*, coupons and deals, coupon hub, verified coupon*, exclusive coupon*, show code, reveal code, get code, copy code, referral code*, cashback offer*, gutscheincode*, rabattcode*, gutscheine und rabatt*, alle gutscheine, code promo, codes promo, bon de reduction, codigo descuento, codigo promocional, codigos promocionales, cupones de descuento, codice sconto, codici sconto, cupom de desconto, codigo de desconto, kod rabatowy, kody rabatowe, kortingscode*, kortingsbon, rabattkod*, rabatkode*, промокод*, купоны, indirim kodu, kode promo, kode voucher, クーポンコード, 优惠码, 优惠券, 쿠폰`,
    weak: `coupon*, voucher*, promo, cashback, deal, deals, save, savings, off, verified, expires, gutschein*, rabatt*, reduction, descuento*, sconto, desconto*, rabat, korting, скидк*`,
  },
  cures: {
    strong: `herbal medicine*, herbal doctor, herbal cure*, herbal remed*, cured of, cured me, cured my, cure for herpes, cure for hiv, cure for diabetes, cure for hpv, permanent cure, natural cure*, miracle cure*, healed me, native doctor, traditional healer, casts spells, cast a spell, cast spells, bring back your ex, bring back lost, win the lottery, lottery number*, big pharma doesn t, doctors hate, one weird trick, heilmittel gegen, remede miracle, cura milagrosa, cura natural para, rimedio naturale per, cudowny lek, чудо средство, лечение травами, obat herbal, 秘方, 根治`,
    weak: `herbal, herpes, hpv, hiv, diabetes, healer, healing, testimony, testimonies, cure, cured, cures, dr, doctor, email, whatsapp, spell*, natural, remedy`,
  },
  helplines: {
    strong: `customer support number, customer service number, technical support number, tech support number, helpline number, toll free number, support phone number, contact number, customer care number, speak to a live person, talk to a live person, speak to a human at, reservations number, reservation number, cancellation policy number, name change policy, roadrunner support, quickbooks support, printer support, antivirus support, cash app support, hotline kundenservice nummer, numero de telephone du service client, numero service client, telefono de atencion al cliente, numero atencion al cliente, numero verde assistenza, numer telefonu infolinii, номер горячей линии`,
    weak: `toll free, helpline, hotline, support, dial, call, number, live person, representative, airlines, flights, refund, cancellation, printer*, account, recover, customer service, 24 7`,
  },
  trade: {
    strong: `call us today, free quote, get a quote, call now, 24 7 support, contact us today, affordable price*, best price*, lowest price*, factory price, china manufacturer*, leading manufacturer*, manufacturer and supplier, wholesale supplier*, bulk order*, packers and movers, plumber in, locksmith in, roofing contractor*, carpet cleaning, water damage restoration, personal injury lawyer*, best lawyer*, web design company, web development company, mobile app development company, outsourcing company, digital marketing agency, limited time offer, satisfaction guaranteed, schlusseldienst, entrumpelung, umzugsunternehmen, rohrreinigung, plombier paris, desatascos, cerrajero*, traslochi, spurgo, pozycjonowanie, ремонт холодильник*, вывоз мусора, натяжные потолки, 厂家, 批发, 代理记账`,
    weak: `near me, hair transplant*, dental implants, fontanero*, hydraulik, serrurier, под ключ, оптом, affordable, best, cheap, supplier*, manufacturer*, service, services, professional, company, quality, price*, order, guaranteed, free shipping, expert*, top rated, trusted, buy, hire, quote, customers, solutions, купить, цена, цены, заказать, недорого, услуг*, kaufen, preis*, acheter, prix, comprar, precio*, prezzi, kup, satin al, 价格, 价`,
  },
};

/** Words by which somebody wants the reader's money at once. */
export const CALLS = `on whatsapp, whatsapp me, on telegram, text me, contact my, dont miss, hurry, available 24 7, buy now, order now, order online, buy online, shop now, click here, visit our website, visit our site, visit here, sign up now, register now, join now, play now, claim your, get started today, call now, apply now, contact us, best price, lowest price, low price*, cheap price*, free shipping, fast delivery, worldwide shipping, discreet*, money back, limited offer, special offer, promo code, coupon*, discount code, 100 guaranteed, guarantee*, 24 7, no hidden fees, instant approval, secure payment, top rated, best online, cheap*,
  jetzt kaufen, jetzt bestellen, hier klicken, jetzt spielen, jetzt registrieren, jetzt anmelden, gunstig kaufen, versandkostenfrei, commander maintenant, acheter en ligne, cliquez ici, inscrivez vous, livraison gratuite, pas cher, comprar ahora, compra online, haz clic aqui, registrate, envio gratis, clicca qui, acquista ora, spedizione gratuita, iscriviti, compre agora, clique aqui, frete gratis, cadastre se, kup teraz, kliknij tutaj, zarejestruj sie, купить, заказать, звоните, жми*, регистрация, переходи*, скидк*, недорого, доставк*, daftar, daftar sekarang, klik di sini, hemen uye ol, tiklayin, tikla, dang ky, 立即注册, 点击, 加微信, 微信, 优惠, 注册, 登録, 今すぐ, クリック, 送料無料, 通販, 가입, 추천인, 바로가기, สมัคร`;

/** Words that only urge to buy; what is left of a link without them is what it is called. */
export const URGES =
  'buy order cheap best online generic free play top real money now price prices discount sale official cheapest where to get the site sites website bonus codes code reviews review купить недорого цена заказать kaufen bestellen günstig gunstig acheter comprar comprare kup'.split(
    ' ',
  );

/** What machines write when nobody tells them to stop; each alone is harmless. */
export const MACHINE_PROSE = `in a world where, reigns supreme, more than just a, it s a mindset, a mindset, opportunities in disguise, cultivate resilience, foster growth, foster connection*, true potential, start your journey, your journey, the journey, captivate*, underscores, underscore, delicate balance, serves as a, serve as a, beacon of hope, deep dive, interplay, intricate interplay, remarkable journey, enthusiasts, enthusiasts worldwide, must read, user friendly, wealth of, offers a wealth, delivers a, seamless blend, expertise and passion, new heights, to new heights, elevate, leveraging, daunting, can be daunting, embrace the, embrace challenges, embrace sustainable, fascinating world, fascinating topic, human ingenuity, stands as a, a sense of community, sense of community, harnessing, ever evolving landscape, landscape of, rewarding, is as rewarding, mindfulness, timeless, resonates, resonate with, invites us to, reminds us that, reminds us of, remind us, testament, whether you re, at its core, in essence, ultimately, navigate, thoughtful, celebrate, celebrates, blend of, perfect blend, unforgettable, immersive, effortlessly, in the heart of, breathtaking, myriad, in the modern digital era, in the digital era, in todays digital era, has emerged as, cornerstone of, multifaceted, profound implications, individuals and organizations, individuals and businesses, by leveraging, full potential, remarkable results, it is important to recognize, its important to recognize, one size fits all, enhanced efficiency, streamlined workflow*, better outcomes, balanced approach, embracing, as highlighted by, journey towards, this article explores, this article delves, in this article, we will explore, well explore, lets explore, whether you are a, not only enhances, ensuring that, a wide range of, wide array of, when it comes to, paving the way, pave the way, shed light on, sheds light on, underscores the importance, underscore the importance, the importance of, crucial role, vital role, pivotal role, significant impact, enhance your, transform your, take the first step, in summary, to summarize, overall experience, ever growing, rapidly evolving, sustainable growth, competitive edge, key aspects, key factors, understanding the, tailored to, meticulous*, intricate*, captivating, in todays fast paced world, in todays digital age, in todays digital landscape, in todays world, in the ever evolving, ever evolving, ever changing landscape, ever changing world, digital landscape, delve into, delving into, lets delve, dive into the world, lets dive in, dive deeper, embark on, embark on a journey, unlock the, unlocking the, unleash the, unleash your, game changer, game changing, in conclusion, it is important to note, its important to note, it is worth noting, it is crucial to, plays a crucial role, plays a vital role, plays a pivotal role, comprehensive guide, ultimate guide, everything you need to know, whether youre a, seasoned professional*, seasoned pro, navigate the complexities, navigating the, navigate the world, in the realm of, the realm of, a testament to, stands as a testament, rich tapestry, tapestry of, harness the power, harnessing the power, elevate your, to the next level, look no further, stay ahead of the curve, cutting edge, seamless*, robust solution*, leverage the power, treasure trove, key takeaways, frequently asked questions, final thoughts, the bottom line, as an ai language model, as of my last, i cannot fulfill, unparalleled, transformative, paradigm shift, holistic approach, foster a, fostering a, bustling, vibrant, nestled in, a myriad of, plethora of, moreover, furthermore, additionally, boost your, revolutioniz*, revolutionis*, empower*, streamline*, discover the secrets, the power of, look at the benefits, the benefits of, hidden gem*, must have, one stop, beacon of, at the forefront, profound impact, invaluable, valuable insights, actionable, informed decision*,
  in der heutigen schnelllebigen welt, in der heutigen zeit, in der heutigen digitalen, zusammenfassend lasst sich sagen, es ist wichtig zu beachten, spielt eine entscheidende rolle, umfassender leitfaden, tauchen sie ein, entdecken sie die, auf die nachste stufe, dans le monde d aujourd hui, dans le paysage numerique, en conclusion, il est important de noter, joue un role crucial, guide complet, plongeons dans, en el mundo actual, en la era digital, en conclusion, es importante destacar, juega un papel crucial, guia completa, sumergete en, nel mondo di oggi, in conclusione, e importante notare, guida completa, no mundo de hoje, em conclusao, e importante notar, guia completo, в современном мире, в заключение, важно отметить, играет ключевую роль, 在当今, 总之, 值得注意的是, 综上所述, 今日の社会において, まとめると`;

/** What somebody writes under a post who has not read it. */
export const FLATTERY = `great post, nice post, awesome post, excellent post, amazing post, wonderful post, good post, great article, nice article, excellent article, amazing article, fantastic article, great blog, nice blog, awesome blog, great site, nice site, great website, great information, useful information, very informative, informative post, informative article, thanks for sharing, thank you for sharing, thanks for the information, keep up the good work, keep it up, keep posting, i really enjoyed reading, i really like your, bookmarked, i have bookmarked, i will bookmark, visit my site, visit my website, visit my blog, check out my, check my, my web site, my webpage, also visit, feel free to visit, feel free to surf, stop by my, here is my, helpful post, very helpful, well written, good job, i am very happy to, this is a great, hello admin, hi admin, dear admin, toller beitrag, super artikel, schoner beitrag, tolle seite, danke fur den artikel, merci pour le partage, super article, tres bon article, gran articulo, excelente articulo, gracias por compartir, bel articolo, ottimo articolo, otimo artigo, отличная статья, спасибо за статью, полезная информация`;

/** What stands on a domain that nobody uses. */
/** The same in words that also stand elsewhere; they count where the page is titled with its own host name. */
export const PERHAPS_PARKED = `for sale, asking price, available for purchase, available for sale, make offer, buy now, expired, coming soon, under construction, parked, zu verkaufen, a vendre, en venta, in vendita, a venda, na sprzedaz, te koop, продается, 出售`;

export const PARKED = `domain is for sale, domain for sale, domain name is for sale, buy this domain, this domain may be for sale, this domain is parked, parked domain, domain parking, inquire about this domain, make an offer on this domain, the domain has expired, this domain has expired, domain has expired, renew your domain, this webpage was generated by the domain owner, related searches, sponsored listings, sponsored links, future home of, website coming soon, domain broker, get this domain, own this domain, interested in this domain, premium domain, domain zu verkaufen, domain steht zum verkauf, diese domain kaufen, diese domain steht, domain geparkt, domaine a vendre, domaine est a vendre, nom de domaine a vendre, acheter ce domaine, dominio en venta, este dominio esta en venta, comprar este dominio, dominio in vendita, dominio e in vendita, dominio a venda, domena na sprzedaz, domena jest na sprzedaz, domein te koop, deze domeinnaam, домен продается, домен продаётся, купить домен, этот домен, 域名出售, 此域名, このドメイン, ドメインは売り, 도메인 판매`;

/** What stands on a page that only sends its readers on. */
export const SENDING_ON = `you are leaving, you are about to leave, you are being redirected, being redirected, redirecting you, redirecting to, redirecting, you will be redirected, redirect notice, external link warning, leaving our site, click here if you are not redirected, if you are not redirected, if your browser does not redirect, please wait while, continue to site, continue to the site, proceed to the site, go to link, skip ad, previous page is sending you, weiterleitung, sie verlassen, sie werden weitergeleitet, redirection, vous allez etre redirige, vous quittez, redireccion, esta saliendo, sera redirigido, verrai reindirizzato, stai lasciando, voce esta saindo, sera redirecionado, przekierowanie, opuszczasz, перенаправл*, вы покидаете, переход по ссылке, 正在跳转, 即将离开, 跳转, リダイレクト, 移動します, 이동합니다`;

/** Who says that a text is somebody else's, in the words of programs that copy feeds. */
export const REPRINT = `appeared first on, originally appeared on, first appeared on, originally published at, originally published on, originally posted on, originally posted at, this article was originally, this post was originally, read the original, read the full article, read full article, read the full story, original article, original source, original post, source link, view original, via rss, syndicated from, reposted from, auto generated from, den originalartikel, zum originalbeitrag, lire la suite, article original, lire l article complet, leer mas en, articulo original, leggi l articolo originale, articolo originale, fonte original, artigo original, czytaj dalej, zrodlo, источник, оригинал статьи, читать далее, 原文链接, 文章来源, 转载自, 元記事, 続きを読む, 원문`;
