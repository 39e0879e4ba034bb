import type { Dictionary } from '../dictionary.ts';

export const preview: Dictionary['preview'] = {
  title: 'Wem ein Beitrag mitgeteilt würde',
  address: 'Adresse deines Beitrags',
  note: 'Seine Links werden angesehen, und niemandem wird etwas mitgeteilt.',
  look: 'Ansehen',
  noLinks: 'Die Seite hat keine Links, die sich mitteilen ließen.',
  link: 'Link',
  whatWill: 'Was geschehen wird',
  toldBy: (protocol) => `Mitteilung per ${protocol}`,
  told: 'Mitteilung',
  nothingMore: (state: string) => `Nichts weiter (${state})`,
  endpoint: 'Endpunkt',
  none: 'keiner',
  why: 'Warum',
  tellThem: 'Mitteilen',
};
