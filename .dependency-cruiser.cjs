// The floors of the house (CONTRIBUTING.md, "Floors"). Imports point down only.
const server = (...names) => `^packages/server/src/(${names.join('|')})(\\.tsx?$|/)`;
const adapters = ['storage', 'network', 'web', 'notices', 'worker', 'system'];
const useCases = ['inbound', 'outbound', 'jobs', 'pages', 'feeds', 'limits', 'doctor', 'import', 'export'];
const entities = [
  'mention',
  'delivery',
  'software',
  'dont-tell',
  'site',
  'site-config',
  'trace',
  'job',
  'owner',
  'rule',
  'notice',
  'recipient',
  'mention-event',
  'mail-config',
  'notice-link',
  'domain',
  'block-list',
  'ports',
  'config',
  'allowances',
  'errors',
  'version',
  'log',
  'access',
  'printable',
  'redact',
  'tokens',
  'words',
];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        path: '^packages/[^/]+/src',
        pathNot: '(\\.d|main|entry|thread|hearback-mentions)\\.tsx?$',
      },
      to: {},
    },
    {
      name: 'protocol-is-pure',
      comment: 'bytes in, values out: no I/O, no Node, nothing of the server',
      severity: 'error',
      from: { path: '^packages/protocol/src' },
      to: { path: '^packages/(server|widget|static)|^(node:|undici|kysely|hono)' },
    },
    {
      name: 'protocol-no-node',
      severity: 'error',
      from: { path: '^packages/protocol/src' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'widget-has-no-dependencies',
      severity: 'error',
      from: { path: '^packages/widget/src' },
      to: { pathNot: '^packages/widget/src' },
    },
    {
      name: 'static-has-no-dependencies',
      severity: 'error',
      from: { path: '^packages/static/src' },
      to: { pathNot: '^packages/static/src', dependencyTypesNot: ['core'] },
    },
    {
      name: 'entities-know-no-use-case',
      severity: 'error',
      from: { path: server(...entities) },
      to: { path: server(...useCases, ...adapters, 'cli', 'compose', 'index', 'demo', 'embed') },
    },
    {
      name: 'use-cases-know-no-adapter',
      severity: 'error',
      from: { path: server(...useCases) },
      to: { path: server(...adapters, 'cli', 'compose', 'index', 'demo', 'embed') },
    },
    {
      name: 'use-cases-no-node',
      severity: 'error',
      from: { path: server(...entities, ...useCases) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'adapters-know-no-other-adapter',
      comment: 'one adapter may not reach into another; compose joins them',
      severity: 'error',
      from: { path: `^packages/server/src/(${adapters.join('|')})/` },
      to: { path: `^packages/server/src/(${adapters.join('|')})/`, pathNot: '^packages/server/src/$1/' },
    },
    {
      name: 'adapters-know-no-cli',
      severity: 'error',
      from: { path: server(...adapters) },
      to: { path: server('cli', 'compose', 'index', 'demo', 'embed') },
    },
    {
      name: 'one-composition-root',
      severity: 'error',
      from: { path: server('cli', 'demo', 'index', 'embed') },
      to: { path: `^packages/server/src/(storage|network|web|notices|worker)/` },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|test)/' },
  },
};
