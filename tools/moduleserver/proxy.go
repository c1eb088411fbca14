package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"golang.org/x/mod/module"
	"golang.org/x/mod/sumdb"
)

// What go records as the time of a version: the same in every run.
const published = "2020-01-01T00:00:00Z"

func routes(s *store, db *database) http.Handler {
	sums := sumdb.NewServer(db)
	mux := http.NewServeMux()
	mux.Handle("/proxy/", http.StripPrefix("/proxy", proxy(s)))
	mux.Handle("/sumdb/"+db.name+"/", http.StripPrefix("/sumdb/"+db.name, db.around(sums)))
	passed := "/proxy/sumdb/" + db.name
	mux.Handle(passed+"/", http.StripPrefix(passed, db.around(sums)))
	mux.HandleFunc(passed+"/supported", func(http.ResponseWriter, *http.Request) {})
	return mux
}

// proxy speaks the GOPROXY protocol (https://go.dev/ref/mod#goproxy-protocol).
func proxy(s *store) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		refuse := func(why string) { http.Error(w, "not found: "+why, http.StatusNotFound) }
		escaped, file, ok := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/@")
		if !ok {
			refuse("no such page")
			return
		}
		path, err := module.UnescapePath(escaped)
		if err != nil {
			refuse(err.Error())
			return
		}
		versions := s.list(path)
		if len(versions) == 0 {
			refuse("module " + path + ": no such module")
			return
		}
		if file == "latest" {
			info(w, versions[len(versions)-1])
			return
		}
		name, ok := strings.CutPrefix(file, "v/")
		if !ok {
			refuse("no such page")
			return
		}
		if name == "list" {
			w.Header().Set("Content-Type", "text/plain; charset=UTF-8")
			for _, v := range versions {
				if !module.IsPseudoVersion(v) {
					fmt.Fprintln(w, v)
				}
			}
			return
		}
		dot := strings.LastIndex(name, ".")
		if dot < 0 {
			refuse("no such page")
			return
		}
		v, err := module.UnescapeVersion(name[:dot])
		if err != nil {
			refuse(err.Error())
			return
		}
		held, ok := s.get(key{Path: path, Version: v})
		if !ok {
			refuse(fmt.Sprintf("%s@%s: invalid version: unknown revision %s", path, v, v))
			return
		}
		switch name[dot:] {
		case ".info":
			info(w, v)
		case ".mod":
			w.Header().Set("Content-Type", "text/plain; charset=UTF-8")
			w.Write(held.mod)
		case ".zip":
			w.Header().Set("Content-Type", "application/zip")
			w.Write(held.zip)
		default:
			refuse("no such page")
		}
	})
}

func info(w http.ResponseWriter, v string) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(map[string]string{"Version": v, "Time": published})
}
