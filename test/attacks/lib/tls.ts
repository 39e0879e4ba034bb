import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createCertificate } from '../../../packages/server/test/network/support/certificate.ts';

/** An authority that this process trusts, for as long as it runs. */
const authority = createCertificate({});
setDefaultCACertificates([...getCACertificates('default'), authority.cert]);

/** A good certificate for a name. */
export function certificateFor(dnsName: string, notAfter?: Date) {
  return createCertificate({ dnsName, issuer: authority, ...(notAfter && { notAfter }) });
}

export function selfSigned(dnsName: string) {
  return createCertificate({ dnsName });
}

/** Signed by somebody whom nobody knows. */
export function unknownAuthority(dnsName: string) {
  return createCertificate({ dnsName, issuer: createCertificate({}) });
}
