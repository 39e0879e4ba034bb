import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');

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
  known: (pages) =>
    count(pages, {
      one: '[Se conoce # página] por su feed o su mapa del sitio; como destino no se acepta nada más.',
      other: '[Se conocen # páginas] por su feed o su mapa del sitio; como destino no se acepta nada más.',
    }),
  noMap:
    'No hay mapa de las páginas de este sitio, así que se acepta como destino cualquier dirección bajo él. Indica su feed o su mapa del sitio en la configuración para aceptar solo páginas que existen y para cerrar algunas por separado.',
};
