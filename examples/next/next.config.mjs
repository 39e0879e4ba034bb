/** @type {import('next').NextConfig} */
export default {
  // It has threads and an addon of its own, which a bundle would not find.
  serverExternalPackages: ['hearback'],
};
