/**
 * Schedules: what happens to a few objects of an inbox, and in which order the lake hears of it. Objects of different worlds
 * have nothing in common, so that one run of the lake goes through many schedules at once.
 */
import fc from 'fast-check'
import { type ObjectReading, readObject, removedObject } from '../../../src/lake/reading.ts'
import { makeId } from '../../../src/tables/ids.ts'
import type { DocumentRows } from '../../../src/tables/rows.ts'
import type { Facts } from '../../../src/types.ts'
import { CRASH, processTiny, tiny } from '../../support/tiny-documents.ts'

export const KEYS = 3
const URLS = 2
const WORDS = ['one', 'two', 'three']

/** Lines of a tiny document, or null for «deleted». */
type Content = readonly string[] | null

interface Operation {
  readonly key: number
  readonly content: Content
}

/** One of perhaps several times that the lake hears of an operation. */
interface Delivery {
  /** Operations that have happened since, when the object is read: it is read as it is then. */
  readonly late: number
  readonly batch: number
  /** Which version of the rules reads it. */
  readonly rules: 1 | 2
}

export interface World {
  readonly operations: readonly (Operation & { readonly deliveries: readonly Delivery[] })[]
  /** Orders to take the article of a URL down, each from some slot on. */
  readonly takedowns: readonly { readonly url: number; readonly slot: number }[]
}

const line = fc
  .tuple(
    fc.option(fc.integer({ min: 0, max: URLS - 1 }), { nil: null }),
    fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 2 }),
  )
  .map(([url, words]) => `${url === null ? '' : `https://news.example/WORLD/${url} `}${words.join(' ')}`)

const content: fc.Arbitrary<Content> = fc.oneof(
  { weight: 6, arbitrary: fc.array(line, { minLength: 1, maxLength: 2 }) },
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constant([CRASH]) },
)

/** Worlds whose readings are spread over so many batches and takedowns over so many slots. */
export const worldOf = (batches: number, slots: number): fc.Arbitrary<World> => {
  const delivery = fc.record({
    late: fc.integer({ min: 0, max: 2 }),
    batch: fc.integer({ min: 0, max: batches - 1 }),
    rules: fc.constantFrom(1 as const, 1 as const, 1 as const, 2 as const),
  })
  const operation = fc.record({
    key: fc.integer({ min: 0, max: KEYS - 1 }),
    content,
    deliveries: fc.array(delivery, { minLength: 1, maxLength: 3 }),
  })
  return fc.record({
    operations: fc.array(operation, { minLength: 1, maxLength: 6 }),
    takedowns: fc.oneof(
      { weight: 5, arbitrary: fc.constant([]) },
      {
        weight: 1,
        arbitrary: fc.array(
          fc.record({
            url: fc.integer({ min: 0, max: URLS - 1 }),
            slot: fc.integer({ min: 0, max: slots - 1 }),
          }),
          { minLength: 1, maxLength: 1 },
        ),
      },
    ),
  })
}

export const urlArticle = (world: number, url: number): string =>
  makeId('a', 'url', `https://news.example/${world}/${url}`)

export interface Staged {
  readonly batch: number
  readonly reading: ObjectReading
}

/** An object of the inbox at the end of time. */
export interface FinalObject {
  readonly sourceKey: string
  readonly revision: string
  readonly content: Content
}

/**
 * Every reading that the lake gets of a world, with the batch in which it comes. `revision` orders the states of one object;
 * those of different objects may be equal.
 */
export function readingsOf(world: World, index: number): readonly Staged[] {
  const times = revisions(world)
  return world.operations.flatMap(({ key, deliveries }, at) =>
    deliveries.map(({ late, batch, rules }) => {
      const state = { sourceKey: sourceKey(index, key), revision: times[at] as string }
      return { batch, reading: readingOf(state, contentAt(world, key, at + late), index, rules) }
    }),
  )
}

/** What the inbox holds in the end: the last state of each object. */
export function finalObjects(world: World, index: number): readonly FinalObject[] {
  const times = revisions(world)
  return Array.from({ length: KEYS }, (_, key) => {
    const last = world.operations.findLastIndex(operation => operation.key === key)
    return { key, last }
  })
    .filter(({ last }) => last >= 0)
    .map(({ key, last }) => ({
      sourceKey: sourceKey(index, key),
      revision: times[last] as string,
      content: (world.operations[last] as Operation).content,
    }))
}

/** What an object gives when it is read with these rules. */
export function readingOf(
  state: Pick<Facts, 'sourceKey' | 'revision'>,
  content: Content,
  world: number,
  rules: 1 | 2,
): ObjectReading {
  if (content === null) return withRules(removedObject(state.sourceKey, state.revision), rules)
  const bytes = tiny(...content.map(text => text.replace('WORLD', String(world))))
  return readObject(bytes, state, { process: rules === 1 ? processTiny : processNewer })
}

const sourceKey = (world: number, key: number) => `${world}/${key}`

function revisions({ operations }: World): readonly string[] {
  const counts = new Map<number, number>()
  return operations.map(({ key }) => {
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return String(count).padStart(20, '0')
  })
}

/** The object after operation `at`, or after the last that there is. */
function contentAt({ operations }: World, key: number, at: number): Content {
  return operations.slice(0, at + 1).findLast(operation => operation.key === key)?.content ?? null
}

/** Newer rules: they read another word, and the ids of what they find are their own. */
function processNewer(bytes: Uint8Array, facts: Facts): DocumentRows {
  const text = new TextDecoder().decode(bytes).replaceAll('three', 'three four')
  const { document, articles } = processTiny(new TextEncoder().encode(text), facts)
  const { document_id, size_bytes } = processTiny(bytes, facts).document
  const again = <R extends { readonly pipeline_version: number }>(row: R): R => ({ ...row, pipeline_version: 2 })
  return {
    document: { ...again(document), document_id, size_bytes },
    articles: articles.map(rows => ({
      ...rows,
      article: { ...again(rows.article), document_id: document_id as string },
      quotes: rows.quotes.map(row => ({ ...again(row), quote_id: makeId('q', row.quote_id, 2) })),
    })),
  }
}

/** A removal that was noticed by a program of these rules. */
function withRules(reading: ObjectReading, rules: 1 | 2): ObjectReading {
  if (rules === 1) return reading
  const id = makeId('r', reading.id, 2)
  const document = { ...reading.document, pipeline_version: 2 }
  const documents = reading.rows.documents.map(row => ({ ...row, ...document, reading_id: id }))
  return { id, document, rows: { ...reading.rows, documents } }
}
