declare module 'html-encoding-sniffer' {
  /** Canonical name of the encoding, or `defaultEncoding` as it was given. */
  export default function sniffEncoding(
    bytes: Uint8Array,
    options?: {
      readonly xml?: boolean;
      readonly transportLayerEncodingLabel?: string;
      readonly defaultEncoding?: string;
    },
  ): string;
}
