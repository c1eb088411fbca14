/** A Go program that looks a name up, alone or as the first part of a dial, and says what came of it and how long it took. */
export const RESOLVE: string = String.raw`package main

import (
	"context"
	"encoding/json"
	"net"
	"os"
	"time"
)

type answer struct {
	Ms        float64
	Addresses []string
	Error     string
	Timeout   bool
}

func main() {
	way, name := os.Args[1], os.Args[2]
	limit, err := time.ParseDuration(os.Args[3])
	if err != nil {
		panic(err)
	}
	var addresses []string
	start := time.Now()
	switch way {
	case "lookup":
		ctx := context.Background()
		if limit > 0 {
			var cancel context.CancelFunc
			ctx, cancel = context.WithTimeout(ctx, limit)
			defer cancel()
		}
		addresses, err = net.DefaultResolver.LookupHost(ctx, name)
	case "dial":
		_, err = (&net.Dialer{Timeout: limit}).Dial("tcp", net.JoinHostPort(name, "80"))
	}
	a := answer{Ms: float64(time.Since(start)) / 1e6, Addresses: append([]string{}, addresses...)}
	if err != nil {
		a.Error = err.Error()
		timeout, ok := err.(net.Error)
		a.Timeout = ok && timeout.Timeout()
	}
	json.NewEncoder(os.Stdout).Encode(a)
}
`
