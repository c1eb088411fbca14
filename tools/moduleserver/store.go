package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/mod/module"
	"golang.org/x/mod/semver"
	"golang.org/x/mod/sumdb/dirhash"
	modzip "golang.org/x/mod/zip"
)

type key = module.Version

// files of a module: text by slash-separated path.
type files map[string]string

type publishing struct {
	Path     string `json:"path"`
	Version  string `json:"version"`
	Files    files  `json:"files"`
	Unlisted bool   `json:"unlisted"` // the database does not know it
}

// copyOf is what one place holds of a module version.
type copyOf struct {
	zip, mod []byte
	lines    string // the two lines of go.sum
}

// version is what the author published, and what the proxy serves of it.
type version struct {
	files             files
	published, served copyOf
}

type store struct {
	mu       sync.Mutex
	versions map[key]*version
	database *database
}

type memoryFile struct{ name, text string }

func (f memoryFile) Path() string                { return f.name }
func (f memoryFile) Lstat() (fs.FileInfo, error) { return f, nil }
func (f memoryFile) Open() (io.ReadCloser, error) {
	return io.NopCloser(strings.NewReader(f.text)), nil
}
func (f memoryFile) Name() string       { return path.Base(f.name) }
func (f memoryFile) Size() int64        { return int64(len(f.text)) }
func (f memoryFile) Mode() fs.FileMode  { return 0o644 }
func (f memoryFile) ModTime() time.Time { return time.Time{} }
func (f memoryFile) IsDir() bool        { return false }
func (f memoryFile) Sys() any           { return nil }

func hashOfZip(data []byte) (string, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", err
	}
	var names []string
	for _, f := range r.File {
		names = append(names, f.Name)
	}
	return dirhash.Hash1(names, func(name string) (io.ReadCloser, error) { return r.Open(name) })
}

func hashOfMod(text []byte) (string, error) {
	return dirhash.Hash1([]string{"go.mod"}, func(string) (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(text)), nil })
}

// pack makes what a proxy holds; mod, when given, is served instead of the go.mod in the zip.
func pack(m key, from files, mod *string) (copyOf, error) {
	var list []modzip.File
	for _, name := range slices.Sorted(maps.Keys(from)) {
		list = append(list, memoryFile{name, from[name]})
	}
	var data bytes.Buffer
	if err := modzip.Create(&data, m, list); err != nil {
		return copyOf{}, err
	}
	text := []byte(from["go.mod"])
	if mod != nil {
		text = []byte(*mod)
	}
	h1, err := hashOfZip(data.Bytes())
	if err != nil {
		return copyOf{}, err
	}
	goMod, err := hashOfMod(text)
	if err != nil {
		return copyOf{}, err
	}
	lines := fmt.Sprintf("%s %s %s\n%s %s/go.mod %s\n", m.Path, m.Version, h1, m.Path, m.Version, goMod)
	return copyOf{data.Bytes(), text, lines}, nil
}

// publish makes a version known to proxy and database. Of a version that is published again the database keeps the
// first record: the tag was moved.
func (s *store) publish(p publishing) error {
	m := key{Path: p.Path, Version: p.Version}
	if err := module.Check(m.Path, m.Version); err != nil {
		return err
	}
	if _, ok := p.Files["go.mod"]; !ok {
		return fmt.Errorf("%s has no go.mod", m)
	}
	made, err := pack(m, p.Files, nil)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.versions[m] = &version{p.Files, made, made}
	if p.Unlisted {
		return nil
	}
	return s.database.add(m, made.lines)
}

// poison changes what the proxy alone serves: change is laid over the published files (null removes one), and mod, when
// given, is served as .mod file whatever the zip holds.
func (s *store) poison(m key, change map[string]*string, mod *string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	v, ok := s.versions[m]
	if !ok {
		return fmt.Errorf("%s is not published", m)
	}
	other := maps.Clone(v.files)
	for name, text := range change {
		if text == nil {
			delete(other, name)
		} else {
			other[name] = *text
		}
	}
	made, err := pack(m, other, mod)
	if err != nil {
		return err
	}
	v.served = made
	return nil
}

// heal lets the proxy serve what was published.
func (s *store) heal() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, v := range s.versions {
		v.served = v.published
	}
}

func (s *store) get(m key) (copyOf, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	v, ok := s.versions[m]
	if !ok {
		return copyOf{}, false
	}
	return v.served, true
}

// servedLines gives what the proxy serves of each module version, in the order of their names.
func (s *store) servedLines() ([]key, map[key]string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	lines := map[key]string{}
	for m, v := range s.versions {
		lines[m] = v.served.lines
	}
	order := slices.SortedFunc(maps.Keys(lines), func(a, b key) int { return strings.Compare(a.String(), b.String()) })
	return order, lines
}

// list gives the versions of a module, oldest first.
func (s *store) list(of string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var versions []string
	for m := range s.versions {
		if m.Path == of {
			versions = append(versions, m.Version)
		}
	}
	semver.Sort(versions)
	return versions
}
