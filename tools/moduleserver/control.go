package main

import (
	"encoding/json"
	"fmt"
	"net/http"

	"golang.org/x/mod/module"
)

// order is what a test tells the server: one JSON object in a POST, its answer is JSON too.
type order struct {
	Do      string             `json:"do"`
	Module  publishing         `json:"module"`  // publish
	Path    string             `json:"path"`    // poison, sums
	Version string             `json:"version"` // poison, sums
	Change  map[string]*string `json:"change"`  // poison
	Mod     *string            `json:"mod"`     // poison
	Fault   fault              `json:"fault"`   // fault
	State   state              `json:"state"`   // database
}

// state is how the database shall behave from now on.
type state struct {
	Kind    string `json:"kind"`
	Path    string `json:"path"`    // wrong-record
	Version string `json:"version"` // wrong-record
	Size    int64  `json:"size"`    // rolled-back
	Status  int    `json:"status"`  // unavailable
}

func controls(s *store, db *database, f *faults) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var o order
		err := json.NewDecoder(r.Body).Decode(&o)
		var answer any
		if err == nil {
			answer, err = obey(o, s, db, f)
		}
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		json.NewEncoder(w).Encode(answer)
	})
}

func obey(o order, s *store, db *database, f *faults) (any, error) {
	switch o.Do {
	case "publish":
		return nil, s.publish(o.Module)
	case "poison":
		return nil, s.poison(key{Path: o.Path, Version: o.Version}, o.Change, o.Mod)
	case "sums":
		return sums(key{Path: o.Path, Version: o.Version}, s, db)
	case "fault":
		return nil, f.add(o.Fault)
	case "database":
		l, err := lieFor(o.State, s, db)
		if err != nil {
			return nil, err
		}
		return nil, db.behave(l)
	case "release":
		f.release()
		return nil, nil
	case "requests":
		return f.asked(false), nil
	case "clear":
		return f.asked(true), nil
	case "reset":
		s.heal()
		f.reset()
		return nil, db.behave(lie{})
	default:
		return nil, fmt.Errorf("no such order: %q", o.Do)
	}
}

func sums(m key, s *store, db *database) (any, error) {
	held, ok := s.get(m)
	if !ok {
		return nil, fmt.Errorf("%s is not published", m)
	}
	record, _ := db.record(m)
	return map[string]string{"database": record, "proxy": held.lines}, nil
}

func lieFor(st state, s *store, db *database) (lie, error) {
	switch st.Kind {
	case "honest":
		return lie{}, nil
	case "invalid-signature":
		return lie{badSignature: true}, nil
	case "rolled-back":
		return lie{size: &st.Size}, nil
	case "unavailable":
		if st.Status < 400 || st.Status > 599 {
			return lie{}, fmt.Errorf("no such status: %d", st.Status)
		}
		return lie{status: st.Status}, nil
	case "wrong-record":
		m := key{Path: st.Path, Version: st.Version}
		held, ok := s.get(m)
		record, listed := db.record(m)
		if !ok || !listed {
			return lie{}, fmt.Errorf("%s is not published", m)
		}
		if held.lines == record {
			return lie{}, fmt.Errorf("the proxy serves the %s that the database holds: poison it first", m)
		}
		return lie{records: map[key]string{m: held.lines}}, nil
	case "forked":
		order, lines := s.servedLines()
		fork := newTree()
		// Another first record: no tree of the fork is one of the honest tree.
		first := module.Version{Path: "fork.example.org/first", Version: "v1.0.0"}
		if err := fork.add(first, first.Path+" "+first.Version+" fork\n"); err != nil {
			return lie{}, err
		}
		for _, m := range order {
			if err := fork.add(m, lines[m]); err != nil {
				return lie{}, err
			}
		}
		return lie{fork: fork}, nil
	default:
		return lie{}, fmt.Errorf("no such state of the database: %q", st.Kind)
	}
}
