import type { Project } from '../../scenarios/modules-project.js'
import { cat, says, show, type Bench } from './bench.js'
import type { Claim, Measurement } from './claim.js'
import { lookUp, serverLog, showConf, times, type Looked } from './isolation.js'
import { appMod, first } from './program.js'

const LOOKUP = `package main

import (
	"context"
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	ctx := context.Background()
	if len(os.Args) == 3 {
		d, _ := time.ParseDuration(os.Args[2])
		ctx, _ = context.WithTimeout(ctx, d)
	}
	fmt.Println(net.DefaultResolver.LookupHost(ctx, os.Args[1]))
}
`

/** The program above, built without cgo as \`pure\`, with cgo and -tags netgo as \`netgo\`, with cgo as \`withcgo\`. */
async function programs(bench: Bench, names: readonly ('pure' | 'netgo' | 'withcgo')[]): Promise<Project> {
  const project = bench.project({ 'go.mod': appMod(), 'main.go': LOOKUP })
  for (const name of names) {
    const tags = name === 'netgo' ? ['-tags', 'netgo'] : []
    const built = await show(project, ['build', ...tags, '-o', name, '.'], { set: { CGO_ENABLED: name === 'pure' ? '0' : '1' } })
    if (built.exitCode !== 0) throw new Error(built.output.join('\n'))
  }
  return project
}

const SEARCH = `nameserver 127.0.0.1
search a.example b.example
options ndots:1 edns0 trust-ad rotate nosuchoption timeout:1 attempts:1
sortlist 130.155.160.0
`

async function search(bench: Bench): Promise<Measurement> {
  const project = await programs(bench, ['pure', 'netgo', 'withcgo'])
  const answers = { 'host.b.example': '127.0.0.9' }
  const looked: Looked[] = []
  for (const program of ['./pure', './netgo'])
    looked.push(await lookUp(project, { resolvConf: SEARCH, answers, command: [program, 'host'] }))
  const [pure] = looked
  const set = { GODEBUG: 'netdns=2' }
  const [own, libc] = [
    await lookUp(project, { resolvConf: SEARCH, answers, command: ['./pure', 'host'], set }),
    await lookUp(project, { resolvConf: SEARCH, answers, command: ['./withcgo', 'host'], set }),
  ].map(({ shown }) => first(shown, /hostLookupOrder.*/))
  return {
    shown: [
      showConf(SEARCH),
      ...looked.map(({ shown }) => shown),
      ...[pure].flatMap((one) => (one === undefined ? [] : [serverLog(one)])),
      ...[own, libc].filter((shown) => shown !== undefined),
    ],
    facts: {
      'Built with CGO_ENABLED=0 and with -tags netgo a program finds a name by the search list, among options that no resolver knows.':
        looked.every(({ shown }) => shown.exitCode === 0 && says(shown, '[127.0.0.9] <nil>')),
      'It asks for the name below each domain of the list, in turn, until one answers.': looked.every(
        (one) => times(one, 'host.a.example').a === 1 && times(one, 'host.b.example').a === 1,
      ),
      'A build with cgo leaves a resolv.conf with such options to libc; a pure one reads it itself.':
        own !== undefined && says(own, ' = files,dns') && libc !== undefined && says(libc, ' = cgo'),
    },
  }
}

const SERVER = 'nameserver 127.0.0.1\n'

/** Whether the nameserver was asked so often, for each type of address. */
function asked(looked: Looked, expected: number): boolean {
  const { a, aaaa } = times(looked, 'host')
  return a === expected && aaaa === expected
}

async function attempts(bench: Bench): Promise<Measurement> {
  const project = await programs(bench, ['pure', 'withcgo'])
  const ask = async (options: string, program = './pure', deadline?: string): Promise<Looked> =>
    await lookUp(project, {
      resolvConf: `${SERVER}${options}`,
      answers: null,
      command: [program, 'host.', ...(deadline === undefined ? [] : [deadline])],
      ...(program === './pure' ? {} : { set: { GODEBUG: 'netdns=cgo' } }),
    })
  const [once, thrice] = ['options timeout:1 attempts:1\n', 'options timeout:1 attempts:3\n']
  const limit = '2500ms'
  // They only wait: all of them at once.
  const [plain, libc, one, three, oneLibc, threeLibc, plainLimit, shortLimit, longLimit] = await Promise.all([
    ask(''),
    ask('', './withcgo'),
    ask(once),
    ask(thrice),
    ask(once, './withcgo'),
    ask(thrice, './withcgo'),
    ask('', './pure', limit),
    ask(thrice, './pure', limit),
    ask('options timeout:5 attempts:3\n', './pure', limit),
  ])
  return {
    shown: [
      cat(project, 'main.go'),
      showConf(SERVER),
      plain.shown,
      serverLog(plain),
      showConf(`${SERVER}${once}`),
      one.shown,
      serverLog(one),
      showConf(`${SERVER}${thrice}`),
      three.shown,
      serverLog(three),
    ],
    facts: {
      'Without options a nameserver that never answers is asked twice for each type of address, by the pure Go resolver and by libc.':
        asked(plain, 2) && asked(libc, 2),
      'With attempts:1 it is asked once, with attempts:3 three times, by both.':
        asked(one, 1) && asked(oneLibc, 1) && asked(three, 3) && asked(threeLibc, 3),
      'A lookup that a context ends after 2.5 s has asked again by then with timeout:1, and has not with timeout:5, nor without options.':
        times(shortLimit, 'host').a > 1 && asked(longLimit, 1) && asked(plainLimit, 1),
    },
  }
}

async function reads(bench: Bench): Promise<Measurement> {
  const project = await programs(bench, ['pure'])
  const answers = { host: '127.0.0.9' }
  const named: { readonly address: string; readonly looked: Looked }[] = []
  for (const address of ['127.0.0.5', '127.0.0.6'])
    named.push({ address, looked: await lookUp(project, { resolvConf: `nameserver ${address}\n`, answers, command: ['./pure', 'host.'] }) })
  const version = await show(project, ['version', '-m', 'pure'], { only: /CGO_ENABLED/ })
  return {
    shown: [...named.flatMap(({ address, looked }) => [showConf(`nameserver ${address}\n`), looked.shown, serverLog(looked)]), version],
    facts: {
      'A program built with CGO_ENABLED=0 asks the nameserver that /etc/resolv.conf names, and another one when the file names another.':
        named.every(({ address, looked }) => says(looked.shown, '[127.0.0.9] <nil>') && looked.asked.get(`${address} host A`) === 1),
      '`go version -m` says of it that cgo was off.': says(version, 'CGO_ENABLED=0'),
    },
  }
}

/** What is said of the resolver of Go. */
export const RESOLVER_CLAIMS: readonly Claim[] = [
  {
    number: 17,
    says: 'From Go 1.19 on a program built with netgo panics on `search` or `options` in /etc/resolv.conf.',
    verdict: 'false',
    truth:
      'The pure Go resolver follows search, ndots, timeout, attempts and rotate, and passes over what it does not know. A build with cgo goes to libc instead when it meets an option that it does not know: that is the difference between the two, and not a panic.',
    rules: [],
    measure: search,
    isolated: true,
  },
  {
    number: 18,
    says: 'The pure Go resolver waits three times 5 s for a nameserver that is dead, and that cannot be changed.',
    verdict: 'false',
    truth:
      'It asks twice, as libc does, and waits as long as `options timeout:` says, 5 s without it. `timeout:` and `attempts:` in /etc/resolv.conf hold for both resolvers, and a context or a Dialer with a Timeout ends a lookup sooner.',
    rules: [],
    measure: attempts,
    isolated: true,
  },
  {
    number: 19,
    says: 'If strace shows that a statically linked Go program opens /etc/resolv.conf, it still hangs on the system: cgo was not really off.',
    verdict: 'false',
    truth:
      'Any resolver has to read that file: it says whom to ask. The pure Go resolver also reads /etc/hosts and /etc/nsswitch.conf. Whether cgo was on stands in the binary: `go version -m` shows CGO_ENABLED.',
    rules: [],
    measure: reads,
    isolated: true,
  },
]
