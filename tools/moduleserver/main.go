// Moduleserver is a module proxy and a checksum database for tests, with real zips, real hashes and a real signed tree
// (golang.org/x/mod), and with lies and faults on demand.
//
// It reads one JSON object from stdin, {"name": "sums.example.org", "modules": [{"path", "version", "files", "unlisted"}]},
// prints one JSON line, {"base", "control", "verifier"}, and serves on two ports of 127.0.0.1 until stdin is closed:
//
//	base/proxy/…               GOPROXY: list, info, mod, zip, latest
//	base/proxy/sumdb/NAME/…    the database as a proxy passes it on
//	base/sumdb/NAME/…          the database itself
//	control                    what the tests tell it: control.go
//
// The control port is another one, so that nothing under test can reach it by the addresses it is given.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
)

type manifest struct {
	Name    string       `json:"name"`
	Modules []publishing `json:"modules"`
}

func listen() (net.Listener, string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, "", err
	}
	return l, "http://" + l.Addr().String(), nil
}

func run() error {
	in := json.NewDecoder(os.Stdin)
	var asked manifest
	if err := in.Decode(&asked); err != nil {
		return fmt.Errorf("the manifest on stdin: %w", err)
	}
	db, err := newDatabase(asked.Name)
	if err != nil {
		return err
	}
	s := &store{versions: map[key]*version{}, database: db}
	for _, m := range asked.Modules {
		if err := s.publish(m); err != nil {
			return err
		}
	}
	public, base, err := listen()
	if err != nil {
		return err
	}
	private, control, err := listen()
	if err != nil {
		return err
	}
	f := newFaults()
	failed := make(chan error, 2)
	quiet := log.New(io.Discard, "", 0) // connections end early on purpose
	serve := func(l net.Listener, h http.Handler) { failed <- (&http.Server{Handler: h, ErrorLog: quiet}).Serve(l) }
	go serve(public, f.around(routes(s, db)))
	go serve(private, controls(s, db, f))
	if err := json.NewEncoder(os.Stdout).Encode(map[string]string{"base": base, "control": control, "verifier": db.verifier}); err != nil {
		return err
	}
	go func() {
		_, err := io.Copy(io.Discard, os.Stdin)
		failed <- err
	}()
	return <-failed
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "moduleserver:", err)
		os.Exit(1)
	}
}
