import type { Dictionary } from '../dictionary.ts';

export const layout: Dictionary['layout'] = {
  skip: 'Saltar al contenido',
  desk: 'Escritorio',
  logOut: 'Salir',
  language: 'Idioma',
  change: 'Cambiar',
  sections: {
    overview: 'Resumen',
    inbox: 'Entrada',
    links: 'Enlaces',
    deliveries: 'Envíos',
    refused: 'Rechazos',
    rules: 'Reglas',
    limits: 'Límites',
    sites: 'Sitios',
    notices: 'Avisos',
    people: 'Personas',
    tokens: 'Tokens',
    audit: 'Registro',
    account: 'Tú',
  },
  justNow: 'ahora mismo',
};
