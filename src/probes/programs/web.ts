/** A Go program that gets a page from a host by its name through http.DefaultTransport, and says how long that took. */
export const WEB: string = String.raw`package main

import (
	"encoding/json"
	"net/http"
	"net/url"
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
	limit, err := time.ParseDuration(os.Args[3])
	if err != nil {
		panic(err)
	}
	// No limit leaves those of http.DefaultTransport.
	client := &http.Client{Timeout: limit}
	start := time.Now()
	_, err = client.Get("http://" + os.Args[2] + "/")
	a := answer{Ms: float64(time.Since(start)) / 1e6, Addresses: []string{}}
	if err != nil {
		a.Error = err.Error()
		failed, ok := err.(*url.Error)
		a.Timeout = ok && failed.Timeout()
	}
	json.NewEncoder(os.Stdout).Encode(a)
}
`
