// Dirhash answers what golang.org/x/mod says: one JSON object a line in, one out. The oracle of the tests.
//
//	{"kind": "directory", "path": "/abs/dir", "prefix": "example.com/m@v1.0.0"}   dirhash.HashDir
//	{"kind": "zip", "path": "/abs/m.zip"}                                         dirhash.HashZip
//	{"kind": "rules", "path": "/abs/m.zip", "prefix": "example.com/m@v1.0.0"}     zip.CheckZip
//	{"kind": "name", "path": "a/b.go"}                                            module.CheckFilePath
package main

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"

	"golang.org/x/mod/module"
	"golang.org/x/mod/sumdb/dirhash"
	"golang.org/x/mod/zip"
)

type question struct{ Kind, Path, Prefix string }

type answer struct {
	H1    string `json:"h1"`
	Error string `json:"error"`
}

func ask(q question) (string, error) {
	switch q.Kind {
	case "directory":
		return dirhash.HashDir(q.Path, q.Prefix, dirhash.Hash1)
	case "zip":
		return dirhash.HashZip(q.Path, dirhash.Hash1)
	case "rules":
		path, version, _ := strings.Cut(q.Prefix, "@")
		_, err := zip.CheckZip(module.Version{Path: path, Version: version}, q.Path)
		return "", err
	default:
		return "", module.CheckFilePath(q.Path)
	}
}

func main() {
	in := json.NewDecoder(bufio.NewReader(os.Stdin))
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for in.More() {
		var q question
		if err := in.Decode(&q); err != nil {
			panic(err)
		}
		h1, err := ask(q)
		a := answer{H1: h1}
		if err != nil {
			a.Error = err.Error()
		}
		if err := json.NewEncoder(out).Encode(a); err != nil {
			panic(err)
		}
	}
}
