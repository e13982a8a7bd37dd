/** Page → its articles: what each says, who wrote it and when, what readers said; the furniture of the page left out. */
import type { Article, Facts, Page } from '../types.ts'
import { readBody } from './body.ts'
import { markCaptions } from './captions.ts'
import { readDiscussion } from './comments.ts'
import { readCredits } from './credits.ts'
import { isIndex } from './index-pages.ts'
import { languageOf } from './language.ts'
import { findLinks } from './links.ts'
import { findRegions, type Region } from './regions.ts'
import { type RoleLine, readLines } from './roles.ts'
import { findHeadline } from './title.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Finds the articles of a page; none when it holds no article, such as a menu, an error page or a list of links. */
export function segment(page: Page, facts: Facts, vocabulary: Vocabulary): readonly Article[] {
  const lines = markCaptions(readLines(page.text, vocabulary), vocabulary)
  const linked = findLinks(lines)
  return findRegions(lines, linked)
    .filter(region => !isIndex(lines, region, linked))
    .map(region => readArticle(lines, region, linked, facts, vocabulary))
    .filter(({ blocks }) => blocks.length > 0)
}

function readArticle(
  lines: readonly RoleLine[],
  region: Region,
  linked: readonly boolean[],
  facts: Facts,
  vocabulary: Vocabulary,
): Article {
  const headline = findHeadline({ ...region.header, lines, linked, siteName: facts.siteName, vocabulary })
  const { authors, translators, sourceCredits, publicationLines } = readCredits(lines, region, headline, vocabulary)
  const first = headline.bodyStart ?? region.body.first
  const body = readBody(lines, { ...region.body, first }, linked, headline.title, vocabulary)
  const { statedCount, comments } = readDiscussion(lines, region, vocabulary)
  return {
    title: headline.title,
    subtitle: headline.subtitle,
    authors,
    translators,
    sourceCredits,
    siteName: facts.siteName ?? headline.siteName,
    url: facts.url ?? null,
    language: languageOf(body.text, vocabulary),
    publicationLines,
    body: body.text,
    blocks: body.blocks,
    statedCommentCount: statedCount,
    comments,
  }
}
