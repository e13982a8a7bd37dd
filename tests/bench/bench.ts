/**
 * `npm run bench`: how fast each stage is, how time grows with the text, how much memory it takes. Machines differ and are
 * noisy, so times are those of the processor, not of the clock, and every figure is also given as a ratio to a yardstick run in
 * turn with it in the same process: one pass over the same text that counts its characters.
 */
import { parseArgs } from 'node:util'
import { findTimes } from '../../src/extract/dates/dates.ts'
import { findEvents } from '../../src/extract/events/events.ts'
import { readPassages } from '../../src/extract/extract.ts'
import { readCast } from '../../src/extract/mentions/cast.ts'
import { findQuotes } from '../../src/extract/quotes/quotes.ts'
import { packFor, pageVocabulary } from '../../src/languages/index.ts'
import { process as processDocument } from '../../src/pipeline.ts'
import { readDocument } from '../../src/read/document.ts'
import { segment } from '../../src/segment/segment.ts'
import type { Article, Facts, Page } from '../../src/types.ts'
import { adversarialFigures } from './adversarial.ts'
import { median, time, warmUp } from './clock.ts'
import { copies, corpus } from './corpus.ts'
import { deploymentFigures } from './deployment.ts'
import { ingestFigures } from './ingest.ts'

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '15' } },
})
const rounds = Number(options.rounds)

interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** Multiple of the yardstick, where the figure is a time. */
  readonly ratio?: number
}

const facts: Facts = { sourceKey: 'bench.txt', revision: '0', publishedAt: '2023-04-05' }
const documents = corpus()
const text = documents.map(bytes => new TextDecoder().decode(bytes)).join('\n')

function yardstick(): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts.size
}

/** Median seconds of `work`, and of its ratio to the yardstick, over rounds in which the two run in turn. */
function measure(work: () => unknown): { readonly seconds: number; readonly ratio: number } {
  const seconds: number[] = []
  const ratios: number[] = []
  const times = { work: warmUp(work), yardstick: warmUp(yardstick) }
  for (let round = 0; round < rounds; round++) {
    const standard = time(yardstick, times.yardstick)
    const taken = time(work, times.work)
    seconds.push(taken)
    ratios.push(taken / standard)
  }
  return { seconds: median(seconds), ratio: median(ratios) }
}

/** Time of each stage over the whole corpus; each stage gets what the one before it made. */
function stageFigures(): readonly Figure[] {
  const pages = documents.flatMap((bytes): Page[] => {
    const reading = readDocument(bytes, facts)
    return reading.outcome === 'read' ? [reading.page] : []
  })
  const articles = pages.flatMap(page => segment(page, facts, pageVocabulary))
  const prepared = articles.map(article => {
    const pack = packFor(article.language)
    const passages = readPassages(article, pack)
    const { times } = findTimes(passages, article, facts, pack.dates)
    const cast = readCast(passages, pack.mentions)
    return { article, pack, passages, times, cast, quotes: findQuotes(passages, cast, times, pack.quotes) }
  })
  const stages: Readonly<Record<string, () => unknown>> = {
    read: () => documents.map(bytes => readDocument(bytes, facts)),
    segment: () => pages.map(page => segment(page, facts, pageVocabulary)),
    tokens: () => prepared.map(({ article, pack }) => readPassages(article as Article, pack)),
    dates: () => prepared.map(({ article, pack, passages }) => findTimes(passages, article, facts, pack.dates)),
    mentions: () => prepared.map(({ pack, passages }) => readCast(passages, pack.mentions)),
    quotes: () => prepared.map(({ pack, passages, cast, times }) => findQuotes(passages, cast, times, pack.quotes)),
    events: () =>
      prepared.map(
        ({ pack, passages, cast, times, quotes }) =>
          pack.events && findEvents(passages, cast, times, quotes, pack.events),
      ),
    'bytes to rows': () => documents.map(bytes => processDocument(bytes, facts)),
  }
  return Object.entries(stages).map(([name, work]) => {
    const { seconds, ratio } = measure(work)
    return { name, value: articles.length / seconds, unit: 'articles/s of one core', ratio }
  })
}

/** Time per character of one article of n times the length, as a multiple of that at n = 1: 1.0 is linear. */
function growthFigures(): readonly Figure[] {
  const perCharacter = (times: number) => {
    const bytes = new TextEncoder().encode(copies(times))
    const work = () => processDocument(bytes, facts)
    const runs = warmUp(work)
    return median(Array.from({ length: 5 }, () => time(work, runs))) / times
  }
  const base = perCharacter(1)
  return [10, 100].map(times => ({
    name: `time per character, ${times}× the text`,
    value: perCharacter(times) / base,
    unit: '× that of 1×',
  }))
}

const memory = (): Figure => ({
  name: 'peak memory of this process',
  value: process.resourceUsage().maxRSS / 1024,
  unit: 'MiB',
})

const figures: readonly Figure[] = [
  ...stageFigures(),
  ...growthFigures(),
  ...adversarialFigures(facts),
  memory(),
  ...(await deploymentFigures()),
  ...(await ingestFigures()),
]
if (options.json) console.log(JSON.stringify(figures))
else {
  console.log(`${documents.length} documents, ${text.length} characters, median of ${rounds} rounds\n`)
  for (const { name, value, unit, ratio } of figures) {
    const beside = ratio === undefined ? '' : `   ${ratio.toFixed(2)} × the yardstick`
    console.log(`${name.padEnd(36)} ${value.toFixed(value < 100 ? 2 : 0).padStart(9)} ${unit}${beside}`)
  }
}
