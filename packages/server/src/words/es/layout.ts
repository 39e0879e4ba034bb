import type { Dictionary } from '../dictionary.ts';

export const layout: Dictionary['layout'] = {
  skip: 'Saltar al contenido',
  desk: 'Escritorio',
  logOut: 'Salir',
  language: 'Idioma',
  change: 'Cambiar',
  sections: {
    inbox: 'Entrada',
    deliveries: 'Envíos',
    refused: 'Rechazos',
    rules: 'Reglas',
    limits: 'Límites',
    sites: 'Sitios',
    notices: 'Avisos',
    tokens: 'Tokens',
    audit: 'Registro',
  },
  justNow: 'ahora mismo',
};
