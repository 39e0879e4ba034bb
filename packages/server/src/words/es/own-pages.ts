import type { Dictionary } from '../dictionary.ts';

export const ownPages: Dictionary['ownPages'] = {
  titleOf: (site) => `Páginas de ${site}`,
  heading: 'Páginas de {site}',
  none: 'No se conoce ninguna página.',
  more: 'Más páginas',
  page: 'Página',
  receives: 'Recibe',
  sends: 'Envía',
  gone: '(desaparecida)',
  yes: 'Sí',
  no: 'No',
  turnOn: 'Activar',
  turnOff: 'Desactivar',
  follow: 'Como el sitio',
  receivingFor: (page) => `recepción para ${page}`,
  sendingFor: (page) => `envío para ${page}`,
};
