import { type OwnPlatform, startOwnPlatform } from '../src/entrypoints/cli/own-platform.ts'

export interface PlatformProcess extends OwnPlatform {
  readySeconds: number
}

/** The platform as a process of its own, with the seconds it took. */
export async function startPlatformProcess(dataDir?: string): Promise<PlatformProcess> {
  const startedAt = performance.now()
  const platform = await startOwnPlatform(dataDir === undefined ? {} : { dataDir })
  return { ...platform, readySeconds: (performance.now() - startedAt) / 1000 }
}
