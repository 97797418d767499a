// The floors of docs/design.md as rules: imports go down only, never a circle, and only through doors.

/** A test, and what only tests use. */
const TEST = '\\.(test|fixture|oracle)\\.m?ts$|/test-support/|^packages/[^/]+/test/';
const ENGINE = '^packages/engine/src/';

/** The engine's floors from the top down. Floors of one row are siblings that do not know each other, save on the ground. */
const ENGINE_FLOORS = [
  ['index\\.ts$'],
  ['engine\\.ts$'],
  ['notice/', 'dialogue/'],
  ['search/'],
  ['knowledge/'],
  ['rules/'],
  ['words/'],
  ['model/', 'text/', 'errors\\.ts$'],
];
const GROUND = ENGINE_FLOORS.length - 1;

/** For each floor but the top one, a rule: whatever stands above it or beside it is out of reach, tests included. */
const floorRules = ENGINE_FLOORS.flatMap((row, level) =>
  (level === 0 ? [] : row).map((floor) => {
    const above = ENGINE_FLOORS.slice(0, level).flat();
    const beside = level === GROUND ? [] : row.filter((other) => other !== floor);
    const name = floor.replace(/\W+(ts\W*)?$/, '');
    return {
      name: `floor-${name}`,
      comment: `${name} may import only what stands below it. Move the shared part down, or pass it in.`,
      severity: 'error',
      from: { path: `${ENGINE}${floor}` },
      to: { path: `${ENGINE}(${[...above, ...beside].join('|')})` },
    };
  }),
);

const doorRules = [
  {
    name: 'engine-door',
    comment: 'A channel enters the engine by @onetrip/engine, and on Node also by @onetrip/engine/knowledge.',
    severity: 'error',
    from: { path: '^packages/(widget|server|bot)/' },
    to: { path: ENGINE, pathNot: [`${ENGINE}index\\.ts$`, `${ENGINE}knowledge/index\\.ts$`] },
  },
  {
    name: 'browser-door',
    comment: 'Nothing that a browser loads may reach the Node-only door of the engine.',
    severity: 'error',
    from: { path: `^packages/widget/src/|${ENGINE}index\\.ts$`, pathNot: TEST },
    to: { path: `${ENGINE}knowledge/`, reachable: true },
  },
  {
    name: 'own-door',
    comment: "A folder's index.ts is for other folders: import the file itself. Only a test may enter by its own door.",
    severity: 'error',
    from: { path: '^(.+)/[^/]+$', pathNot: TEST },
    to: { path: '^$1/index\\.ts$' },
  },
  {
    name: 'own-package-door',
    comment:
      "A package's index.ts is for other packages: import the file itself. Only a test may enter by its own door.",
    severity: 'error',
    from: { path: '^(packages/[^/]+/src)/', pathNot: TEST },
    to: { path: '^$1/index\\.ts$' },
  },
];

const neighbourRules = ['widget', 'server', 'bot'].map((channel) => ({
  name: `channel-${channel}`,
  comment: 'Channels never know each other. What two of them need belongs in the engine.',
  severity: 'error',
  from: { path: `^packages/${channel}/` },
  to: { path: '^packages/(widget|server|bot)/', pathNot: `^packages/${channel}/` },
}));

const otherRules = [
  {
    name: 'a-floor-for-every-file',
    comment: 'A file of the engine stands on one of its floors; a new floor is first named in .dependency-cruiser.mjs.',
    severity: 'error',
    from: { path: ENGINE, pathNot: [TEST, `${ENGINE}(${ENGINE_FLOORS.flat().join('|')})`] },
    to: {},
  },
  {
    name: 'engine-below-channels',
    comment: 'The engine knows no channel.',
    severity: 'error',
    from: { path: ENGINE },
    to: { path: '^packages/(widget|server|bot)/' },
  },
  {
    name: 'no-circle',
    comment: 'Two files that need each other are one file, or a third one is missing.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'nothing-imports-test',
    comment: 'What crosses packages is tested from above; no package may lean on a test.',
    severity: 'error',
    from: { path: '^packages/' },
    to: { path: '^test/' },
  },
  {
    name: 'product-needs-no-test',
    comment: 'What only tests use is not part of the product. Move what is shared into a file of its own.',
    severity: 'error',
    from: { path: '^packages/', pathNot: TEST },
    to: { path: TEST },
  },
  {
    name: 'no-node-in-engine',
    comment:
      'From rules up to engine.ts there are no files, network, clock or randomness. Only knowledge/ runs on Node.',
    severity: 'error',
    from: { path: ENGINE, pathNot: [TEST, `${ENGINE}knowledge/`] },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-node-in-widget',
    comment: 'The widget runs in a page.',
    severity: 'error',
    from: { path: '^packages/widget/src/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'resolvable',
    comment: 'The import leads nowhere: a wrong path, or a package that package.json does not name.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'declared-package',
    comment: 'Name the package in the package.json that imports it.',
    severity: 'error',
    // What builds and tests a package may use the tools that the root names.
    from: { pathNot: '(^|/)(build/[^/]+|build|[^/]+\\.config)\\.m?[jt]s$' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
];

export default {
  forbidden: [...floorRules, ...doorRules, ...neighbourRules, ...otherRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|node_modules/\\.vite)/' },
    // A type imported from above is an arrow upward too.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'default'],
      extensions: ['.ts', '.mts', '.mjs', '.js', '.json'],
    },
  },
};
