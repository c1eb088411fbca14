// Which room may import which: the directions of the house, checked by __tests__/house/directions.test.ts.

const pure = '(?:snapshot|environment|modules|cgo-modules|packages|targets|binaries|incidents|compare|report|config|init|declared)'
const talking = '(?:archive|host|go|cgo|integrity|baseline|probes|sync|hooks|github)'
const faces = '^src/(?:cli|actions|testing)/|^src/index\\.ts$'

export default {
  forbidden: [
    {
      name: 'pure-rooms-stay-pure',
      comment: 'A pure room is values in, values out: it knows pure rooms and the errors, not even the types of anything that talks.',
      severity: 'error',
      from: { path: `^src/${pure}/` },
      to: { path: '^src/', pathNot: [`^src/${pure}/`, '^src/errors\\.ts$'] },
    },
    {
      name: 'pure-rooms-need-no-node',
      comment: 'What a pure room needs of Node comes in as a value.',
      severity: 'error',
      from: { path: `^src/${pure}/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'rooms-have-one-door',
      comment: 'Another room is entered by its index.ts only.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'top-files-use-the-doors',
      comment: 'So do the files beside the rooms.',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { path: '^src/[^/]+/', pathNot: '^src/[^/]+/index\\.ts$' },
    },
    {
      name: 'rooms-know-no-use-case',
      comment: 'Operations compose the rooms; only the faces call operations.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(?:operations|cli|actions)/', '^src/index\\.ts$'] },
      to: { path: '^src/operations/' },
    },
    {
      name: 'nobody-imports-a-face',
      comment: 'Faces translate between a user and an operation; nothing below them and no other face needs them.',
      severity: 'error',
      from: { path: `^src/(?:${pure}|${talking}|operations)/|^src/errors\\.ts$` },
      to: { path: faces },
    },
    {
      name: 'faces-keep-apart',
      severity: 'error',
      from: { path: '^src/(cli|actions|testing)/' },
      to: { path: faces, pathNot: '^src/$1/' },
    },
    {
      name: 'actions-toolkit-at-the-edge',
      comment: 'The command and the library must not load what only a runner needs.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(?:github|actions)/' },
      to: { path: '(?:^|/)(?:node_modules/)?@(?:actions|octokit)/' },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'rooms-are-known',
      comment: 'A new room belongs in one of the lists above before it is used.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: [`^src/(?:${pure}|${talking}|operations|cli|actions|testing)/`] },
    },
  ],
  options: {
    // Types count: a pure room that names a type of the host is no longer free of it.
    tsPreCompilationDeps: true,
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
