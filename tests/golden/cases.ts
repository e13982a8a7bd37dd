/** Golden cases: one folder a document. They answer «did it change?», not «is it right?». */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { process as processDocument } from '../../src/pipeline.ts'

const folder = join(import.meta.dirname, 'cases')
const seeds = join(import.meta.dirname, '../../seeds')

/** What `source.json` holds: where the document is from, why it is here, and what came with it. */
export interface GoldenSource {
  /** File name in `seeds/`; absent when the document lies in the case's own folder as `source.*`. */
  readonly seed?: string
  readonly origin: string
  readonly licence: string
  readonly why: string
  readonly facts?: Readonly<Record<string, string>>
}

export const caseNames: readonly string[] = readdirSync(folder).sort()

export const rowsPath = (name: string): string => join(folder, name, 'rows.jsonl')
export const actualPath = (name: string): string => join(folder, name, 'rows.actual.jsonl')

export function readSource(name: string): GoldenSource {
  return JSON.parse(readFileSync(join(folder, name, 'source.json'), 'utf8'))
}

/** The rows a case gives now, one JSON object a line, so that a diff reads as a change to the data. */
export function currentRows(name: string): string {
  const { seed, facts } = readSource(name)
  const path = seed ? join(seeds, seed) : join(folder, name, documentOf(name))
  const sourceKey = seed ?? documentOf(name)
  const { document, articles } = processDocument(readFileSync(path), { sourceKey, revision: '0', ...facts })
  const lines = [{ table: 'documents', ...document }]
  const rows = articles.flatMap(({ article, quotes, events, comments, times }) => [
    { table: 'articles', ...article },
    ...quotes.map(row => ({ table: 'quotes', ...row })),
    ...events.map(row => ({ table: 'events', ...row })),
    ...comments.map(row => ({ table: 'comments', ...row })),
    ...times.map(row => ({ table: 'times', ...row })),
  ])
  return [...lines, ...rows].map(row => `${JSON.stringify(row)}\n`).join('')
}

/** The rows that were accepted, or null for a case that never was. */
export const acceptedRows = (name: string): string | null =>
  existsSync(rowsPath(name)) ? readFileSync(rowsPath(name), 'utf8') : null

function documentOf(name: string): string {
  const found = readdirSync(join(folder, name)).find(file => file.startsWith('source.') && file !== 'source.json')
  if (!found)
    throw new Error(`expected a seed in source.json or a file source.* in tests/golden/cases/${name}, found neither`)
  return found
}
