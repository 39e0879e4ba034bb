import hearback from '@hearback/static/eleventy';

const { HEARBACK_SERVER = 'https://hear.example.org', SITE = 'https://example.org' } = process.env;

export default function (eleventyConfig) {
  eleventyConfig.addPlugin(hearback, { server: HEARBACK_SERVER, site: SITE, freshFor: 0 });
}
