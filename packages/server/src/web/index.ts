export { createPasswords } from './session/password.ts';
export { hashSecret } from './session/secret.ts';
export { createWeb, type Web } from './web.ts';
