/** Pages of the site that everything in the corpus links to. Their text is what copies are copies of. */
export interface OwnPage {
  readonly url: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export const OWN_PAGES: readonly OwnPage[] = [
  {
    url: 'https://alice.example/2026/mending-a-kettle',
    title: 'Mending a kettle',
    paragraphs: [
      'The kettle stopped on a Tuesday, in the middle of boiling, with a click that sounded final. It is fourteen years old and was a wedding present, so throwing it away was never discussed. I unscrewed the base with the one odd screwdriver that came with a long forgotten telephone and found that a single wire had come off the thermal switch.',
      'Soldering near a heating element is a matter of patience: the metal carries the heat away faster than my little iron can bring it. I wedged the wire with a splinter of clothes peg, tinned both ends, and waited for much longer than the instructions for anything ever say. When the solder flowed at last it did so all at once, like butter.',
      'What I learned is that the manufacturer had left just enough wire for one repair, and I have used it. The next one will need a new lead. Somebody at the factory must have thought about this, and I would like to thank her. The kettle now boils in two minutes and forty seconds, which is eleven seconds faster than before, and nobody believes me.',
      'If you try this yourself, unplug the kettle, wait until it is dry, and take a photograph before every step. The photographs are not for the internet but for the evening, when the cat has walked across the table.',
    ],
  },
  {
    url: 'https://alice.example/2026/counting-swifts',
    title: 'Counting swifts',
    paragraphs: [
      'Every evening in June a dozen people stand on the flat roof of the old school and count swifts. The rules are simple. You take a quarter of the sky, you count what crosses it from left to right between half past eight and nine, and you do not talk to anybody. At nine there is tea, and the four numbers are added up and written into a book that begins in 1974.',
      'The book is the reason that I keep coming. In the first years the numbers are round, as if people had guessed, and then in 1981 a retired surveyor joined and there is not a single round number after that. He drew a little diagram of how to hold a stick at arm’s length so that birds are not counted twice. We still hold our sticks.',
      'This year we have two hundred and thirty one, which is nineteen fewer than last year and sixty more than in the worst year, when the church was being re-roofed and nobody had thought of the nests. The builders have since put in clay boxes, and the swifts took four years to trust them.',
      'I do not know whether counting helps the birds. It helps the people, who would otherwise not look up for half an hour in silence, together, every evening of one month.',
    ],
  },
  {
    url: 'https://alice.example/2026/a-small-server',
    title: 'A small server of my own',
    paragraphs: [
      'My whole site runs on a machine that was meant to be a thin client in an insurance office. It has no fan, draws seven watts, and lives in the cupboard with the electricity meter, which is warm enough in winter and not too warm in summer. I bought it for thirty euros from a man who had forty of them in his van.',
      'People ask why I do not rent something bigger. The honest answer is that I like to know where the thing is. When it misbehaves I can open a door and look at it, and usually the looking is enough. In six years it has been down for nine hours altogether, seven of which were a power cut in the whole street.',
      'The set-up is boring on purpose: static files, a small web server, a nightly copy to a disk at my sister’s. The only moving part is the program that tells me when somebody links here, and it stores its rows in one file that I can copy with one command.',
      'If you want to try it, begin with the backup and add the server afterwards. Restoring on a Sunday afternoon with a cup of coffee is a pleasure. Restoring on a Monday morning is not.',
    ],
  },
];
