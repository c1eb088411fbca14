import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { makeProject, type IncidentProject } from './incidents-project.js'
import { RELEASES, commandOf, editOf, failing, goRelease, passing } from './incidents-releases.js'

const MAIN = { 'main.go': 'package main\n\nfunc main() { println(1) }\n' }

/** A compiler driver that stands for a machine on which only one compiler at a time has enough memory. */
function smallMachine(project: IncidentProject): string {
  const file = join(project.folder, '..', 'compile')
  writeFileSync(
    file,
    '#!/bin/sh\ncase " $* " in\n*" -p main "* | *" -p example.com/app"*)\n  tr "\\0" " " </proc/$PPID/cmdline | grep -q -e " -p 1 " || kill -9 $$ ;;\nesac\nexec "$@"\n',
  )
  chmodSync(file, 0o755)
  return `-toolexec=${file}`
}

describe.each(RELEASES)('what go %s says of a machine at its limits', (release) => {
  const go = goRelease(release)

  it('leaves what may go from a full disk to a person', () => {
    const project = makeProject(MAIN)
    const incidents = failing(project, 'go build -o /dev/full .', go)
    expect(incidents).toMatchObject([{ rule: 'host/disk-full', confidence: 'certain', culprit: { file: '/dev/full' } }])
    expect(incidents[0]?.fix.filter(({ command }) => command !== undefined)).toStrictEqual([])
    expect(editOf(incidents, 0)).toContain('df -h')
    passing(project, 'go build -o ../roomier .', go)
  })

  it('compiles one package at a time where compilers were killed', () => {
    const project = makeProject({ ...MAIN, 'a/a.go': 'package a\n', 'b/b.go': 'package b\n' })
    // A cache of its own: what is compiled already is not compiled again.
    const env = { ...go, GOFLAGS: smallMachine(project), GOCACHE: join(project.folder, '..', 'cache') }
    mkdirSync(env.GOCACHE)
    const incidents = failing(project, 'go build ./a ./b', env)
    expect(incidents).toMatchObject([{ rule: 'host/out-of-memory', confidence: 'likely', culprit: { tool: 'compile' } }])
    expect(incidents[0]?.cause).toMatch(/example\.com\/app\/[ab]/)
    passing(project, commandOf(incidents, 0), env)
  })

  it('runs the tests of one package at a time where a test was killed', () => {
    const test = `package app

import (
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

func TestLarge(t *testing.T) {
	line, _ := os.ReadFile("/proc/" + strconv.Itoa(os.Getppid()) + "/cmdline")
	if !strings.Contains(string(line), "-p\\x001\\x00") {
		syscall.Kill(os.Getpid(), syscall.SIGKILL)
	}
}
`
    const project = makeProject({ 'app_test.go': test })
    const incidents = failing(project, 'go test ./...', go)
    expect(incidents).toMatchObject([{ rule: 'host/out-of-memory', confidence: 'likely', culprit: { package: 'example.com/app' } }])
    passing(project, commandOf(incidents, 0), go)
  })

  it('is certain of memory that was refused', () => {
    const project = makeProject(MAIN)
    const incidents = failing(project, 'ulimit -v 60000; go build -o /dev/null .', go)
    expect(incidents).toMatchObject([{ rule: 'host/out-of-memory', confidence: 'certain' }])
    expect(incidents[0]?.fix.map(({ edit = '' }) => edit).join('')).toContain('more memory')
    passing(project, 'go build -o /dev/null .', go)
  })

  it('trusts the one repository that belongs to another user', () => {
    const project = makeProject(MAIN)
    passing(project, 'git init -q && git add . && git -c user.name=a -c user.email=a@example.com commit -q -m one')
    const env = { ...go, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }
    const incidents = failing(project, 'go build -o /dev/null .; git status; exit 1', env)
    expect(incidents).toMatchObject([{ rule: 'host/vcs-status', confidence: 'certain', culprit: { tool: 'git', file: project.folder } }])
    expect(commandOf(incidents, 0)).toBe(`git config --global --add safe.directory ${project.folder}`)
    passing(project, `${commandOf(incidents, 0)} && go build -o app . && go version -m app | grep vcs.revision`, env)
  })

  it('builds without the commit where the repository cannot be read', () => {
    const project = makeProject({ ...MAIN, '.git/description': 'incomplete\n' })
    const incidents = failing(project, 'go build -o /dev/null .', go)
    expect(incidents).toMatchObject([{ rule: 'host/vcs-status', confidence: 'certain', culprit: { tool: 'git' } }])
    const commands = incidents[0]?.fix.map(({ command }) => command) ?? []
    expect(commands).toContain('go build -buildvcs=false ./...')
    passing(project, 'go build -buildvcs=false ./...', go)
  })
})
