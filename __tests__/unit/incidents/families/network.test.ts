import { describe, expect, it } from '@jest/globals'
import { classify } from '../../../../src/incidents/index.js'

/** `rule host module` of each incident, `~` behind those that are only likely. */
function told(log: string): readonly string[] {
  return classify(log).map(({ rule, confidence, culprit }) =>
    [`${rule}${confidence === 'certain' ? '' : '~'}`, culprit.host, culprit.module].filter((part) => part !== undefined).join(' '),
  )
}

const LS_REMOTE = 'invalid version: git ls-remote -q origin in /go/pkg/mod/cache/vcs/0ec0: exit status 128:'

const cases: readonly (readonly [name: string, log: string, verdict: readonly string[]])[] = [
  [
    'a name that nobody knows, of Go 1.12',
    'go: github.com/a/b@v1.0.0: Get https://proxy.golang.org/github.com/a/b/@v/v1.0.0.mod: dial tcp: lookup proxy.golang.org on 10.0.0.2:53: no such host\n',
    ['network/dns proxy.golang.org'],
  ],
  [
    'a server of names that is silent',
    'go: example.com/x@v1.0.0: Get "https://proxy.golang.org/example.com/x/@v/v1.0.0.info": dial tcp: lookup proxy.golang.org on [::1]:53: read udp [::1]:5000->[::1]:53: read: connection refused\n',
    ['network/dns proxy.golang.org'],
  ],
  [
    'a name that ssh does not know',
    `go: git.example.com/a/b@v1.0.0: ${LS_REMOTE}\n\tssh: Could not resolve hostname git.example.com: Name or service not known\n\tfatal: Could not read from remote repository.\n`,
    ['network/dns git.example.com'],
  ],
  [
    'a page that says where a repository lies',
    'package gopkg.example.org/x: unrecognized import path "gopkg.example.org/x": https fetch: Get "https://gopkg.example.org/x?go-get=1": dial tcp 10.1.2.3:443: i/o timeout\n',
    ['network/proxy-unreachable gopkg.example.org'],
  ],
  [
    'the quotes of a JSON document',
    ' "stderr": "go: module golang.org/x/tools: Get \\"https://proxy.golang.org/golang.org/x/tools/@v/list\\": dial tcp 1.2.3.4:443: connectex: A connection attempt failed.\\n"\n',
    ['network/proxy-unreachable proxy.golang.org'],
  ],
  [
    'a download that broke off',
    'x.go:12:2: cloud.google.com/go@v0.65.0: stream error: stream ID 17; INTERNAL_ERROR\n',
    ['network/proxy-unreachable cloud.google.com/go@v0.65.0'],
  ],
  [
    'a refusal',
    'go: example.com/x@v1.0.0: reading https://user:secret@mods.example.org/example.com/x/@v/v1.0.0.mod: 403 Forbidden\n',
    ['network/proxy-unreachable~ mods.example.org'],
  ],
  [
    'a version that is not there, in a proxy with a path of its own',
    'go: example.com/!big/x@v1.0.0: reading https://mods.example.org/api/go/example.com/!big/x/@v/v1.0.0.mod: 404 Not Found\n',
    ['network/proxy-unreachable~ mods.example.org example.com/Big/x@v1.0.0'],
  ],
  [
    'a certificate that git does not trust',
    `go: git.example.com/a/b@v1.0.0: ${LS_REMOTE}\n\tfatal: unable to access 'https://git.example.com/a/b/': server certificate verification failed. CAfile: none CRLfile: none\n`,
    ['network/tls-untrusted git.example.com'],
  ],
  [
    'a certificate on macOS',
    'go: github.com/a/b@v1.0.0: Get "https://proxy.golang.org/github.com/a/b/@v/v1.0.0.mod": tls: failed to verify certificate: x509: “proxy” certificate is not trusted\n',
    ['network/tls-untrusted proxy.golang.org'],
  ],
  [
    'a repository that does not exist or is hidden',
    `go: github.com/a/b@v1.0.0: ${LS_REMOTE}\n\tremote: Repository not found.\n\tfatal: repository 'https://github.com/a/b/' not found\n`,
    ['network/private-auth~ github.com github.com/a/b@v1.0.0'],
  ],
  [
    'a key that is not known there',
    `go: github.com/a/b@v1.0.0: ${LS_REMOTE}\n\tgit@github.com: Permission denied (publickey).\n\tfatal: Could not read from remote repository.\n`,
    ['network/private-auth github.com github.com/a/b@v1.0.0'],
  ],
  [
    'what a proxy could not see either',
    `go: github.com/a/b@v1.0.0: reading https://proxy.golang.org/github.com/a/b/@v/v1.0.0.mod: 404 Not Found\n\tserver response:\n\tnot found: github.com/a/b@v1.0.0: ${LS_REMOTE}\n\t\tfatal: could not read Username for 'https://github.com': terminal prompts disabled\n`,
    ['network/private-auth~ github.com github.com/a/b@v1.0.0'],
  ],
  [
    'what the checksum database could not see',
    "go: github.com/a/b@v1.0.0: verifying module: github.com/a/b@v1.0.0: reading https://sum.golang.org/lookup/github.com/a/b@v1.0.0: 404 Not Found\n\tserver response:\n\tnot found\n\t\tfatal: could not read Username for 'https://github.com': terminal prompts disabled\n",
    ['checksum/sumdb-unreachable github.com/a/b@v1.0.0'],
  ],
  ['a program that talks to a server', 'x.go:3: Get "https://api.example.org/v1": dial tcp: lookup api.example.org: no such host\n', []],
  ['git without go', "fatal: could not read Username for 'https://github.com': terminal prompts disabled\n", []],
  ['a file that nobody may read', 'cat: /etc/shadow: Permission denied\n', []],
]

/** What go says of one of many modules. */
function lost(module: string): string {
  return `go: ${module}@v1.0.0: Get "https://mods.example.org/${module}/@v/v1.0.0.mod": dial tcp: lookup mods.example.org on 127.0.0.53:53: no such host\n`
}

describe('the rules of the network', () => {
  it.each(cases)('recognise, or not: %s', (_name, log, verdict) => {
    expect(told(log)).toStrictEqual(verdict)
  })

  it('name each host once, with the modules that it did not give', () => {
    const incidents = classify(['a.example/a', 'b.example/b', 'c.example/c'].map(lost).join(''))
    expect(incidents).toHaveLength(1)
    expect(incidents[0]?.cause).toContain('a.example/a@v1.0.0, b.example/b@v1.0.0 and c.example/c@v1.0.0')
  })

  it('print no command in which a log has a say beyond names', () => {
    const host = 'x$(id).example.org'
    const incidents = classify(
      `go: a.example/b@v1.0.0: ${LS_REMOTE}\n\tfatal: could not read Username for 'https://${host}': terminal prompts disabled\n`,
    )
    expect(incidents[0]?.rule).toBe('network/private-auth')
    for (const { command } of incidents[0]?.fix ?? []) expect(command ?? '').not.toContain('$(id)')
  })

  it('show no credentials', () => {
    const incidents = classify(
      'go: a.example/b@v1.0.0: Get "https://joe:hunter2@mods.example.org/a.example/b/@v/v1.0.0.mod": dial tcp 10.0.0.1:443: connect: connection refused\n',
    )
    expect(JSON.stringify(incidents)).not.toContain('hunter2')
    expect(incidents[0]?.culprit).toStrictEqual({ host: 'mods.example.org' })
  })

  it.each([
    ['certificate has expired or is not yet valid: current time 2020', 'clock'],
    ['certificate is valid for a.example.org, not mods.example.org', 'name for which the certificate was issued'],
    ['certificate signed by unknown authority', 'SSL_CERT_FILE'],
  ])('offer what a certificate lacks: %s', (said, words) => {
    const [incident] = classify(`go: a.example/b@v1.0.0: Get "https://mods.example.org/a.example/b/@v/v1.0.0.mod": x509: ${said}\n`)
    expect(incident?.fix[0]?.edit).toContain(words)
  })

  it('leave the key of a host to a person', () => {
    const [incident] = classify(
      `go: git.example.com/a/b@v1.0.0: ${LS_REMOTE}\n\tHost key verification failed.\n\tfatal: Could not read from remote repository.\n`,
    )
    expect(incident).toMatchObject({ rule: 'network/private-auth', confidence: 'likely' })
    expect(incident?.fix[0]?.command).toBeUndefined()
  })
})
