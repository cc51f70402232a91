/** @type {import('dependency-cruiser').IConfiguration} */

const MODULES = '^apps/api/src/modules/([^/]+)/';
const SPEC = '\\.spec\\.tsx?$';
const PRISMA = '(node_modules/(@prisma|\\.prisma|prisma)/|^generated/prisma)';

const everywhere = [
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  {
    name: 'resolvable',
    severity: 'error',
    comment: 'an import that leads nowhere escapes every other rule',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-test-code-in-src',
    severity: 'error',
    from: { path: '^(apps|libs)/', pathNot: SPEC },
    to: { path: `^tests/|${SPEC}` },
  },
  {
    name: 'server-without-development-packages',
    severity: 'error',
    comment: 'the container is installed without them',
    from: { path: '^(apps/api|libs)/', pathNot: `${SPEC}|^libs/api-client/` },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
];

const libraries = [
  {
    name: 'domain-is-pure',
    severity: 'error',
    comment: 'libs/domain knows no framework',
    from: { path: '^libs/domain/', pathNot: SPEC },
    to: { pathNot: '^libs/domain/|node_modules/zod/' },
  },
  {
    name: 'report-text-reads-markdown',
    severity: 'error',
    comment: 'what reports say, from the one reader of Markdown',
    from: { path: '^libs/report-text/', pathNot: SPEC },
    to: {
      pathNot:
        '^libs/(report-text|domain)/|node_modules/(@types/mdast|mdast-util-from-markdown|mdast-util-gfm|micromark-extension-gfm)/',
    },
  },
  {
    name: 'api-client-is-thin',
    severity: 'error',
    from: { path: '^libs/api-client/', pathNot: SPEC },
    to: { pathNot: '^libs/api-client/|node_modules/openapi-fetch/' },
  },
  {
    name: 'libs-never-import-apps',
    severity: 'error',
    from: { path: '^libs/' },
    to: { path: '^(apps|generated|prisma)/' },
  },
  {
    name: 'no-self-barrel',
    severity: 'error',
    comment: 'only outsiders import a lib entry point',
    from: { path: '^libs/([^/]+)/' },
    to: { path: '^libs/$1/src/index\\.ts$' },
  },
  {
    name: 'libs-by-the-front-door',
    severity: 'error',
    comment: 'outsiders import a lib by its entry point only',
    from: { path: '^(apps|tests|prisma)/' },
    to: { path: '^libs/', pathNot: '^libs/[^/]+/src/index\\.ts$' },
  },
];

const admin = [
  {
    name: 'admin-speaks-http-only',
    severity: 'error',
    from: { path: '^apps/admin/' },
    to: { path: `^apps/api/|^prisma/|node_modules/@nestjs/|${PRISMA}` },
  },
  {
    name: 'admin-resources-are-islands',
    severity: 'error',
    comment: 'shared pieces live in ui/ or providers/',
    from: { path: '^apps/admin/src/(?!app/|ui/|providers/|i18n/)([^/]+)/' },
    to: {
      path: '^apps/admin/src/(?!ui/|providers/|i18n/)([^/]+)/',
      pathNot: '^apps/admin/src/$1/',
    },
  },
];

const api = [
  {
    name: 'api-knows-no-client',
    severity: 'error',
    from: { path: '^apps/api/', pathNot: SPEC },
    to: { path: '^(apps/admin|libs/api-client)/' },
  },
  {
    name: 'platform-below-modules',
    severity: 'error',
    from: { path: '^apps/api/src/platform/' },
    to: { path: '^apps/api/src/(modules|access|cli)/' },
  },
  {
    name: 'access-below-modules',
    severity: 'error',
    from: { path: '^apps/api/src/access/' },
    to: { path: '^apps/api/src/(modules|cli)/' },
  },
  {
    name: 'modules-meet-at-services',
    severity: 'error',
    comment: 'cross-module: *.service.ts or *.module.ts only',
    from: { path: MODULES, pathNot: SPEC },
    to: { path: MODULES, pathNot: ['^apps/api/src/modules/$1/', '\\.(service|module)\\.ts$'] },
  },
  {
    name: 'controllers-stay-thin',
    severity: 'error',
    from: { path: '\\.controller\\.ts$' },
    to: { path: `\\.repository\\.ts$|/platform/database/|${PRISMA}` },
  },
  {
    name: 'prisma-only-in-repositories',
    severity: 'error',
    from: {
      path: '^apps/api/',
      pathNot: `\\.(repository|mapper)\\.ts$|/platform/database/|/access/scope\\.ts$|/demo/|${SPEC}`,
    },
    to: { path: PRISMA },
  },
];

module.exports = {
  forbidden: [...everywhere, ...libraries, ...admin, ...api],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Made by `prisma generate`, and not ours to judge.
    exclude: { path: '^generated/prisma/(internal|models|runtime)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
};
