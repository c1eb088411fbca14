package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strconv"
	"sync"
)

// fault is what happens to requests whose path matches a regular expression.
type fault struct {
	Path string `json:"path"`
	// status: answers with Status and Body. hang: answers nothing until it is released, then ends the connection.
	// close: ends the connection. truncated: half of the body, in a well-formed answer. wrong-length: announces the whole
	// body and ends the connection after the half.
	Kind   string `json:"kind"`
	Status int    `json:"status"`
	Body   string `json:"body"`

	pattern *regexp.Regexp
}

type request struct {
	Method string `json:"method"`
	Path   string `json:"path"`
}

type faults struct {
	mu       sync.Mutex
	list     []fault
	released chan struct{}
	requests []request
}

func newFaults() *faults { return &faults{released: make(chan struct{}), requests: []request{}} }

func (f *faults) add(one fault) error {
	switch one.Kind {
	case "hang", "close", "truncated", "wrong-length":
	case "status":
		if one.Status < 200 || one.Status > 599 {
			return fmt.Errorf("no such status: %d", one.Status)
		}
	default:
		return fmt.Errorf("no such fault: %q", one.Kind)
	}
	pattern, err := regexp.Compile(one.Path)
	if err != nil {
		return err
	}
	one.pattern = pattern
	f.mu.Lock()
	defer f.mu.Unlock()
	f.list = append(f.list, one)
	return nil
}

// release lets go of all requests that hang.
func (f *faults) release() {
	f.mu.Lock()
	defer f.mu.Unlock()
	close(f.released)
	f.released = make(chan struct{})
}

func (f *faults) reset() {
	f.mu.Lock()
	f.list = nil
	f.mu.Unlock()
	f.release()
}

func (f *faults) asked(forget bool) []request {
	f.mu.Lock()
	defer f.mu.Unlock()
	list := f.requests
	if forget {
		f.requests = []request{}
	}
	return list
}

// note keeps the request, and says what shall go wrong with it: the newest fault that fits.
func (f *faults) note(r *http.Request) (fault, chan struct{}) {
	f.mu.Lock()
	defer f.mu.Unlock()
	// Decoded, since go writes an upper-case letter as %21 and a small one.
	path := r.URL.Path
	if r.URL.RawQuery != "" {
		path += "?" + r.URL.RawQuery
	}
	f.requests = append(f.requests, request{r.Method, path})
	for i := len(f.list) - 1; i >= 0; i-- {
		if f.list[i].pattern.MatchString(r.URL.Path) {
			return f.list[i], f.released
		}
	}
	return fault{}, nil
}

func (f *faults) around(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		one, released := f.note(r)
		switch one.Kind {
		case "":
			next.ServeHTTP(w, r)
		case "status":
			w.WriteHeader(one.Status)
			w.Write([]byte(one.Body))
		case "close":
			panic(http.ErrAbortHandler)
		case "hang":
			select {
			case <-released:
			case <-r.Context().Done():
			}
			panic(http.ErrAbortHandler)
		default:
			whole := httptest.NewRecorder()
			next.ServeHTTP(whole, r)
			body := whole.Body.Bytes()
			half := body[:len(body)/2]
			w.Header().Set("Content-Type", whole.Header().Get("Content-Type"))
			if one.Kind == "wrong-length" {
				w.Header().Set("Content-Length", strconv.Itoa(len(body)))
			}
			w.WriteHeader(whole.Code)
			w.Write(half)
			if one.Kind == "wrong-length" {
				// What was written must be on its way before the connection ends.
				http.NewResponseController(w).Flush()
				panic(http.ErrAbortHandler)
			}
		}
	})
}
