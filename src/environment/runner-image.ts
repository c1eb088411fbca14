import type { RunnerImage } from '../snapshot/index.js'

/** The image of a GitHub runner as its variables say; `null` on any other machine. */
export function readRunnerImage(env: Readonly<Record<string, string | undefined>>): RunnerImage | null {
  const given = (key: string): string | null => {
    const value = Object.hasOwn(env, key) ? env[key] : undefined
    return value === undefined || value === '' ? null : value
  }
  const image: RunnerImage = {
    os: given('RUNNER_OS'),
    arch: given('RUNNER_ARCH'),
    image: given('ImageOS'),
    version: given('ImageVersion'),
    environment: given('RUNNER_ENVIRONMENT'),
  }
  return Object.values(image).every((value) => value === null) ? null : image
}
