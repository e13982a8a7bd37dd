/** Article → Findings: the engine from end to end. */
import type { Article, Facts, Findings } from '../types.ts'
import { findTimes } from './dates/dates.ts'
import { findEvents } from './events/events.ts'
import type { LanguagePack } from './language.ts'
import { readCast } from './mentions/cast.ts'
import { findQuotes } from './quotes/quotes.ts'
import { type Passage, readPassage } from './text/passage.ts'

/** Finds who said what, what happened and when, in one article, with one language pack. */
export function extract(article: Article, facts: Facts, pack: LanguagePack): Findings {
  const passages = readPassages(article, pack)
  const { publication, times, posted } = findTimes(passages, article, facts, pack.dates)
  const cast = readCast(passages, pack.mentions)
  const quotes = findQuotes(passages, cast, times, pack.quotes)
  const events = pack.events ? findEvents(passages, cast, times, quotes, pack.events) : []
  return { publication, times, posted, quotes, events }
}

/** The fields of an article, cut for the finders: the title, if there is one, before the body. */
export function readPassages({ title, body, blocks }: Article, { orthography }: LanguagePack): readonly Passage[] {
  const passages: Passage[] = []
  if (title !== null) {
    passages.push(readPassage('title', title, [{ start: 0, end: title.length, kind: 'title' }], orthography))
  }
  passages.push(readPassage('body', body, blocks, orthography))
  return passages
}
