import config from './jest.config.mjs'

/** Many modules, several Go releases, fuzzing, containers: `npm run test:heavy`. One file at a time: each uses all processors. */
export default {
  ...config,
  testMatch: ['<rootDir>/__tests__/heavy/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 30 * 60 * 1000,
}
