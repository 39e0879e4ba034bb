import { page } from './layout.tsx';

/** In place of every form that takes a password, on http that is not this machine itself. */
export function Unsafe() {
  return page({
    title: 'Log in',
    children: (
      <p>
        The desk needs https: your password would travel unencrypted here. Put the server behind a proxy with a
        certificate and start it with --public-url https://…, or open it on this machine.
      </p>
    ),
  });
}
