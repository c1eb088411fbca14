// Package greeting makes greetings, and says for which machine it was built.
package greeting

import (
	"fmt"
	"runtime"
)

// For greets one person.
func For(name string) string {
	return fmt.Sprintf("Hello, %s, from %s/%s.", name, runtime.GOOS, runtime.GOARCH)
}
