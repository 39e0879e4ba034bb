import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'server',
  // As a handler, so that server.js can put Hearback before it and start it with the process.
  adapter: node({ mode: 'middleware' }),
});
