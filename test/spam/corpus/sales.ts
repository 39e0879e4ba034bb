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
