import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');

export const tokens: Dictionary['tokens'] = {
  title: 'Tokens',
  what: 'Un token permite a un programa tuyo actuar por ti. Se envía como cabecera, `Authorization: Bearer hb_…`; en una dirección solo se acepta uno que no puede más que leer.',
  made: 'El token {name}. Cópialo ahora: solo se muestra esta vez.',
  revoked: 'Revocado: ya no abre nada.',
  nameNeeded: 'Da al token un nombre de 1 a 100 caracteres.',
  scopeNeeded: 'Marca lo que el token puede hacer.',
  siteGone: 'Ese sitio ya no existe.',
  tooMany: (most) =>
    count(most, {
      one: 'Ya hay # token: revócalo primero.',
      other: 'Ya hay # tokens: revoca uno primero.',
    }),
  name: 'Nombre',
  may: 'Puede',
  site: 'Sitio',
  lastUsed: 'Último uso',
  all: 'todos',
  madeBy: 'Creado por',
  commandLine: 'un comando',
  noLonger: (scopes) => `ya no ${scopes}: quien lo creó no puede`,
  never: 'nunca',
  revoke: 'Revocar',
  revokeOne: (name) => `Revocar ${name}`,
  action: 'Acción',
  fresh: 'Un token nuevo',
  nameHint: 'Para qué es, para que sepas cuál revocar.',
  itMay: 'Puede',
  scopes: {
    read: 'Leerlo todo: también lo que está en espera, rechazado o enviado, con los motivos',
    moderate: 'Decidir: aprobar, rechazar, marcar como spam',
    send: 'Anunciar páginas de mis sitios',
    import: 'Importar archivos de otros sitios: lo que allí era público puede volverse público aquí',
    feed: 'Leer el canal de lo que espera, por una dirección que lleva el token (solo si no puede nada más)',
  },
  for: 'Para',
  allSites: 'todos los sitios',
  make: 'Crearlo',
};
