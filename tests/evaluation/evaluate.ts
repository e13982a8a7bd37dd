/**
 * `npm run evaluate -- FOLDER`: scores the pipeline on an annotated set and writes docs/evaluation.md. FOLDER holds `NAME.txt`,
 * `NAME.txt.meta.json` and `NAME.gold.json`, as `annotated.ts` describes.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { process as processDocument } from '../../src/pipeline.ts'
import { type AnnotatedArticle, readAnnotated } from './annotated.ts'
import type { Scored } from './measures.ts'
import { evaluationPage } from './page.ts'

const docs = join(import.meta.dirname, '../../docs')
const sectionFolder = join(docs, 'evaluation')

const [folder] = process.argv.slice(2)
if (!folder) {
  console.error('usage: npm run evaluate -- FOLDER    (a folder of annotated articles)')
  process.exit(2)
}

function score(article: AnnotatedArticle): Scored {
  const { published_at, url, site_name, captured_at } = article.facts
  const { articles } = processDocument(article.bytes, {
    sourceKey: `${article.name}.txt`,
    revision: '0',
    ...(published_at && { publishedAt: published_at }),
    ...(url && { url }),
    ...(site_name && { siteName: site_name }),
    ...(captured_at && { capturedAt: captured_at }),
  })
  return {
    article,
    rows: {
      quotes: articles.flatMap(({ quotes }) => quotes),
      events: articles.flatMap(({ events }) => events),
      times: articles.flatMap(({ times }) => times),
    },
  }
}

const sections = existsSync(sectionFolder)
  ? readdirSync(sectionFolder)
      .filter(file => file.endsWith('.md'))
      .sort()
      .map(file => readFileSync(join(sectionFolder, file), 'utf8').trim())
  : []
writeFileSync(
  join(docs, 'evaluation.md'),
  evaluationPage(readAnnotated(folder).map(score), 'npm run evaluate -- FOLDER', sections),
)
console.error('wrote docs/evaluation.md')
