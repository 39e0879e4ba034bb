/**
 * Points from which on a mention is spam. Below it waits for the owner, whatever it has; no points publish anything.
 *
 * Every number of the judge stands in this file. They were set on one half of the labelled pages in `fixtures/spam` and
 * are checked on the other half.
 */
export const SPAM_AT = 100;

/** What each finding counts. */
export const POINTS = {
  /** An opinion of a service that the owner chose to ask. */
  opinion: 100,
  /** Most of the page's own words are those of one of our pages; about half; a good part. */
  copy: 110,
  copyHalf: 70,
  copyPart: 35,
  /** The same words stand on other domains: on at least one, three, six. */
  twice: 15,
  manyTimes: 60,
  everywhere: 110,
  reprint: 25,
  /** The topic of what is sold in the title or a heading, in the host name, in the path; and in much of the text. */
  topicInTitle: 30,
  topicWeaklyInTitle: 8,
  topicInHost: 35,
  topicWeaklyInHost: 10,
  topicInPath: 15,
  topicInText: 25,
  topicFillsText: 50,
  topicOverflows: 70,
  /** Every other word is one of the trade's. */
  topicAndNothingElse: 45,
  topicInKeywords: 10,
  /** Terms of three topics or more that have nothing to do with each other. */
  manyTopics: 45,
  /** Links to other hosts whose words sell something: one, two, three or more. */
  oneAnchor: 35,
  twoAnchors: 55,
  manyAnchors: 75,
  /** Such a link stands in a text about something else. */
  strangeAnchor: 30,
  /** Short or urging, it has one topic in its title and links to who sells that; two sure terms, and one call to buy. */
  titleAndLink: 40,
  termsAndCall: 35,
  /** An income by the day in the title. */
  promise: 30,
  oneCall: 10,
  /** "Buy now" and the like, beside a topic: two different ones, five, and where there is no topic. */
  someCalls: 25,
  manyCalls: 35,
  callsAlone: 25,
  /** The link to us is hidden; a few links to others; many. */
  hiddenLink: 45,
  hiddenOthers: 40,
  hiddenMany: 90,
  hiddenAnchors: 50,
  hiddenText: 30,
  /** Links to a great many hosts with few words between them; with hardly any. */
  manyLinks: 30,
  hardlyWords: 50,
  farm: 70,
  farmOfThousands: 110,
  /** Most that the shape of a list counts for a page of fewer hosts than a farm has, and without links that sell. */
  shapeAlone: 70,
  sameAnchors: 25,
  sameAnchorsEverywhere: 50,
  /** The hosts it links to have the shapes of names that are made by the hundred; its links are about what sells. */
  madeHosts: 45,
  tradeAnchors: 40,
  /** The link stands in a comment, a signature, the side or the foot. */
  inComment: 40,
  sellingComments: 40,
  someFlattery: 20,
  inSignature: 25,
  inAside: 5,
  inFooter: 10,
  flattery: 40,
  muchFlattery: 60,
  flatteryAround: 25,
  commentLinks: 10,
  /** Cheap endings, many hyphens, a name that no person would choose; an address that names our host. */
  cheapEnding: 10,
  hyphens: 15,
  oddName: 15,
  namesUs: 40,
  titledUs: 40,
  odd: 10,
  /** The page sends its reader on: to another domain; to us; with hardly a word of its own. */
  movedDomain: 15,
  sendsOn: 60,
  sendsToUs: 110,
  passage: 65,
  barePassage: 40,
  parked: 110,
  /** Prose as machines write it: some, much, nothing else. */
  machineSome: 20,
  machineMuch: 55,
  machineAll: 90,
  machineShape: 25,
  /** One phrase over and over. */
  stuffed: 45,
  stuffedMuch: 80,
  /** Of a phrase that its title does not have, and that a list may have repeated. */
  stuffedElsewhere: 20,
  keywordList: 20,
  /** The language of offers: by how many such words are in the title (none, one, two …), and how many of the text's words. */
  salesInTitle: [0, 8, 20, 35, 45],
  someSales: 15,
  salesInText: 30,
  salesFillText: 50,
  /** Most that both make together, but for a text of little else. */
  salesMost: 75,
  salesOnly: 95,
  numberInTitle: 45,
  numberAgain: 60,
  /** By how many ways it says that its pages are for hire. */
  guests: [20, 45, 65],
  twoKeywordAnchors: 35,
  keywordAnchors: 60,
  keywordName: 20,
  /** Its pages are for hire, and its links say to whom. */
  hired: 20,
  /** Title and host name speak of one topic on a page that urges, or says little. */
  titleAndHost: 35,
  /** It says itself that a program wrote it. */
  machineSaysSo: 60,
  /** A title as programs give them; many set phrases in few words. */
  machineTitle: 30,
  machineDense: 70,
  machineDenser: 105,
  /** Letters of another script than the rest of the page around the link. */
  strangeScript: 25,
  sponsored: 15,
  noTitle: 5,
  noWords: 10,
  notFromSource: 5,
  fromSource: -10,
  /** Somebody whom readers see already. */
  known: -50,
} as const;

/** From which measure on a finding is made. Shares are 0 to 1. */
export const MEASURES = {
  /** Own words (five in a row) that a text must have before it is compared with another. */
  copyWords: 40,
  copyShare: 0.75,
  copyHalfShare: 0.5,
  copyPartShare: 0.3,
  /** Of two mentions, both ways round. */
  twinShare: 0.7,
  /** Terms a hundred words, counted three for a strong one; and how many different ones. */
  topicDensity: 2,
  topicFills: 4,
  topicOverflows: 8,
  topicDistinct: 3,
  topicFillsDistinct: 5,
  /** Where our own page speaks of the topic, its findings count this part. */
  ownTopicPart: 0.25,
  shortWords: 120,
  veryShortWords: 60,
  /** Most that a topic counts on a page that neither urges, nor links to sellers, nor has it in its host's name. */
  topicAlone: 60,
  nothingElse: 11,
  nothingElseStrong: 4,
  manyTopics: 3,
  hosts: 40,
  farmHosts: 150,
  farmLinks: 1_000,
  wordsForLink: 14,
  hardlyWordsForLink: 7,
  sameAnchorHosts: 8,
  sameAnchorEverywhere: 25,
  madeHosts: 12,
  madeHostShare: 0.4,
  tradeAnchorShare: 0.35,
  hiddenOthers: 3,
  hiddenMany: 8,
  hiddenWords: 120,
  flattery: 2,
  muchFlattery: 4,
  flatteryAround: 5,
  commentLinkHosts: 5,
  hyphens: 3,
  longName: 26,
  passageWords: 90,
  barePassageWords: 45,
  parkedWords: 250,
  machineSome: 3,
  machineMuch: 6,
  machineAll: 10,
  /** Machine phrases a hundred words. */
  machineDensity: 0.9,
  /** From so many set phrases a hundred words on, and so many different ones, nothing else is said. */
  machineDenseDensity: 5,
  machineDenseDistinct: 5,
  machineDenserDistinct: 8,
  stuffedWords: 80,
  stuffedTimes: 7,
  /** Share of all words that the most frequent two or three in a row make up. */
  stuffedShare: 0.06,
  stuffedMuchShare: 0.12,
  keywords: 25,
  /** Words of offers among a hundred: some, many, every sixth, every fifth. */
  salesDensity: [8, 12, 17, 20],
  /** Fewer words than these count as these. */
  salesLeastWords: 30,
  /** Who says “I” and “my” has something to tell. */
  personalPart: 0.5,
  keywordShare: 0.4,
  numberTimes: 3,
} as const;

/** Endings of names that cost next to nothing, and that spam therefore likes; honest people have them too. */
export const CHEAP_ENDINGS: ReadonlySet<string> = new Set(
  'xyz top click icu buzz loan work gq cf tk ml ga bid win review trade date cam rest monster quest sbs cfd bond lol cyou live stream racing party science download accountant faith men webcam cricket vip wang ren pw cc'.split(
    ' ',
  ),
);
