import type { Declaration, DeclaredGo, GoCommand, Place, Setting, WantedGo } from './model.js'
import { isTold, showSetting } from './settings.js'

/** A declaration of a go setting. */
export function declareSetting(environment: string, name: string, { value, location }: Setting, written?: string): Declaration {
  return { environment, setting: name, value: showSetting(value ?? written ?? '?'), known: value !== null, location }
}

/** A declaration of the Go that builds. */
export function declareGo(
  environment: string,
  written: string,
  wanted: WantedGo,
  location: Place,
  more: { readonly fixed: boolean | null; readonly borrowed?: boolean; readonly setting?: string },
): DeclaredGo {
  return {
    environment,
    setting: more.setting ?? 'go',
    value: showSetting(written),
    known: wanted.kind !== 'unknown',
    location,
    wanted,
    fixed: more.fixed,
    borrowed: more.borrowed ?? false,
  }
}

/** The same Go where GOTOOLCHAIN is set: it says whether another one may be fetched. */
export function underToolchain(go: readonly DeclaredGo[], setting: Setting | undefined): readonly DeclaredGo[] {
  if (setting === undefined) return go
  const { value } = setting
  const fixed = value === 'local' ? true : value !== null && /^(?:auto|path)$|\+(?:auto|path)$/.test(value) ? false : null
  return go.map((one) => ({ ...one, fixed }))
}

/** What the commands of an environment set for themselves alone. */
export function declareInline(environment: string, commands: readonly GoCommand[]): readonly Declaration[] {
  return commands.flatMap(({ settings }) =>
    [...settings].flatMap(([name, setting]) => (setting.inline && isTold(name) ? [declareSetting(environment, name, setting)] : [])),
  )
}
