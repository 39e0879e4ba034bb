import { different, notApplicable, row } from './row.ts';

const ORIGINS = different(
  'Bare-origin referrers: after visits from three clients in a day, at most two requests, once a day per origin.',
);

/** Refback has no specification; the rows say what it does. */
export const REFBACK = [
  row('RF-01', 'field', 'a visit with a Referer is the notification'),
  row('RF-02', 'house', 'only answered GETs of own pages count; prefetches do not'),
  row('RF-03', 'field', 'own hosts are ignored, the source is fetched once and held'),
  row('RF-06', 'note', 'browsers send bare origins', ORIGINS),
  row('RF-07', 'house', 'referrers are capped, parsed, limited, and search engines left out'),
  row(
    'RF-08',
    'field',
    'which title other programs take',
    notApplicable('It is what two programs show; which title we show is a row of its own.'),
  ),
];
