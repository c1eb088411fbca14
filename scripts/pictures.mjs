// Draws the pictures of the pages: golden Markdown, rendered as GitHub renders it, and golden terminals, in a real browser.
//   node scripts/pictures.mjs        needs chromium on PATH; writes docs/pictures/*.png and docs/pictures/sources.json
// sources.json holds the digest of what each picture shows: a test says when a golden file has moved on.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { marked } from 'marked'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const out = join(root, 'docs', 'pictures')
const WIDTH = 900

/** Picture to the golden file that it shows. */
const PICTURES = {
  'pull-request.png': '__tests__/e2e/expected/pull-request.summary.md',
  'check.png': '__tests__/e2e/expected/pull-request.check.json',
  'main.png': '__tests__/e2e/expected/main.summary.md',
  'commit.png': '__tests__/heavy/expected/commit.txt',
}

const css = readFileSync(join(root, 'node_modules', 'github-markdown-css', 'github-markdown-light.css'), 'utf8')

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** A check run as its page shows it: title, text, and the annotations at their lines. */
function checkAsMarkdown({ conclusion, output: { title, summary, text }, annotations }) {
  const boxes = annotations.map(
    ({ path, start_line: line, annotation_level: level, title: about, message }) =>
      `<blockquote><b>${escape(level)}</b> <code>${escape(`${path}#L${line}`)}</code> <b>${escape(about)}</b><pre>${escape(message)}</pre></blockquote>\n`,
  )
  return [`## ${conclusion === 'failure' ? '❌' : '✅'} goparity — ${title}`, summary, text ?? '', '### Annotations', ...boxes].join('\n\n')
}

const COLORS = { '✓': '#3fb950', '✗': '#f85149' }

/** What a terminal shows: what was typed is bright, a mark has its colour. */
function terminal(text, script) {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const safe = escape(line)
      if (safe.startsWith('$ ')) return `<b>${safe}</b>`
      return safe.replace(/^[✓✗]/, (mark) => `<span style="color:${COLORS[mark]}">${mark}</span>`)
    })
  return `<!doctype html><meta charset="utf-8"><style>body{margin:0;padding:20px 24px;background:#0d1117;color:#c9d1d9} b{color:#fff} pre{margin:0;font:15px/1.5 "DejaVu Sans Mono",monospace}</style><pre>${lines.join('\n')}</pre>${script}`
}

function page(markdown, script) {
  return `<!doctype html><meta charset="utf-8"><style>${css} body{margin:0;padding:24px;background:#fff} blockquote pre{white-space:pre-wrap}</style><article class="markdown-body">${marked.parse(markdown, { gfm: true, async: false })}</article>${script}`
}

function chromium(args) {
  return execFileSync(
    'chromium',
    ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--force-color-profile=srgb', ...args],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
}

const folder = mkdtempSync(join(tmpdir(), 'goparity-pictures-'))
const sources = {}
try {
  mkdirSync(out, { recursive: true })
  for (const [name, golden] of Object.entries(PICTURES)) {
    const source = readFileSync(join(root, golden), 'utf8')
    const script = '<script>document.title = String(document.documentElement.scrollHeight)</script>'
    const markdown = golden.endsWith('.json') ? checkAsMarkdown(JSON.parse(source)) : source
    const file = join(folder, 'page.html')
    const address = pathToFileURL(file).href
    writeFileSync(file, golden.endsWith('.txt') ? terminal(source, script) : page(markdown, script))
    const height = /<title>(\d+)<\/title>/.exec(chromium([`--window-size=${WIDTH},100`, '--dump-dom', address]))?.[1]
    if (height === undefined) throw new Error(`${golden}: the page has no height`)
    // The window of a headless browser is higher than its page.
    chromium([`--window-size=${WIDTH},${Number(height) + 10}`, `--screenshot=${join(out, name)}`, address])
    sources[name] = { golden, sha256: createHash('sha256').update(source).digest('hex') }
    console.log(`${name}: ${WIDTH}×${height}`)
  }
  writeFileSync(join(out, 'sources.json'), `${JSON.stringify(sources, null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
