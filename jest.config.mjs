/** Everything but the heavy suites: `npm test`. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/__tests__/heavy/'],
  // Module caches hold package.json files of their own.
  modulePathIgnorePatterns: ['<rootDir>/.cache'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  coverageProvider: 'v8',
  collectCoverageFrom: ['src/**/*.ts'],
  restoreMocks: true,
  // One process for all files fills its memory and spends its time on that; tests wait for go, so two do no harm on two processors.
  maxWorkers: 2,
  workerIdleMemoryLimit: '512MB',
  // A busy machine is no reason to fail; what hangs still ends.
  testTimeout: 60_000,
  reporters: ['default', '<rootDir>/scripts/final-line-reporter.mjs'],
}
