/** When an article was published: metadata first, then the lines of the page that say so, then what its text gives away. */
import type { Article, Evidence, Facts, Publication } from '../../types.ts'
import { type Passage, readPassage } from '../text/passage.ts'
import { writtenOn } from './ages.ts'
import { civil, type Day, pad } from './calendar.ts'
import type { Clue, Found } from './clue.ts'
import { readClues } from './clues.ts'
import type { DateGrammar } from './grammar.ts'
import { type Reference, resolve } from './resolve.ts'
import type { Run, Runs } from './runs.ts'
import { narrowBy, openEnd, solve } from './solve.ts'
import { type Closed, ofDay, ofDays, ofMonth, ofYear, readStretch, type Stretch, toDateValue } from './stretch.ts'

export interface Dated {
  readonly publication: DatedPublication
  /** The days on one of which it was published, or null. */
  readonly reference: Reference | null
}

/** A publication date with how sure it is. */
export interface DatedPublication extends Publication {
  /** 0 to 1; 0 where there is no date. */
  readonly confidence: number
}

const NOTHING: Dated = { publication: { value: null, basis: null, evidence: [], confidence: 0 }, reference: null }

/** What a contradiction costs in confidence. */
const CONTRADICTED = 0.2

/** Dates an article. What its text contradicts is said in the evidence. */
export function datePublication(
  article: Article,
  facts: Facts,
  found: readonly Found[],
  passages: readonly Passage[],
  comments: readonly (Run | null)[],
  grammar: DateGrammar,
): Dated {
  const captured = capturedOn(facts)
  const clues = readClues(found, passages, grammar)
  const stated = fromMetadata(facts) ?? fromLines(article, captured, grammar)
  if (stated) return checked(stated, clues, captured)
  return inferred(clues, captured, firstComment(comments, article))
}

/** The comment that was certainly there first: the latest day on which it can have been written, and its age as shown. */
interface FirstComment {
  readonly day: Day
  readonly text: string
}

function firstComment(runs: readonly (Run | null)[], { comments }: Article): FirstComment | null {
  return runs.reduce<FirstComment | null>((first, run, i) => {
    if (!run || (first && first.day <= run.last)) return first
    return { day: run.last, text: comments[i]?.postedText ?? '' }
  }, null)
}

/** The day of capture, or null. */
export const capturedOn = ({ capturedAt }: Facts): Day | null =>
  capturedAt === undefined ? null : (readStretch(capturedAt)?.last ?? null)

interface Stated {
  readonly stretch: Closed
  readonly basis: 'metadata' | 'stated'
  readonly evidence: Evidence
}

function fromMetadata({ publishedAt }: Facts): Stated | null {
  const stretch = publishedAt === undefined ? null : readStretch(publishedAt)
  if (!stretch) return null
  const text = publishedAt as string
  return {
    stretch,
    basis: 'metadata',
    evidence: { ruleId: 'engine/published/metadata', span: null, text, says: 'published_at' },
  }
}

/** The finest date in the lines of the page; a line that says «updated» counts only where no other has a date. */
function fromLines({ publicationLines }: Article, captured: Day | null, grammar: DateGrammar): Stated | null {
  const rank = { published: 0, dateline: 1, updated: 2 }
  for (const { text, kind } of [...publicationLines].sort((a, b) => rank[a.kind] - rank[b.kind])) {
    const stretch = readLine(text, captured, grammar)
    if (!stretch) continue
    const evidence = { ruleId: `engine/published/${kind}`, span: null, text, says: kind }
    return { stretch, basis: 'stated', evidence }
  }
  return null
}

/** The day that a line gives: written out, or as an age at the time of capture. */
export function readLine(text: string, captured: Day | null, grammar: DateGrammar): Closed | null {
  const passage = readPassage('body', text, [{ start: 0, end: text.length, kind: 'paragraph' }], grammar.orthography)
  const age = captured === null ? null : grammar.readAge(passage)
  if (age) {
    const { first, last } = writtenOn(age, captured as Day)
    return ofDays(first, last)
  }
  const reference = captured === null ? null : { first: captured, last: captured }
  let best: Closed | null = null
  for (const { time } of grammar.read(passage)) {
    const past = time.kind === 'date' && time.direction === null ? { ...time, tense: 'past' as const } : time
    const stretch = resolve(past, reference)?.stretch
    if (stretch && (!best || stretch.last - stretch.first < best.last - best.first)) best = stretch
  }
  return best
}

/** A date that is given, held against capture and text: neither moves it. */
function checked({ stretch, basis, evidence }: Stated, clues: readonly Clue[], captured: Day | null): Dated {
  const strong = clues.filter(({ tier }) => tier < 4)
  const { contradictions } = narrowBy([stretch], strong)
  const late: readonly Evidence[] =
    captured !== null && stretch.first > captured
      ? [
          {
            ruleId: 'engine/published/future',
            span: null,
            text: evidence.text,
            says: 'contradiction: later than the capture',
          },
        ]
      : []
  const against = [...contradictions.map(contradiction), ...late]
  const publication = {
    value: toDateValue(stretch),
    basis,
    evidence: [evidence, ...against],
    confidence: lowered(basis === 'metadata' ? 0.99 : 0.97, against.length),
  }
  return { publication, reference: stretch }
}

const contradiction = (evidence: Evidence): Evidence => ({ ...evidence, says: `contradiction: ${evidence.says}` })
const lowered = (confidence: number, contradictions: number) =>
  Math.max(0.1, Math.round((confidence - CONTRADICTED * contradictions) * 100) / 100)

const CONFIDENCE = { 1: 0.95, 2: 0.9, 3: 0.85, 4: 0.6 } as const

function inferred(clues: readonly Clue[], captured: Day | null, comment: FirstComment | null): Dated {
  const { runs, evidence, contradictions, tier } = solve(clues, { captured, commented: comment?.day ?? null })
  if (tier === null) return NOTHING
  const years = comment !== null && runs.length > 1 ? runs.slice(-1) : runs
  const stretch = describe(years)
  if (!stretch) return NOTHING
  const outside: Evidence[] = []
  if (comment !== null)
    outside.push(bound('engine/published/comment', comment.text, `first comment by ${dayText(comment.day)}`))
  else if (captured !== null)
    outside.push(bound('engine/published/capture', dayText(captured), 'not after its capture'))
  const [run] = years
  const single = years.length === 1 && run ? run : null
  return {
    publication: {
      value: toDateValue(stretch),
      basis: 'inferred',
      evidence: [...evidence, ...outside, ...contradictions.map(contradiction)],
      confidence: lowered(single ? CONFIDENCE[tier] : 0.5, contradictions.length),
    },
    reference: single && (single.last - single.first === 1 ? { first: single.last, last: single.last } : single),
  }
}

const bound = (ruleId: string, text: string, says: string): Evidence => ({ ruleId, span: null, text, says })
const dayText = (day: Day): string => ofDay(day).edtf

/** A stretch for what remains: one run; one of a few; the same days of unknown years; nothing where it is open. */
function describe(runs: Runs): Stretch | null {
  const [run] = runs
  const last = runs.at(-1)
  if (!run || !last) return null
  const open = openEnd(run.first) || openEnd(last.last)
  if (runs.length === 1) return open ? null : ofRun(run)
  if (runs.length <= MOST_CHOICES && !open) {
    return { edtf: `[${runs.map(run => ofRun(run).edtf).join(',')}]`, first: run.first, last: last.last }
  }
  const [edtf, ...others] = new Set(runs.map(yearless))
  return edtf !== undefined && others.length === 0 ? { edtf, first: null, last: null } : null
}

/** Up to so many stretches are given as a choice, `[2022-01,2023-01]`. */
const MOST_CHOICES = 3

/** `XXXX-01` for a month, `XXXX-04-05` for a day of a year that is unknown. */
function yearless({ first, last }: Run): string {
  const [a, b] = [civil(first), civil(last)]
  const month = `XXXX-${pad(a.month, 2)}`
  if (first === last) return `${month}-${pad(a.day, 2)}`
  if (a.month === b.month && a.day === 1 && b.day >= 28) return month
  return `${month}-${pad(a.day, 2)}/XXXX-${pad(b.month, 2)}-${pad(b.day, 2)}`
}

/** From so many days on, a stretch that begins with a month is called by it. */
const MOST_OF_A_MONTH = 15

function ofRun({ first, last }: Run): Closed {
  const { year, month, day } = civil(first)
  const whole = ofMonth(year, month)
  if (day === 1 && last <= whole.last && last - first >= MOST_OF_A_MONTH) return { ...whole, first, last }
  return ofYear(year).first === first && ofYear(year).last === last ? ofYear(year) : ofDays(first, last)
}
