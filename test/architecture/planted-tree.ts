/** A throw-away tree in the layout of the repository, for tools that must be seen to object. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { repositoryRoot } from '../../scripts/generated-file.ts'

export interface PlantedTree {
  root: string
  plant(file: string, text: string): void
  remove(): void
}

/** The tool's real configuration goes along, so what is tested is the rule that the gate applies. */
export function aPlantedTree(configuration: string[]): PlantedTree {
  const root = mkdtempSync(path.join(tmpdir(), 'waybill-planted-'))
  symlinkSync(path.join(repositoryRoot, 'node_modules'), path.join(root, 'node_modules'), 'dir')
  for (const file of ['package.json', 'tsconfig.json', ...configuration]) {
    cpSync(path.join(repositoryRoot, file), path.join(root, file))
  }
  return {
    root,
    plant(file, text) {
      const target = path.join(root, file)
      mkdirSync(path.dirname(target), { recursive: true })
      writeFileSync(target, text)
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
