import { declareGo, declareSetting, underToolchain } from './declare.js'
import { readImage } from './image.js'
import type { Declaration, DeclaredEnvironment, DeclaredGo, Place, Setting } from './model.js'
import { folderOf, joinPath } from './paths.js'
import { isTold } from './settings.js'
import { readWantedGo } from './wanted-go.js'

/** What a devcontainer.json says, and which Dockerfile it is built from with which arguments. */
export interface ReadDevcontainer {
  readonly environment: DeclaredEnvironment
  readonly dockerfile: { readonly file: string; readonly args: ReadonlyMap<string, string | null> } | null
}

type Json = string | number | boolean | null | JsonMap | readonly JsonEntry[]
interface JsonEntry {
  readonly value: Json
  readonly line: number
}
interface JsonMap {
  readonly members: ReadonlyMap<string, JsonEntry>
}

/** No devcontainer.json that people write is nearly as long. */
export const MAX_DEVCONTAINER: number = 256 * 1024

/** Reads JSON with comments and trailing commas. Throws what its parser throws. */
async function readJsonc(text: string): Promise<JsonEntry> {
  const { parse } = await import('@humanwhocodes/momoa')
  const convert = (node: ReturnType<typeof parse>['body']): JsonEntry => {
    const { line } = node.loc.start
    switch (node.type) {
      case 'String':
      case 'Number':
      case 'Boolean':
        return { value: node.value, line }
      case 'Object':
        return {
          value: {
            members: new Map(
              node.members.map(({ name, value }) => [
                name.type === 'String' ? name.value : name.name,
                { ...convert(value), line: name.loc.start.line },
              ]),
            ),
          },
          line,
        }
      case 'Array':
        return { value: node.elements.map(({ value }) => convert(value)), line }
      case 'Null':
      case 'NaN':
      case 'Infinity':
      default:
        return { value: null, line }
    }
  }
  return convert(parse(text.replace(/^\uFEFF/, ''), { mode: 'jsonc', allowTrailingCommas: true }).body)
}

function membersOf(entry: JsonEntry | undefined): ReadonlyMap<string, JsonEntry> {
  const value = entry?.value
  return typeof value === 'object' && value !== null && 'members' in value ? value.members : new Map()
}

function textOf(entry: JsonEntry | undefined): string | undefined {
  return typeof entry?.value === 'string' || typeof entry?.value === 'number' ? String(entry.value) : undefined
}

/** `${localEnv:NAME}` is what the machine of a person says. */
function literal(text: string): string | null {
  return text.includes('${') ? null : text
}

function readImageOf(name: string, image: string, location: Place): readonly DeclaredGo[] {
  const facts = readImage(image.replaceAll(/\$\{[^}]*\}/g, '?'))
  return facts.go === null ? [] : [declareGo(name, facts.name, facts.go, location, { fixed: facts.fixed ? true : null })]
}

/** Reads a devcontainer.json. */
export async function readDevcontainer(file: string, text: string): Promise<ReadDevcontainer> {
  const name = `dev container ${file}`
  const root = membersOf(await readJsonc(text))
  const at = (entry: JsonEntry | undefined): Place => ({ file, line: entry?.line ?? 1 })
  const settings: Declaration[] = []
  let toolchain: Setting | undefined
  for (const key of ['containerEnv', 'remoteEnv'])
    for (const [setting, entry] of membersOf(root.get(key))) {
      const value = literal(textOf(entry) ?? '${}')
      if (setting === 'GOTOOLCHAIN') toolchain = { value, location: at(entry), inline: false }
      if (isTold(setting)) settings.push(declareSetting(name, setting, { value, location: at(entry), inline: false }, textOf(entry)))
    }
  const go: DeclaredGo[] = []
  const image = root.get('image')
  const written = textOf(image)
  if (written !== undefined) go.push(...readImageOf(name, written, at(image)))
  for (const [feature, entry] of membersOf(root.get('features'))) {
    if (!/(?:^|\/)devcontainers\/features\/go(?::|$)/.test(feature)) continue
    const version = membersOf(entry).get('version')
    const wanted = textOf(version) ?? textOf(entry) ?? 'latest'
    if (wanted === 'none') continue
    // What a feature installs goes before what the image has.
    go.length = 0
    go.push(declareGo(name, wanted, readWantedGo(wanted), at(version ?? entry), { fixed: null }))
  }
  const build = membersOf(root.get('build'))
  const dockerfile = textOf(build.get('dockerfile')) ?? textOf(root.get('dockerFile'))
  const path = dockerfile === undefined ? null : joinPath(folderOf(file), dockerfile)
  const args = new Map([...membersOf(build.get('args'))].map(([key, entry]) => [key, literal(textOf(entry) ?? '${}')] as const))
  return {
    environment: {
      name,
      kind: 'devcontainer',
      file,
      line: 1,
      go: underToolchain(go, toolchain),
      settings,
      partly: [],
      commands: [],
      anyGo: false,
    },
    dockerfile: path === null ? null : { file: path, args },
  }
}
