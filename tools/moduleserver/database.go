package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/base64"
	"fmt"
	"io/fs"
	"net/http"
	"sync"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// tree is a log of records with all its stored hashes.
type tree struct {
	records [][]byte
	hashes  hashes
	ids     map[key]int64
}

type hashes []tlog.Hash

// absent is what the server of x/mod answers with 404.
func absent(what string) error {
	return &fs.PathError{Op: "lookup", Path: what, Err: fs.ErrNotExist}
}

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var list []tlog.Hash
	for _, i := range indexes {
		if i < 0 || i >= int64(len(h)) {
			return nil, absent("tile")
		}
		list = append(list, h[i])
	}
	return list, nil
}

func newTree() *tree { return &tree{ids: map[key]int64{}} }

// add appends a record; the first one of a module version stays.
func (t *tree) add(m key, text string) error {
	if _, known := t.ids[m]; known {
		return nil
	}
	id := int64(len(t.records))
	more, err := tlog.StoredHashesForRecordHash(id, tlog.RecordHash([]byte(text)), t.hashes)
	if err != nil {
		return err
	}
	t.ids[m] = id
	t.records = append(t.records, []byte(text))
	t.hashes = append(t.hashes, more...)
	return nil
}

// lie is how the database behaves: the zero value is honest.
type lie struct {
	badSignature bool
	size         *int64         // signs the tree as it was at this size
	status       int            // answers everything with it
	records      map[key]string // shows these instead of what the tree holds
	fork         *tree          // shows this tree, signed with the same key
}

// database implements sumdb.ServerOps.
type database struct {
	name, verifier, signer string

	mu     sync.Mutex
	honest *tree
	lie    lie
}

func newDatabase(name string) (*database, error) {
	signer, verifier, err := note.GenerateKey(rand.Reader, name)
	if err != nil {
		return nil, err
	}
	return &database{name: name, verifier: verifier, signer: signer, honest: newTree()}, nil
}

func (d *database) add(m key, text string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.honest.add(m, text)
}

// record gives what the honest tree holds of a module version.
func (d *database) record(m key) (string, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	id, ok := d.honest.ids[m]
	if !ok {
		return "", false
	}
	return string(d.honest.records[id]), true
}

func (d *database) behave(l lie) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if l.size != nil && (*l.size < 0 || *l.size >= int64(len(d.honest.records))) {
		return fmt.Errorf("no older tree of size %d: the tree has %d records", *l.size, len(d.honest.records))
	}
	d.lie = l
	return nil
}

// shown is the tree that is served; the lock is held.
func (d *database) shown() *tree {
	if d.lie.fork != nil {
		return d.lie.fork
	}
	return d.honest
}

func (d *database) around(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		d.mu.Lock()
		status := d.lie.status
		d.mu.Unlock()
		if status != 0 {
			http.Error(w, "the database is told to fail", status)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (d *database) Signed(context.Context) ([]byte, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	t := d.shown()
	size := int64(len(t.records))
	if d.lie.size != nil {
		size = *d.lie.size
	}
	h, err := tlog.TreeHash(size, t.hashes)
	if err != nil {
		return nil, err
	}
	signer, err := note.NewSigner(d.signer)
	if err != nil {
		return nil, err
	}
	signed, err := note.Sign(&note.Note{Text: string(tlog.FormatTree(tlog.Tree{N: size, Hash: h}))}, signer)
	if err != nil || !d.lie.badSignature {
		return signed, err
	}
	return spoil(signed)
}

// spoil changes the last byte of the signature: it stays one of this key by its form.
func spoil(signed []byte) ([]byte, error) {
	at := bytes.LastIndexByte(signed, ' ') + 1
	raw, err := base64.StdEncoding.DecodeString(string(bytes.TrimSpace(signed[at:])))
	if err != nil {
		return nil, err
	}
	raw[len(raw)-1] ^= 1
	return append(signed[:at:at], base64.StdEncoding.EncodeToString(raw)+"\n"...), nil
}

func (d *database) Lookup(_ context.Context, m key) (int64, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	id, ok := d.shown().ids[m]
	if !ok {
		return 0, absent(m.String())
	}
	return id, nil
}

func (d *database) ReadRecords(_ context.Context, id, n int64) ([][]byte, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	t := d.shown()
	if id < 0 || n < 0 || id+n > int64(len(t.records)) {
		return nil, absent("records")
	}
	list := append([][]byte(nil), t.records[id:id+n]...)
	for m, text := range d.lie.records {
		if at, ok := t.ids[m]; ok && at >= id && at < id+n {
			list[at-id] = []byte(text)
		}
	}
	return list, nil
}

func (d *database) ReadTileData(_ context.Context, tile tlog.Tile) ([]byte, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return tlog.ReadTileData(tile, d.shown().hashes)
}
