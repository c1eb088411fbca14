// Command broken builds on linux/amd64 and nowhere else: the system call that it uses is not there on newer platforms.
package main

import (
	"log"
	"os"
	"syscall"
)

func main() {
	file, err := os.Create(os.DevNull)
	if err != nil {
		log.Fatal(err)
	}
	// linux/arm64 never had dup2 (it has dup3), and Windows has no such thing.
	if err := syscall.Dup2(int(file.Fd()), 1); err != nil {
		log.Fatal(err)
	}
}
