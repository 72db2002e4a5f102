import { enableCompileCache } from 'node:module'

// Stripped types are kept between starts; it must be on before the rest is loaded.
enableCompileCache()
const { run } = await import('./run.ts')
await run(process.env)
