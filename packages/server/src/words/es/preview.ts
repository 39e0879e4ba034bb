import type { Dictionary } from '../dictionary.ts';

export const preview: Dictionary['preview'] = {
  title: 'A quién avisaría una entrada',
  address: 'Dirección de tu entrada',
  note: 'Se miran sus enlaces y no se avisa a nadie.',
  look: 'Mirar',
  noLinks: 'La página no tiene enlaces de los que avisar.',
  link: 'Enlace',
  whatWill: 'Qué pasará',
  toldBy: (protocol) => `Aviso por ${protocol}`,
  told: 'Aviso',
  nothingMore: (state: string) => `Nada más (${state})`,
  endpoint: 'Endpoint',
  none: 'ninguno',
  why: 'Por qué',
  tellThem: 'Avisarles',
};
