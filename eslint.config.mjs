// docs/decisions and CONTRIBUTING.md say why; this file only says what a tool can check of it.
import { defineConfig } from 'eslint/config';
import jsdoc from 'eslint-plugin-jsdoc';
import lit from 'eslint-plugin-lit';
import litA11y, { recommendedRules as a11yRules } from 'eslint-plugin-lit-a11y';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.{test,fixture,oracle}.{ts,mjs}', 'test/**/*.ts', 'packages/*/{test,src/test-support}/**/*.ts'];
const ENGINE_PURE = ['packages/engine/src/**/*.ts'];

const forbiddenSyntax = [
  { selector: 'ExportAllDeclaration', message: 'A door is a hand-written list: name what it exports.' },
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML)$/]',
    message: 'Knowledge is text. Bind it as text.',
  },
  {
    selector: 'CallExpression > MemberExpression.callee[property.name=/^(insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: 'Knowledge is text. Bind it as text.',
  },
];

const forbiddenInEngine = [
  ...forbiddenSyntax,
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'The engine has no clock: take `today` as a parameter.',
  },
  {
    selector: 'CallExpression[callee.name="Date"]',
    message: 'The engine has no clock: take `today` as a parameter.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'The engine has no clock: take `today` as a parameter.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'The engine has no chance in it: the same input gives the same reply.',
  },
];

const forbiddenImports = {
  patterns: [
    {
      group: ['lit/directives/unsafe-*', 'lit-html/directives/unsafe-*'],
      message: 'Knowledge is text. Bind it as text.',
    },
    {
      regex: '(^|/)(engine|widget|server|bot)/src/',
      message: 'Enter another package by its door: @onetrip/<package>.',
    },
  ],
};

/** Names of Node and of browsers that are out of reach on the engine's pure floors. */
const forbiddenGlobals = [
  'process',
  'Buffer',
  'console',
  'fetch',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'window',
  'document',
  'navigator',
  'localStorage',
];

const nodeGlobals = Object.fromEntries(
  ['process', 'console', 'performance', 'URL', 'URLSearchParams', 'Buffer', 'fetch', 'AbortSignal', 'AbortController']
    .concat([
      'setTimeout',
      'clearTimeout',
      'setInterval',
      'clearInterval',
      'structuredClone',
      'TextEncoder',
      'TextDecoder',
    ])
    .map((name) => [name, 'readonly']),
);

/** Sizes and plain good sense, for every file. */
const everywhere = {
  files: ['**/*.ts', '**/*.mjs'],
  linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
  rules: {
    'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
    'max-lines-per-function': ['error', { max: 60, skipBlankLines: false, skipComments: false }],
    'max-params': ['error', { max: 4 }],
    'no-restricted-syntax': ['error', ...forbiddenSyntax],
    'no-restricted-imports': ['error', forbiddenImports],
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'start' }],
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'no-else-return': 'error',
    'object-shorthand': 'error',
    'no-template-curly-in-string': 'error',
    'no-constant-binary-expression': 'error',
    'no-self-compare': 'error',
    'no-unreachable-loop': 'error',
  },
};

const scripts = {
  files: ['**/*.mjs'],
  languageOptions: { ecmaVersion: 2023, sourceType: 'module', globals: nodeGlobals },
  rules: { 'no-undef': 'error', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
};

const typed = {
  files: ['**/*.ts'],
  extends: [tseslint.configs.recommendedTypeChecked],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
    '@typescript-eslint/consistent-type-exports': 'error',
    // Lit binds a template's listeners to their element, and the tables of sentences use no `this`.
    '@typescript-eslint/unbound-method': 'off',
    // A port may answer at once where another has to wait.
    '@typescript-eslint/require-await': 'off',
    // A leading underscore says: left out on purpose.
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }],
  },
};

/** What says something to the reader of another file. */
const SPOKEN_FOR = [
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSEnumDeclaration',
  'ExportNamedDeclaration > VariableDeclaration',
];

const documented = {
  files: ['packages/*/src/**/*.ts'],
  ignores: TESTS,
  plugins: { jsdoc },
  settings: { jsdoc: { mode: 'typescript' } },
  rules: {
    'jsdoc/require-jsdoc': [
      'error',
      {
        publicOnly: true,
        enableFixer: false,
        require: { FunctionDeclaration: true, ClassDeclaration: true, MethodDefinition: false },
        contexts: SPOKEN_FOR,
      },
    ],
    'jsdoc/require-description': [
      'error',
      { contexts: [...SPOKEN_FOR, 'FunctionDeclaration', 'ClassDeclaration', 'ExportNamedDeclaration'] },
    ],
    'jsdoc/no-types': 'error',
    'jsdoc/check-param-names': ['error', { disableMissingParamChecks: true }],
    'jsdoc/empty-tags': 'error',
  },
};

const pureEngine = {
  files: ENGINE_PURE,
  ignores: ['packages/engine/src/knowledge/**', ...TESTS],
  rules: {
    'no-restricted-syntax': ['error', ...forbiddenInEngine],
    'no-restricted-globals': ['error', ...forbiddenGlobals],
  },
};

const elements = {
  files: ['packages/widget/src/**/*.ts'],
  extends: [lit.configs['flat/recommended']],
  plugins: { 'lit-a11y': litA11y },
  rules: {
    ...a11yRules,
    // Without its role, Safari reads a list that shows no bullets as no list.
    'lit-a11y/no-redundant-role': 'off',
    'lit/no-invalid-escape-sequences': 'error',
    'lit/no-legacy-imports': 'error',
    'lit/no-this-assign-in-render': 'error',
    'lit/no-useless-template-literals': 'error',
    'lit/no-value-attribute': 'error',
    'lit/prefer-static-styles': 'error',
  },
};

/** A test may be as long as its story, and reads what it is given without a proof of its type. */
const tests = {
  files: TESTS,
  rules: {
    'max-lines-per-function': 'off',
    '@typescript-eslint/no-unsafe-assignment': 'off',
    '@typescript-eslint/no-unsafe-member-access': 'off',
    '@typescript-eslint/no-unsafe-argument': 'off',
    '@typescript-eslint/no-unsafe-call': 'off',
    '@typescript-eslint/no-unsafe-return': 'off',
  },
};

export default defineConfig([
  { ignores: ['**/node_modules/', '**/dist/', '.cache/', '.reports/', 'coverage/', 'test/shots/'] },
  everywhere,
  scripts,
  typed,
  documented,
  pureEngine,
  elements,
  tests,
]);
