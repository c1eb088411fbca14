// Bundles dist/: seven entries, shared chunks with readable names, third-party notices. The same input gives the same bytes.
//   node scripts/build.mjs [--out DIR]
import { chmod, readFile, rm } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { lazyOidc, notices, withoutUnzip } from './rolldown-plugins.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
const flag = process.argv.indexOf('--out')
const out = flag === -1 ? join(root, 'dist') : resolve(process.argv[flag + 1])

const LICENCES = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'Python-2.0',
  '(Apache-2.0 AND BSD-3-Clause)',
  '(MIT OR CC0-1.0)',
  '(MIT AND Zlib)',
]

/** A chunk of one package is called after it: `yaml.js` instead of `dist.js`. */
function chunkName({ name, moduleIds }) {
  const packages = moduleIds.map((id) => /.*node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id)?.[1])
  const last = packages.at(-1)
  const foreign = last !== undefined && packages.every((found, index) => found !== undefined || moduleIds[index].startsWith('\0'))
  return `chunks/${foreign ? last.replace(/^@/, '').replaceAll(/[\\/]/g, '-') : name}.js`
}

const bundle = await rolldown({
  cwd: root,
  input: {
    cli: 'src/cli/main.ts',
    'hash-worker': 'src/host/hash-worker.ts',
    index: 'src/index.ts',
    testing: 'src/testing/index.ts',
    record: 'src/actions/record.ts',
    'record-post': 'src/actions/record-post.ts',
    report: 'src/actions/report.ts',
  },
  platform: 'node',
  transform: { target: 'node20', define: { GOPARITY_VERSION: JSON.stringify(version) } },
  plugins: [lazyOidc(), withoutUnzip(), notices('THIRD-PARTY-NOTICES.txt', LICENCES)],
  onLog(level, log, handler) {
    // Packages of others are not ours to mend; anything about our own files, or an unknown licence, stops the build.
    if (level === 'warn' && !(log.id ?? log.loc?.file ?? log.message).includes('node_modules')) throw new Error(log.message)
    if (level !== 'warn') handler(level, log)
  },
})
await rm(out, { recursive: true, force: true })
const { output } = await bundle.write({
  dir: out,
  format: 'esm',
  sourcemap: false,
  minify: false,
  entryFileNames: '[name].js',
  chunkFileNames: chunkName,
})
await bundle.close()
await chmod(join(out, 'cli.js'), 0o755)
const bytes = output.reduce((sum, file) => sum + Buffer.byteLength(file.type === 'chunk' ? file.code : file.source), 0)
console.log(`${relative(root, out) || out}: ${output.length} files, ${(bytes / 1024 / 1024).toFixed(1)} MB`)
