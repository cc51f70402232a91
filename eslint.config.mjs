import reactHooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { DAYS, EXPRESSIONS, PARAMETERS } from './scripts/lib/restricted-syntax.mjs';

const SPECS = ['**/*.spec.ts', '**/*.spec.tsx', 'tests/**'];
/** Long by nature: lists of words, columns and cases, where splitting would not make reading easier. */
const LONG_LISTS = [...SPECS, 'apps/admin/src/i18n/**', 'libs/domain/src/**/*catalogue*.ts'];

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'generated/', 'coverage/', '.cache/'] },
  {
    // Generated, and nothing in it is ours to mend. A file that is ignored warns when it is named.
    files: ['libs/api-client/src/schema.d.ts'],
    processor: { meta: { name: 'nothing' }, preprocess: () => [], postprocess: () => [] },
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Our strings are names and codes in the Basic Multilingual Plane.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Deprecated only to stand out; used for an identity provider on loopback.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', package: 'openid-client', name: 'allowInsecureRequests' }] },
      ],
      // Nest declares its options as classes, which nobody makes instances of.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Nest's modules are classes that hold nothing but their decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // An index read may be undefined by the compiler's settings already; `!` stays forbidden by `strict`.
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50 }],
      'no-restricted-syntax': ['error', ...PARAMETERS, ...EXPRESSIONS, ...DAYS],
      complexity: ['error', 15],
      eqeqeq: 'error',
    },
  },
  {
    // Text from outside is read in linear time: no expression may backtrack, nor begin anew at every character.
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': [
        'error',
        { report: 'potential', ignoreSticky: false, ignorePartial: false },
      ],
    },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['**/cli/**', '**/*.spec.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['apps/api/src/**/*.ts', 'libs/**/*.ts'],
    ignores: ['apps/api/src/platform/config/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'The environment is read once, in platform/config.' },
      ],
    },
  },
  {
    // A route's parameters are told apart by their decorators; a class made by a function is no long function.
    files: ['apps/api/src/**/*.controller.ts'],
    rules: { 'no-restricted-syntax': ['error', ...EXPRESSIONS, ...DAYS], 'max-lines-per-function': 'off' },
  },
  {
    files: ['apps/admin/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: LONG_LISTS,
    rules: { 'max-lines': ['error', { max: 500 }] },
  },
  {
    files: SPECS,
    rules: {
      'max-lines-per-function': 'off',
      // A test's expressions read what the test itself made.
      'no-restricted-syntax': 'off',
      // `expect(service.method)` only names the method.
      '@typescript-eslint/unbound-method': 'off',
      // An answer's body is untyped on purpose: a test reads it as any client would.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
    rules: {
      'max-lines': ['error', { max: 150 }],
      'max-lines-per-function': ['error', { max: 50 }],
      'no-undef': 'error',
      'no-unused-vars': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...EXPRESSIONS],
      eqeqeq: 'error',
    },
  },
);
