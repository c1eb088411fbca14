import { makeFold, splitWords } from '../environment/index.js'
import type { Go } from '../go/index.js'
import type { Host } from '../host/index.js'
import { redact, type CCompiler } from '../snapshot/index.js'

/** A compiler that takes longer to say its name is not one that answers. */
const DEADLINE_MS = 5000
const MAX_LINE = 200

/** The first line of what a program prints; `null` when it fails, is stuck or says nothing. */
async function ask(host: Host, go: Go, path: string, args: readonly string[]): Promise<string | null> {
  try {
    const { ending, exitCode, stdout } = await host.processes.run(path, args, {
      cwd: go.directory,
      env: go.env,
      deadlineMs: DEADLINE_MS,
      maxOutputBytes: 64 * 1024,
    })
    const line = stdout.text.split(/\r?\n/, 1)[0]?.trim().slice(0, MAX_LINE) ?? ''
    return ending === 'exited' && exitCode === 0 && line !== '' ? line : null
  } catch {
    return null
  }
}

/**
 * The C compiler that go would call: CC as `go env` says it, its first line of `--version` and what it compiles for.
 * Works for a compiler with arguments (`zig cc -target …`). `null` when CC is empty or its quotes do not close.
 */
export async function findCCompiler(host: Host, go: Go, values: Readonly<Record<string, string>>): Promise<CCompiler | null> {
  const cc = values['CC'] ?? ''
  const [program, ...args] = splitWords(cc) ?? []
  if (program === undefined || program === '') return null
  const fold = makeFold({
    goroot: [values['GOROOT'] ?? ''],
    gopath: [values['GOPATH'] ?? ''],
    gomodcache: [values['GOMODCACHE'] ?? ''],
    workspace: [go.directory],
    temp: [host.system.tempDirectory],
    home: [host.system.homeDirectory],
  })
  const show = (text: string): string => redact(fold(text))
  const path = await host.processes.find(program, go.env)
  if (path === null) return { command: show(cc), path: null, version: null, target: null }
  const [version, target] = await Promise.all([ask(host, go, path, [...args, '--version']), ask(host, go, path, [...args, '-dumpmachine'])])
  return {
    command: show(cc),
    path: show(path),
    version: version === null ? null : show(version),
    target: target === null ? null : show(target),
  }
}
