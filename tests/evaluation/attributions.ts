/**
 * `tsx tests/evaluation/attributions.ts FOLDER`: scores English quotes against an attribution corpus in brat stand-off form
 * (FOLDER/text/*.txt, FOLDER/attributions/*.ann with Source, Cue and Content), such as PolNeAR (networkdynamics/PolNeAR). A quote
 * matches when the word overlap F1 of the contents is at least 0.5; its source is right when its mention or its speaker names the annotated one as
 * names are compared everywhere here, or when both are a pronoun. Quotes of one cue are joined, as they are one attribution there;
 * `--apart` compares each by itself.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { extract } from '../../src/extract/extract.ts'
import { packs } from '../../src/languages/index.ts'
import { plainArticle } from '../../src/segment/plain-text.ts'
import type { Article, Quote } from '../../src/types.ts'
import { match } from './measures.ts'
import { figures } from './statistics.ts'
import { overlap, sameName } from './words.ts'

interface Attribution {
  readonly source: string
  readonly content: string
}

const LEAST = 0.5
const PRONOUN = /^(?:he|she|they|it|who|which|i|we|you|that|his|her|their)$/i

const [folder, ...flags] = process.argv.slice(2)
if (!folder) {
  console.error('usage: tsx tests/evaluation/attributions.ts FOLDER [--apart] [--errors FILE]')
  process.exit(2)
}
const pack = packs.find(({ language }) => language === 'en')
if (!pack) throw new Error('expected a pack for English, found none')

/** The attributions of one annotation file; the parts of a discontinuous span are joined. */
function readAttributions(path: string): readonly Attribution[] {
  const spans = new Map<string, string>()
  const found: Attribution[] = []
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [id, head = '', text = ''] = line.split('\t')
    if (id?.startsWith('T')) spans.set(id, text)
    if (!id?.startsWith('E')) continue
    const roles = head
      .split(' ')
      .slice(1)
      .map(part => part.split(':') as [string, string])
    const textOf = (role: string) =>
      roles.flatMap(([name, span]) => (name.replace(/\d+$/, '') === role ? [spans.get(span) ?? ''] : [])).join(' ')
    if (textOf('Content')) found.push({ source: textOf('Source'), content: textOf('Content') })
  }
  return found
}

/** A plain article: its first line is the title, every other line a paragraph. */
function readArticle(text: string): Article {
  const [title = '', ...paragraphs] = text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
  return { ...plainArticle(paragraphs.join('\n'), 'en'), title }
}

const fields = (article: Article, quote: Quote) =>
  quote.content.field === 'title' ? (article.title ?? '') : article.body

/** A name without the courtesy before it: “Mr. Oakes”. */
const untitled = (name: string) => name.replace(/\b(?:Mr|Mrs|Ms|Miss|Dr)\b\.?\s*/g, '')

/** Quotes that one cue reports, “…,” she said. “…”, are one attribution in the corpus; the others each one by itself. */
function byCue(quotes: readonly Quote[]): readonly (readonly [Quote, ...Quote[]])[] {
  const groups = new Map<string | Quote, [Quote, ...Quote[]]>()
  for (const quote of quotes) {
    const key = quote.cue && !flags.includes('--apart') ? `${quote.content.field} ${quote.cue.start}` : quote
    const group = groups.get(key)
    if (group) group.push(quote)
    else groups.set(key, [quote])
  }
  return [...groups.values()]
}

const errors: string[] = []
const counted = readdirSync(join(folder, 'text'))
  .sort()
  .flatMap(file => {
    const name = file.replace(/\.txt$/, '')
    const annotation = readdirSync(join(folder, 'attributions')).find(other => other.startsWith(name))
    if (!annotation) return []
    const gold = readAttributions(join(folder, 'attributions', annotation))
    const article = readArticle(readFileSync(join(folder, 'text', file), 'utf8'))
    const { quotes } = extract(article, { sourceKey: file, revision: '0' }, pack)
    const rows = byCue(quotes).map(([quote, ...others]) => ({
      content: [quote, ...others].map(one => fields(article, one).slice(one.content.start, one.content.end)).join(' '),
      attribution: quote.attribution,
      speaker: quote.speaker?.name ?? null,
      mention: quote.mention ? fields(article, quote).slice(quote.mention.start, quote.mention.end) : '',
    }))
    const same = (a: Attribution, row: (typeof rows)[number]) => overlap(a.content, row.content)
    const sameSource = (a: Attribution, row: (typeof rows)[number]) => {
      if (PRONOUN.test(a.source) && row.attribution === 'pronoun') return same(a, row)
      const source = untitled(a.source)
      return sameName(source, untitled(row.mention)) || sameName(source, row.speaker) ? same(a, row) : 0
    }
    const count = (score: typeof same) => {
      const { rowOf } = match(gold, rows, score, LEAST)
      return { right: rowOf.size, wrong: rows.length - rowOf.size, missed: gold.length - rowOf.size }
    }
    const contents = match(gold, rows, same, LEAST)
    gold.forEach((a, i) => {
      const row = rows[contents.rowOf.get(i) ?? -1]
      if (!row) errors.push(`MISSED\t${a.source}\t${a.content}`)
      else if (!sameSource(a, row)) errors.push(`SOURCE ${row.attribution}\t${a.source} ≠ ${row.mention}\t${a.content}`)
    })
    rows.forEach((row, j) => {
      if (!contents.goldOf.has(j)) errors.push(`EXTRA\t${row.mention}\t${row.content}`)
    })
    return [{ content: count(same), source: count(sameSource) }]
  })
const show = (name: string, { precision, recall, f1, interval }: ReturnType<typeof figures>) =>
  console.log(
    `${name.padEnd(20)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  [${interval.map(x => x.toFixed(3)).join(', ')}]`,
  )
console.log(`${counted.length} articles`)
show('content', figures(counted.map(({ content }) => content)))
show('content and source', figures(counted.map(({ source }) => source)))
const file = flags.includes('--errors') ? flags[flags.indexOf('--errors') + 1] : undefined
if (file) writeFileSync(file, `${errors.join('\n')}\n`)
