import type { SmtpConfig } from '../mail-config.ts';
import type { SendOutcome } from '../ports/index.ts';
import type { Mail } from './mail.ts';
import { cut } from './shown.ts';

/** A way to the operator's mail server. It is the operator's choice, like the listening address, and not behind the guard. */
export interface Postman {
  send(mail: Mail): Promise<SendOutcome>;
  /** Why the server would take nothing, in a sentence; `undefined` when it would. */
  check(): Promise<string | undefined>;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i;

export function createPostman({ host, port, secure, user, password, from }: SmtpConfig, deadlineMs = 45_000): Postman {
  const server = `${host}:${port}`;
  const isHere = LOOPBACK.test(host);
  async function transport() {
    const { createTransport } = await import('nodemailer');
    return createTransport({
      host,
      port,
      secure,
      // A password never travels in the open, but within this machine.
      requireTLS: !secure && password !== undefined && !isHere,
      // A mail server of this machine offers TLS with a certificate that nobody signed.
      ignoreTLS: isHere,
      ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
      dnsTimeout: 10_000,
      // Nothing of what strangers wrote may name a file or an address to be put in.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Each try has a connection of its own, so that one that hangs is cut off with its socket. */
  async function within<T>(
    work: (mailer: Awaited<ReturnType<typeof transport>>, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const mailer = await transport();
    const late = Promise.withResolvers<never>();
    const cutOff = new AbortController();
    const timer = setTimeout(() => {
      late.reject(new Error(`it did not finish in ${deadlineMs / 1000} s`));
      cutOff.abort();
    }, deadlineMs);
    try {
      return await Promise.race([work(mailer, cutOff.signal), late.promise]);
    } finally {
      clearTimeout(timer);
      mailer.close();
    }
  }

  /** Their words on one line, without ours that must not be read. */
  function reasonOf(error: unknown): string {
    const { response, message } = error as { readonly response?: string; readonly message?: string };
    const said = (response || message || String(error)).replace(/[\p{Cc}\s]+/gu, ' ').trim();
    return cut(password ? said.replaceAll(password, '[hidden]') : said, 300);
  }

  return {
    async send({ references, headers, ...mail }) {
      try {
        await within((mailer, signal) =>
          mailer.sendMail({
            signal,
            ...mail,
            from,
            ...(references !== undefined && { references, inReplyTo: references }),
            headers,
          }),
        );
        return { outcome: 'sent', reason: `The mail server ${server} took it.` };
      } catch (error) {
        const { code, responseCode } = error as { readonly code?: string; readonly responseCode?: number };
        const reason = `The mail server ${server} did not take it: ${reasonOf(error)}`;
        // About this letter or its reader. What is wrong with a log-in or with the whole server can be mended.
        const isFinal = (responseCode ?? 0) >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
        return { outcome: isFinal ? 'refused' : 'later', reason };
      }
    },
    async check() {
      try {
        await within((mailer) => mailer.verify());
        return undefined;
      } catch (error) {
        return `The mail server ${server} takes no mail: ${reasonOf(error)}`;
      }
    },
  };
}
