export default {
  testEnvironment: 'node',
  // file-type has no CommonJS entry; this condition names its one entry.
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'module-sync'] },
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testTimeout: 300_000,
  transform: {
    '\\.[cm]?[jt]s$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
  // Packages that ship ES modules only; the test runner loads CommonJS.
  transformIgnorePatterns: [
    '/node_modules/(?!(@marcbachmann|pdfjs-dist|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|html-to-text|@selderee|selderee|parseley|leac|peberminta|htmlparser2|domutils|domhandler|dom-serializer|domelementtype|entities|deepmerge-ts)/)',
  ],
};
