import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

const count = counted('es');
const characters = (length: number) => count(length, { one: '# carácter', other: '# caracteres' });

export const entrance: Dictionary['entrance'] = {
  logIn: 'Entrar',
  name: 'Nombre',
  password: 'Contraseña',
  noMatch: 'Este nombre y esta contraseña no van juntos.',
  tooOften: (seconds) =>
    `Demasiados intentos. Espera ${count(seconds, { one: '# segundo', other: '# segundos' })} y vuelve a intentarlo.`,
  welcome: 'Te damos la bienvenida',
  welcomeTo: 'Te damos la bienvenida a Hearback',
  choose: 'Elige cómo entras en este escritorio. No se envía nada a ninguna parte ni hay correo que confirmar.',
  newPassword: 'Contraseña nueva',
  newPasswordFor: 'Una contraseña nueva para {name}',
  oldOne: 'La antigua ya no vale, y se cierra la sesión en todos los navegadores que entraron con ella.',
  again: 'La misma contraseña otra vez',
  begin: 'Empezar',
  setIt: 'Guardarla',
  atLeast: (length) => `Al menos ${characters(length)}.`,
  nameTaken: 'Otro propietario tiene este nombre: elige uno distinto.',
  nameLength: 'Escribe un nombre de 1 a 100 caracteres.',
  tooShort: (length) => `Usa al menos ${characters(length)}; una frase corta va bien.`,
  tooWeak: (length) =>
    `Es una de las primeras que se adivinan. Usa al menos ${characters(length)}; una frase corta va bien.`,
  tooLong: 'Usa como máximo 1000 caracteres.',
  notTheSame: 'Esta no es la misma contraseña.',
  unsafe:
    'El escritorio necesita https: aquí tu contraseña viajaría sin cifrar. Pon el servidor detrás de un proxy con certificado e inícialo con `--public-url https://…`, o ábrelo en esta misma máquina.',
};
