/** A Go program that reads the clock, moves between threads and asks for the user; with cgo it also asks libc who it is. */
export const MACHINE: string = String.raw`package main

import (
	"encoding/json"
	"os"
	"os/user"
	"runtime"
	"sort"
	"strings"
	"time"
)

type reading struct {
	MedianNs     float64
	P99Ns        float64
	ResolutionNs float64
	Backwards    int
	HandoverNs   float64
	Samples      int
	Moved        int
}

const samples = 100000

// steps reads the clock again and again; the first pass only warms up.
func steps() (r reading) {
	found := make([]float64, samples)
	for pass := 0; pass < 2; pass++ {
		r = reading{}
		for i := range found {
			first := time.Now()
			found[i] = float64(time.Since(first))
			if found[i] < 0 {
				r.Backwards++
			}
		}
	}
	sort.Float64s(found)
	r.MedianNs, r.P99Ns = found[samples/2], found[samples/100*99]
	for _, step := range found {
		if step > 0 {
			r.ResolutionNs = step
			break
		}
	}
	return r
}

// handover is the time from one goroutine to another and back, in the median of many.
func handover() float64 {
	there, back := make(chan int), make(chan int)
	go func() {
		for range there {
			back <- 0
		}
	}()
	took := make([]float64, 2000)
	for i := range took {
		start := time.Now()
		there <- 0
		<-back
		took[i] = float64(time.Since(start))
	}
	close(there)
	sort.Float64s(took)
	return took[len(took)/2]
}

// moved counts how often a goroutine finds itself on another thread, while others block theirs in the kernel.
func moved(r *reading) {
	if thread() == 0 {
		return
	}
	stop := make(chan int)
	for i := 0; i < 2*runtime.GOMAXPROCS(0); i++ {
		go func() {
			for {
				select {
				case <-stop:
					return
				default:
					block()
				}
			}
		}()
	}
	first := thread()
	for r.Samples = 0; r.Samples < 300; r.Samples++ {
		time.Sleep(50 * time.Microsecond)
		if thread() != first {
			r.Moved++
		}
	}
	close(stop)
}

func clock(lock bool) reading {
	done := make(chan reading)
	go func() {
		if lock {
			runtime.LockOSThread()
		}
		r := steps()
		r.HandoverNs = handover()
		moved(&r)
		done <- r
	}()
	return <-done
}

func textOf(path string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(text))
}

// loaded names the C libraries and loaders that are mapped into this process.
func loaded() []string {
	names := map[string]bool{}
	for _, line := range strings.Split(textOf("/proc/self/maps"), "\n") {
		name := line[strings.LastIndexByte(line, '/')+1:]
		if strings.HasPrefix(name, "libc.") || strings.HasPrefix(name, "libc-") || strings.HasPrefix(name, "ld-") {
			names[name] = true
		}
	}
	list := []string{}
	for name := range names {
		list = append(list, name)
	}
	sort.Strings(list)
	return list
}

type account struct {
	Found     bool
	Name      string
	Error     string
	Groups    int
	GroupsErr string
}

func current() account {
	u, err := user.Current()
	if err != nil {
		return account{Error: err.Error()}
	}
	a := account{Found: true, Name: u.Username}
	groups, err := u.GroupIds()
	a.Groups = len(groups)
	if err != nil {
		a.GroupsErr = err.Error()
	}
	return a
}

func main() {
	out := json.NewEncoder(os.Stdout)
	switch os.Args[1] {
	case "user":
		out.Encode(current())
	case "libc":
		kind, version := libc()
		out.Encode(struct {
			Kind    string
			Version string
			Loaded  []string
		}{kind, version, loaded()})
	case "clock":
		out.Encode(struct {
			Source  string
			Free    reading
			Locked  reading
			CanMove bool
		}{textOf("/sys/devices/system/clocksource/clocksource0/current_clocksource"), clock(false), clock(true), thread() != 0})
	}
}
`

/** The thread of a goroutine, where the system tells it. */
export const THREAD_LINUX: string = String.raw`package main

import "syscall"

func thread() int { return syscall.Gettid() }

func block() { syscall.Nanosleep(&syscall.Timespec{Nsec: 50000}, nil) }
`

/** Elsewhere nobody tells. */
export const THREAD_OTHER: string = String.raw`//go:build !linux

package main

import "runtime"

func thread() int { return 0 }

func block() { runtime.Gosched() }
`

/** libc says who it is, at run time. */
export const LIBC_CGO: string = String.raw`package main

/*
#include <stdlib.h>
#ifdef __GLIBC__
#include <gnu/libc-version.h>
static const char *kind(void) { return "glibc"; }
static const char *version(void) { return gnu_get_libc_version(); }
#else
static const char *kind(void) { return "other"; }
static const char *version(void) { return ""; }
#endif
*/
import "C"

func libc() (string, string) { return C.GoString(C.kind()), C.GoString(C.version()) }
`

/** Without cgo there is none. */
export const LIBC_NONE: string = String.raw`//go:build !cgo

package main

func libc() (string, string) { return "none", "" }
`
