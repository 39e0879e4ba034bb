import { counted } from '../plural.ts';

const count = counted('en');

/** Logging in, and the page behind a set-up link. */
export const entrance = {
  logIn: 'Log in',
  name: 'Name',
  password: 'Password',
  /** For a wrong password and for a name that nobody has. */
  noMatch: 'This name and password do not belong together.',
  tooOften: (seconds: number) =>
    `Too many tries. Wait ${count(seconds, { one: '# second', other: '# seconds' })}, then try again.`,
  welcome: 'Welcome',
  welcomeTo: 'Welcome to Hearback',
  choose: 'Choose how you log in at this desk. Nothing is sent anywhere, and there is no mail to confirm.',
  newPassword: 'New password',
  newPasswordFor: 'A new password for {name}',
  oldOne: 'The old one is good no more, and every browser that is logged in with it is logged out.',
  again: 'The same password again',
  begin: 'Begin',
  setIt: 'Set it',
  atLeast: (length: number) => `At least ${count(length, { one: '# character', other: '# characters' })}.`,
  nameTaken: 'Another owner has this name: take another one.',
  nameLength: 'Give a name of 1 to 100 characters.',
  tooShort: (length: number) =>
    `Take at least ${count(length, { one: '# character', other: '# characters' })}; a short sentence is good.`,
  tooWeak: (length: number) =>
    `This is one of the first that are guessed. Take at least ${count(length, { one: '# character', other: '# characters' })}; a short sentence is good.`,
  tooLong: 'Take at most 1,000 characters.',
  notTheSame: 'This is not the same password.',
  unsafe:
    'The desk needs https: your password would travel unencrypted here. Put the server behind a proxy with a certificate and start it with `--public-url https://…`, or open it on this machine.',
};
