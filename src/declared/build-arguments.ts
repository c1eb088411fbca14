/** Names that builds of images are given from outside, by whatever file: the defaults in a Dockerfile are then not what is built. */
export function findBuildArguments(text: string): readonly string[] {
  const names = new Set<string>()
  // docker build --build-arg NAME=value
  for (const [, name = ''] of text.matchAll(/--build-arg(?:[= \t]|["'],?\s*["']?)["']?([A-Za-z_]\w{0,99})/g)) names.add(name)
  // build-args: | NAME=value, args: NAME: value, args = { NAME = "value" }
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const [, indent = '', rest = ''] =
      /^([ \t]*)(?:- )?["']?(?:build-args|build_args|buildArgs|args|BUILD_ARGS)["']?[ \t]*[:=][ \t]*(.*)$/.exec(line) ?? []
    if (!/args/i.test(line) || (indent === '' && rest === '' && !/^[ \t]*(?:- )?["']?\w*args/i.test(line))) continue
    for (const [, name = ''] of rest.matchAll(/([A-Za-z_]\w{0,99})["']?[ \t]*[:=]/g)) names.add(name)
    for (let inner = index + 1; inner < lines.length && inner < index + 100; inner += 1) {
      const below = lines[inner] ?? ''
      if (below.trim() === '') continue
      const depth = /^[ \t]*/.exec(below)?.[0].length ?? 0
      if (depth <= indent.length && !/^[ \t]*-/.test(below)) break
      const name = /^[ \t]*(?:- )?["']?([A-Za-z_]\w{0,99})["']?[ \t]*(?:[:=]|$)/.exec(below)?.[1]
      if (name !== undefined) names.add(name)
    }
  }
  return [...names]
}

/** Lines of Go that the file of another CI system may name: `cimg/go:1.22.3`, `- 1.22.x` in a list of its own. Too many do no harm. */
export function findMentionedLines(text: string): readonly string[] {
  const found = new Set<string>()
  if (/go/i.test(text)) for (const [, version = ''] of text.matchAll(/(?<![\d.])(1\.\d{1,2})(?!\d)/g)) found.add(version)
  return [...found]
}
