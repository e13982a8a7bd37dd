/** Page → its articles: what each says, who wrote it and when, what readers said; the furniture of the page left out. */
import type { Article, Facts, Markup, Page } from '../types.ts'
import { readBody } from './body.ts'
import { markCaptions } from './captions.ts'
import { readDiscussion } from './comments.ts'
import { readCredits } from './credits.ts'
import { isIndex } from './index-pages.ts'
import { languageOf } from './language.ts'
import { findLinks } from './links.ts'
import { applyMarks } from './marks.ts'
import { findRegions, type Region } from './regions.ts'
import { type RoleLine, readLines } from './roles.ts'
import { findHeadline } from './title.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Finds the articles of a page; none when it holds no article, such as a menu, an error page or a list of links. */
export function segment(page: Page, facts: Facts, vocabulary: Vocabulary): readonly Article[] {
  const sorted = sortLines(page, vocabulary)
  const regions = findRegions(sorted.lines, sorted.linked).filter(
    region => !isIndex(sorted.lines, region, sorted.linked),
  )
  // Metadata is about the page's one article; of several it tells nothing.
  const markup = regions.length === 1 ? page.markup : undefined
  return regions
    .map(region => readArticle(sorted, region, markup, facts, vocabulary))
    .filter(({ blocks }) => blocks.length > 0)
}

interface Sorted {
  readonly lines: readonly RoleLine[]
  /** For each line, whether it leads elsewhere. */
  readonly linked: readonly boolean[]
}

function sortLines({ text, markup }: Page, vocabulary: Vocabulary): Sorted {
  const lines = markCaptions(readLines(text, vocabulary, { mayBeWrapped: markup === undefined }), vocabulary)
  if (!markup) return { lines, linked: findLinks(lines) }
  const marked = applyMarks(lines, markup)
  const linked = findLinks(marked.lines)
  return { lines: marked.lines, linked: linked.map((isLinked, at) => isLinked || marked.linked[at] === true) }
}

function readArticle(
  { lines, linked }: Sorted,
  region: Region,
  markup: Markup | undefined,
  facts: Facts,
  vocabulary: Vocabulary,
): Article {
  const siteName = facts.siteName ?? markup?.siteName ?? undefined
  const headline = findHeadline({ ...region.header, lines, linked, siteName, markup, vocabulary })
  const title = headline.title ?? markup?.title ?? null
  const credits = readCredits(lines, region, headline, vocabulary)
  const first = headline.bodyStart ?? region.body.first
  const body = readBody(lines, { ...region.body, first }, linked, title, vocabulary)
  const { statedCount, comments } = readDiscussion(lines, region, vocabulary)
  return {
    title,
    subtitle: headline.subtitle,
    authors: credits.authors.length > 0 ? credits.authors : (markup?.authors ?? []),
    translators: credits.translators,
    sourceCredits: credits.sourceCredits,
    siteName: siteName ?? headline.siteName,
    url: facts.url ?? markup?.url ?? null,
    language: languageOf(body.text, vocabulary),
    publicationLines: [...(markup?.publicationLines ?? []), ...credits.publicationLines],
    body: body.text,
    blocks: body.blocks,
    statedCommentCount: statedCount,
    comments,
  }
}
