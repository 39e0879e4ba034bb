import type { Dictionary } from '../dictionary.ts';

export const problems: Dictionary['problems'] = {
  notFound: { title: 'No encontrado', sentence: 'No hay nada en esta dirección.' },
  method: { title: 'Método no permitido', sentence: 'Esta dirección solo responde a GET y HEAD.' },
  internal: (request) => ({
    title: 'Error interno',
    sentence: `Algo ha fallado aquí y ha quedado registrado. Petición ${request}.`,
  }),
  wrongAddress: (desk) => ({ title: 'Dirección equivocada', sentence: `Este escritorio responde en ${desk}` }),
  foreign: {
    title: 'No viene de este escritorio',
    sentence: 'El formulario no venía de una página de este escritorio. Abre el escritorio otra vez y repítelo allí.',
  },
  unreadable: {
    title: 'Formulario ilegible',
    sentence: 'El formulario es demasiado grande o no se envió como formulario.',
  },
  outOfDate: {
    title: 'Formulario caducado',
    sentence: 'El formulario es de una sesión anterior. Abre la página otra vez y repítelo allí.',
  },
  spent: {
    title: 'Este enlace ya se usó',
    sentence:
      'Si ya tienes contraseña, entra en /admin. Si no, inicia el servidor otra vez: muestra un enlace nuevo. Si la has olvidado, ejecuta «hearback user link NAME».',
  },
  notForYou: {
    title: 'No es para ti',
    sentence: 'Tu papel no llega a esto. Un propietario puede cambiarlo en Personas.',
  },
  away: {
    title: 'No disponible ahora',
    sentence: 'En este momento no se puede acceder a los datos. Vuelve a intentarlo dentro de un minuto.',
  },
  busy: {
    title: 'Ocupado',
    sentence: 'Hay demasiada gente entrando en este momento. Vuelve a intentarlo en unos segundos.',
  },
  feedAddress: {
    title: 'Este canal está cerrado',
    sentence: 'Solo se abre con su dirección entera. Haz una nueva en /admin/notices.',
  },
};
