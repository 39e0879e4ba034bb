/** One in each of 32 /24 networks: jobs of one network run one at a time. */
export const PAGE_HOSTS: readonly string[] = Array.from({ length: 32 }, (_, n) => `127.3.${n}.1`);
