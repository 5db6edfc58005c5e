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
  // Its build for Node awaits at the top of the module, which the test runner's CommonJS cannot; nothing here draws on a canvas.
  moduleNameMapper: { '^vega-canvas$': '<rootDir>/node_modules/vega-canvas/build/vega-canvas.browser.js' },
  // Packages that ship ES modules only; the test runner loads CommonJS.
  transformIgnorePatterns: [
    '/node_modules/(?!(@marcbachmann|asn1js|@peculiar|pdfjs-dist|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|html-to-text|@selderee|selderee|parseley|leac|peberminta|htmlparser2|domutils|domhandler|dom-serializer|domelementtype|entities|deepmerge-ts|vega[a-z-]*|d3-[a-z0-9-]+|internmap|delaunator|robust-predicates|topojson-client)/)',
  ],
};
