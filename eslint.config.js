import { sldsCssPlugin } from '@salesforce-ux/eslint-plugin-slds';
import lwc from '@salesforce/eslint-config-lwc';
import { defineConfig, globalIgnores } from 'eslint/config';
import jest from 'eslint-plugin-jest';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const LWC = 'force-app/**/lwc/**';
const JEST_FILES = [`${LWC}/__tests__/**/*.ts`];
/** Each source belongs to one program; naming it is what lets tests and scripts have types of their own. */
const typedBy = (project) => ({ parserOptions: { project, tsconfigRootDir: import.meta.dirname } });

/** What we ask of every TypeScript file, wherever it runs. */
const OUR_TYPESCRIPT_RULES = {
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/explicit-module-boundary-types': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  // A number in a message is read by a person; anything else would print as [object Object].
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

export default defineConfig([
  globalIgnores([
    '**/node_modules/',
    'build/',
    'coverage/',
    'types/generated/',
    '**/fixture/',
    '**/fixtures/',
    '**/seeds/',
    // Emitted beside its source by scripts/build-lwc.ts.
    `${LWC}/*.js`,
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: typedBy('tsconfig.json'),
    rules: OUR_TYPESCRIPT_RULES,
  },
  {
    files: ['scripts/**/*.ts', 'local-org/**/*.ts', 'timesheet-services/**/*.ts', 'contracts/**/*.ts', '*.ts'],
    languageOptions: { globals: globals.node, ...typedBy('tsconfig.scripts.json') },
  },
  {
    files: ['local-org/src/lightning/modules/**/*.ts', 'timesheet-services/src/page/**/*.ts'],
    languageOptions: { globals: globals.browser, ...typedBy('tsconfig.lightning.json') },
  },
  {
    // Runs in Node, and holds the functions that run in the page.
    files: ['e2e/**/*.ts'],
    languageOptions: { globals: { ...globals.node, ...globals.browser }, ...typedBy('tsconfig.e2e.json') },
  },
  {
    files: ['*.js', 'scripts/**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  {
    files: ['jest.setup.js'],
    languageOptions: { globals: { ...globals.browser, ...globals.jest } },
  },
  {
    files: [`${LWC}/*.ts`],
    // The LWC configuration sets Babel's parser; the type-aware one must come after it.
    extends: [lwc.configs.recommendedTs, tseslint.configs.recommendedTypeChecked],
    languageOptions: { parser: tseslint.parser, ...typedBy('tsconfig.json') },
    rules: {
      ...OUR_TYPESCRIPT_RULES,
      // tsc, and LWC's compiler on what tsc leaves, know these better: the rules below do not know TypeScript.
      '@lwc/lwc/valid-wire': 'off',
      'import/default': 'off',
      'import/export': 'off',
      'import/named': 'off',
      'import/namespace': 'off',
      'dot-notation': 'off',
      'no-undef': 'off',
      'no-unused-vars': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: "Decorator > CallExpression[callee.name='wire'] > ObjectExpression:has(Literal[value=/^\\$/])",
          message: "Write `as const` after the wire's parameters, so that tsc reads what each '$name' refers to.",
        },
      ],
    },
  },
  {
    files: JEST_FILES,
    extends: [jest.configs['flat/recommended']],
    languageOptions: { globals: globals.jest, ...typedBy('tsconfig.test.json') },
    rules: {
      '@lwc/lwc/no-async-operation': 'off',
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
      'jest/expect-expect': 'error',
      'jest/no-disabled-tests': 'error',
    },
  },
  {
    files: ['force-app/**/*.{css,html}'],
    plugins: { ...sldsCssPlugin() },
    extends: ['@salesforce-ux/slds/recommended'],
  },
]);
