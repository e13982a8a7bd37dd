/**
 * An annotated set: `NAME.txt`, `NAME.txt.meta.json` (facts, optional) and `NAME.gold.json` (stand-off annotation; offsets count
 * code points of the text file). The set itself is not part of the project: its articles belong to their publishers.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface GoldQuote {
  readonly text: string
  readonly kind: string
  readonly speaker: string | null
  readonly optional: boolean
}

export interface GoldEvent {
  readonly trigger: string
  readonly sentence: string
  readonly type: string
  readonly status: string
  readonly date: string | null
  readonly parties: readonly string[]
  readonly optional: boolean
}

export interface GoldTime {
  readonly text: string
  readonly sentence: string
  readonly value: string
  readonly optional: boolean
}

export interface AnnotatedArticle {
  readonly name: string
  /** Outlet, from the name of the file. */
  readonly outlet: string
  /** Not looked at while rules were written: every second article of an outlet. */
  readonly heldOut: boolean
  readonly bytes: Uint8Array
  readonly facts: Readonly<Record<string, string>>
  readonly quotes: readonly GoldQuote[]
  readonly events: readonly GoldEvent[]
  readonly times: readonly GoldTime[]
}

type Offsets = readonly [number, number]
interface GoldFile {
  quotes: { start: number; end: number; kind: string; speaker: string | null; optional: boolean }[]
  events: {
    start: number
    end: number
    clause: Offsets
    type: string
    status: string
    date: string | null
    actors: string[]
    targets: string[]
    optional: boolean
  }[]
  times: { start: number; end: number; value: string; optional: boolean }[]
}

const GOLD = '.gold.json'

/** Reads a whole annotated set, in the order of its names. */
export function readAnnotated(folder: string): readonly AnnotatedArticle[] {
  const names = readdirSync(folder).filter(file => file.endsWith(GOLD))
  if (names.length === 0) throw new Error(`expected files *${GOLD} in ${folder}, found none`)
  return names.sort().map(file => readArticle(folder, file.slice(0, -GOLD.length)))
}

function readArticle(folder: string, name: string): AnnotatedArticle {
  const path = join(folder, `${name}.txt`)
  const bytes = readFileSync(path)
  const characters = [...bytes.toString('utf8')]
  const cut = ([start, end]: Offsets) => characters.slice(start, end).join('')
  const line = ([start, end]: Offsets): Offsets => {
    const before = characters.lastIndexOf('\n', start - 1)
    const after = characters.indexOf('\n', end)
    return [start === 0 ? 0 : before + 1, after < 0 ? characters.length : after]
  }
  const gold: GoldFile = JSON.parse(readFileSync(join(folder, `${name}${GOLD}`), 'utf8'))
  const [, outlet, number] = /^dev-([a-z]+)-(\d+)$/.exec(name) ?? [null, 'sample pages', '1']
  return {
    name,
    outlet: outlet as string,
    heldOut: Number(number) % 2 === 0,
    bytes,
    facts: existsSync(`${path}.meta.json`) ? JSON.parse(readFileSync(`${path}.meta.json`, 'utf8')) : {},
    quotes: gold.quotes.map(({ start, end, ...quote }) => ({ ...quote, text: cut([start, end]) })),
    events: gold.events.map(({ start, end, clause, actors, targets, ...event }) => ({
      ...event,
      trigger: cut([start, end]),
      sentence: cut(clause),
      parties: [...actors, ...targets],
    })),
    times: gold.times.map(({ start, end, ...time }) => ({
      ...time,
      text: cut([start, end]),
      sentence: cut(line([start, end])),
    })),
  }
}
