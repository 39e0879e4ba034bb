import { publicAddress } from './addresses.ts';
import { linking, page, reply } from './verbs.ts';

export const DNS = {
  'missing.test': [publicAddress(1)],
  'silent.test': [publicAddress(2)],
  'linking.test': [publicAddress(3)],
};

export const DIAL = {
  [`${publicAddress(1)}:80`]: reply('404 Not Found', [], 'gone'),
  [`${publicAddress(2)}:80`]: page('<p>Nothing.'),
  [`${publicAddress(3)}:80`]: linking,
};
