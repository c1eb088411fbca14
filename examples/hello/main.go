// Command hello greets whoever it is told to. It needs nothing but the standard library, so it builds without a network.
package main

import (
	"fmt"
	"os"

	"example.com/hello/greeting"
)

func main() {
	name := "world"
	if len(os.Args) > 1 {
		name = os.Args[1]
	}
	fmt.Println(greeting.For(name))
}
