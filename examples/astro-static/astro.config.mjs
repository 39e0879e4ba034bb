import hearback from '@hearback/static/astro';
import { defineConfig } from 'astro/config';

const { HEARBACK_SERVER = 'https://hear.example.org', SITE = 'https://example.org' } = process.env;

export default defineConfig({
  site: SITE,
  integrations: [hearback({ server: HEARBACK_SERVER, freshFor: 0 })],
});
