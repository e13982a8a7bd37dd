/** Who may import whom. The table in docs/architecture.md, as a test. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** For each room, the rooms it may import besides itself. The longest prefix of a path is its room. */
const may: Readonly<Record<string, readonly string[]>> = {
  schemas: [],
  'src/types.ts': ['schemas'],
  'src/errors.ts': [],
  'src/version.ts': [],
  'src/read': ['src/types.ts', 'schemas'],
  'src/segment': ['src/types.ts', 'schemas', 'src/extract/text'],
  'src/extract': ['src/types.ts', 'schemas'],
  'src/languages': ['src/types.ts', 'schemas', 'src/extract', 'src/segment/grammar.ts', 'src/segment/vocabulary.ts'],
  'src/tables': ['src/types.ts', 'src/errors.ts', 'src/version.ts', 'schemas'],
  'src/pipeline.ts': [
    'src/types.ts',
    'src/read',
    'src/segment',
    'src/extract',
    'src/languages',
    'src/tables',
    'src/version.ts',
  ],
  'src/dates.ts': ['src/types.ts', 'src/extract', 'src/languages', 'src/segment', 'src/tables'],
  'src/lake': ['src/types.ts', 'src/errors.ts', 'src/version.ts', 'src/tables', 'src/pipeline.ts', 'schemas'],
  'src/publish': ['src/types.ts', 'src/errors.ts', 'src/version.ts', 'src/tables', 'src/lake', 'schemas'],
  'src/cli': ['src', 'schemas', 'package.json'],
  'src/index.ts': ['src', 'schemas'],
  lambdas: ['src', 'schemas'],
  infra: [
    'schemas',
    'src/lake/deployment.ts',
    'src/lake/keys.ts',
    'src/lake/cloud/permissions.ts',
    'src/lake/sql',
    'src/tables/ddl.ts',
    'src/version.ts',
  ],
  scripts: ['src', 'schemas', 'infra'],
}

/** Rooms that must give the same answer for the same input: nothing of the outside in them. */
const pure = [
  'schemas',
  'src/types.ts',
  'src/read',
  'src/segment',
  'src/extract',
  'src/languages',
  'src/tables',
  'src/pipeline.ts',
]
/** Node modules that compute and touch nothing. */
const computing = new Set(['node:crypto'])
const OUTSIDE = /\bprocess\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bfetch\(|\bperformance\.|\bglobalThis\b/

const files = ['schemas', 'src', 'lambdas', 'infra', 'scripts'].flatMap(folder =>
  !existsSync(join(root, folder))
    ? []
    : readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter(name => name.endsWith('.ts'))
        .map(name => join(folder, name)),
)

const under = (path: string, room: string) => path === room || path.startsWith(`${room}/`)
const roomOf = (path: string) =>
  Object.keys(may)
    .filter(room => under(path, room))
    .sort((a, b) => b.length - a.length)[0]

interface Import {
  readonly from: string
  readonly to: string
  readonly external: boolean
  /** Gone when the program runs. */
  readonly ofTypes: boolean
}

const imports: readonly Import[] = files.flatMap(from => {
  const text = readFileSync(join(root, from), 'utf8')
  return [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"\n]*?(?:[^'"]*?\bfrom\s*)?['"]([^'"\n]+)['"]/g)].map(
    ([statement, name = '']) => {
      const ofTypes = /^\s*(?:import|export)\s+type\b/.test(statement)
      return name.startsWith('.')
        ? { from, to: normalize(join(dirname(from), name)), external: false, ofTypes }
        : { from, to: name, external: true, ofTypes }
    },
  )
})

describe('imports', () => {
  test('are all seen', () => {
    expect(files.length).toBeGreaterThan(30)
    expect(imports.length).toBeGreaterThan(files.length)
  })

  test('run in one direction', () => {
    const wrong = imports
      .filter(({ external }) => !external)
      .filter(({ from, to }) => {
        const room = roomOf(from)
        return !room || !(under(to, room) || (may[room] ?? []).some(allowed => under(to, allowed)))
      })
      .map(({ from, to }) => `${from} → ${to}`)
    expect(wrong).toEqual([])
  })

  test('make no circle', () => {
    const graph = new Map<string, string[]>()
    for (const { from, to, external } of imports) if (!external) graph.set(from, [...(graph.get(from) ?? []), to])
    const circles: string[] = []
    const done = new Set<string>()
    const visit = (file: string, path: readonly string[]) => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      else if (!done.has(file)) {
        for (const next of graph.get(file) ?? []) visit(next, [...path, file])
        done.add(file)
      }
    }
    for (const file of graph.keys()) visit(file, [])
    expect(circles).toEqual([])
  })
})

describe('a command on disk', () => {
  test.each([
    'src/cli/main.ts',
    'src/cli/with-lake.ts',
    'src/cli/examine.ts',
    'src/lake/ingest.ts',
    'src/lake/drop.ts',
  ])('%s loads nothing of AWS', start => {
    const loaded = new Set([start])
    for (const file of loaded)
      for (const { to, ofTypes } of imports.filter(({ from }) => from === file)) if (!ofTypes) loaded.add(to)
    expect(loaded.size).toBeGreaterThan(3)
    expect([...loaded].filter(name => name.startsWith('@aws-sdk'))).toEqual([])
  })
})

describe('the pure core', () => {
  const core = files.filter(file => pure.some(room => under(file, room)))

  test('imports nothing that touches the outside', () => {
    const wrong = imports
      .filter(
        ({ from, to, external }) => external && core.includes(from) && to.startsWith('node:') && !computing.has(to),
      )
      .concat(imports.filter(({ from, to }) => core.includes(from) && to.startsWith('@aws-sdk')))
      .map(({ from, to }) => `${from} → ${to}`)
    expect(wrong).toEqual([])
  })

  test('reads no clock, no environment, no chance', () => {
    const wrong = core.filter(file => OUTSIDE.test(withoutComments(readFileSync(join(root, file), 'utf8'))))
    expect(wrong).toEqual([])
  })
})

test('the engine names no language', () => {
  const named = files
    .filter(file => under(file, 'src/extract') || under(file, 'src/segment'))
    .filter(file => /(?=\p{L})\p{Script=Arabic}/u.test(withoutComments(readFileSync(join(root, file), 'utf8'))))
    .map(file => relative('.', file))
  expect(named).toEqual([])
})

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/[^\n]*/g, '$1')
