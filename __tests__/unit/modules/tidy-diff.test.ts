import { describe, expect, it } from '@jest/globals'
import { parseTidyDiff } from '../../../src/modules/index.js'

const DIFF = `diff current/go.mod tidy/go.mod
--- current/go.mod
+++ tidy/go.mod
@@ -3,3 +3,3 @@
-require example.com/a v1.0.0
+example.com/mod v1.0.0 h1:in-go-mod
diff current/go.sum tidy/go.sum
--- current/go.sum
+++ tidy/go.sum
@@ -1,4 +1,4 @@
 example.com/kept v1.0.0 h1:k
-example.com/b v1.0.0 h1:b
-example.com/moved v1.0.0 h1:m
+example.com/a v1.1.0/go.mod h1:a
-example.com/B v1.0.0 h1:B
-example.com/B v1.0.0 h1:B
-example.com/b v1.0.0 h1:b
+example.com/moved v1.0.0 h1:m
- not a line of go.sum
-example.com/c v1.0.0 h2:other-hash
`

describe('the lines of go.sum that go mod tidy would change', () => {
  it('are told with their sign, sorted by bytes, each once, without go.mod, context and what only moves', () => {
    expect(parseTidyDiff(DIFF)).toStrictEqual([
      '-example.com/B v1.0.0 h1:B',
      '+example.com/a v1.1.0/go.mod h1:a',
      '-example.com/b v1.0.0 h1:b',
    ])
  })

  it('are none when everything is tidy', () => {
    expect(parseTidyDiff('')).toStrictEqual([])
  })

  it('are also those of a file that -modfile names', () => {
    expect(parseTidyDiff('diff current/other.sum tidy/other.sum\n-example.com/b v1.0.0 h1:b\n')).toHaveLength(1)
  })

  it('are at most 500', () => {
    const lines = Array.from({ length: 501 }, (_, at) => `-example.com/m v1.0.${String(at)} h1:x`)
    expect(parseTidyDiff(['diff current/go.sum tidy/go.sum', ...lines].join('\n'))).toHaveLength(500)
  })
})
