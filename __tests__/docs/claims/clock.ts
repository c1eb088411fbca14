import { cat, says, show, type Bench } from './bench.js'
import type { Claim, Measurement, Shown } from './claim.js'
import { appMod, start } from './program.js'

const CLOCK = `package main

import (
	"fmt"
	"runtime"
	"sort"
	"syscall"
	"time"
)

func main() {
	steps := make([]time.Duration, 200000)
	backwards := 0
	for i := range steps {
		first := time.Now()
		steps[i] = time.Since(first)
		if steps[i] < 0 {
			backwards++
		}
	}
	sort.Slice(steps, func(i, j int) bool { return steps[i] < steps[j] })
	fmt.Println("half of the readings less than 12 µs apart:", steps[len(steps)/2] < 12*time.Microsecond)
	fmt.Println("backwards:", backwards)

	for range make([]int, 4) {
		go func() {
			for {
				runtime.Gosched()
			}
		}()
	}
	done := make(chan int)
	go func() {
		runtime.LockOSThread()
		thread, changed := syscall.Gettid(), 0
		for range make([]int, 400) {
			time.Sleep(50 * time.Microsecond)
			if syscall.Gettid() != thread {
				changed++
			}
		}
		done <- changed
	}()
	fmt.Println("on another thread after LockOSThread:", <-done, "of 400 times")
}
`

async function clock(bench: Bench): Promise<Measurement> {
  const project = bench.project({ 'go.mod': appMod(), 'main.go': CLOCK, 'c.go': 'package main\n\nimport "C"\n' })
  const shown: Shown[] = []
  for (const CGO_ENABLED of ['0', '1']) {
    shown.push(await show(project, ['build', '-o', 'clock', '.'], { set: { CGO_ENABLED } }), start(project, ['./clock']))
  }
  const ran = shown.filter(({ command }) => command === './clock')
  const both = (text: string): boolean => ran.length === 2 && ran.every((one) => one.exitCode === 0 && says(one, text))
  return {
    shown: [cat(project, 'main.go'), ...shown],
    facts: {
      'Two readings of the clock, one right after the other, are less than 12 µs apart in the median, with cgo and without.': both(
        'half of the readings less than 12 µs apart: true',
      ),
      'Time never goes backwards between two of them.': both('backwards: 0'),
      'A goroutine that called LockOSThread is on the same thread whenever it looks, with cgo and without.': both(
        'on another thread after LockOSThread: 0 of 400 times',
      ),
    },
  }
}

/** What is said of time and threads without cgo. */
export const CLOCK_CLAIMS: readonly Claim[] = [
  {
    number: 20,
    says: 'Without cgo time.Now is off by 12 to 87 µs, and runtime.LockOSThread does not hold.',
    verdict: 'false',
    truth:
      'Neither has anything to do with cgo. The runtime reads the clock of the kernel by itself, in the same way in both builds, and LockOSThread keeps the goroutine on its thread in both. What delays a reading is the scheduler, and that delays C too.',
    rules: [],
    measure: clock,
  },
]
