/** What an HTML document says about its article in `<meta>`, `<link>` and JSON-LD. */
import type { Markup, PublicationLine } from '../types.ts'
import { attribute, elementsOf, type HtmlNode, textOf } from './html-tree.ts'

type Metadata = Omit<Markup, 'lines'>

/** Types of schema.org that are articles. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|Report)$/
/** JSON-LD larger than this describes more than an article. */
const MAX_JSON = 200_000

/** Reads the metadata of a document. Where JSON-LD and `<meta>` both speak, JSON-LD, which is about the article, goes first. */
export function htmlMetadata(nodes: readonly HtmlNode[]): Metadata {
  const metas = new Map<string, string>()
  const documents: unknown[] = []
  let canonical: string | null = null
  for (const element of elementsOf(nodes)) {
    if (element.tagName === 'meta') {
      const name = (
        attribute(element, 'property') ??
        attribute(element, 'name') ??
        attribute(element, 'itemprop')
      )?.toLowerCase()
      const content = attribute(element, 'content')?.trim()
      if (name && content && !metas.has(name)) metas.set(name, content)
    } else if (element.tagName === 'link' && attribute(element, 'rel')?.toLowerCase() === 'canonical') {
      canonical ??= attribute(element, 'href')
    } else if (element.tagName === 'script' && attribute(element, 'type')?.toLowerCase() === 'application/ld+json') {
      documents.push(...objectsIn(textOf(element)))
    }
  }
  const article = documents.find(isArticle)
  const meta = (...names: readonly string[]) =>
    names.map(name => metas.get(name)).find(value => value !== undefined) ?? null
  return {
    title: textIn(article?.headline) ?? meta('og:title', 'twitter:title'),
    siteName: meta('og:site_name', 'application-name') ?? namesIn(article?.publisher)[0] ?? null,
    url: webAddress(canonical) ?? webAddress(meta('og:url')) ?? webAddress(textIn(article?.url)),
    authors:
      namesIn(article?.author).length > 0 ? namesIn(article?.author) : authorNames(meta('author', 'article:author')),
    publicationLines: [
      ...statement(
        'published',
        textIn(article?.datePublished) ?? meta('article:published_time', 'datepublished', 'date', 'dc.date', 'pubdate'),
      ),
      ...statement(
        'updated',
        textIn(article?.dateModified) ?? meta('article:modified_time', 'og:updated_time', 'datemodified'),
      ),
    ],
  }
}

/** Addresses of profiles are no names. */
const authorNames = (value: string | null) => (value === null || webAddress(value) !== null ? [] : [value])

const statement = (kind: PublicationLine['kind'], text: string | null): readonly PublicationLine[] =>
  text === null ? [] : [{ kind, text }]

type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function isArticle(value: unknown): value is Json {
  return isObject(value) && [value['@type']].flat().some(type => typeof type === 'string' && ARTICLE_TYPE.test(type))
}

/** The objects of a JSON-LD script; none when it is damaged, as it often is. */
function objectsIn(source: string): readonly unknown[] {
  if (source.length > MAX_JSON) return []
  try {
    const value: unknown = JSON.parse(source)
    return [value].flat().flatMap(item => (isObject(item) && Array.isArray(item['@graph']) ? item['@graph'] : [item]))
  } catch {
    return []
  }
}

function textIn(value: unknown): string | null {
  const [first] = [value].flat()
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : null
}

function namesIn(value: unknown): readonly string[] {
  return [value].flat().flatMap(item => textIn(isObject(item) ? item.name : item) ?? [])
}

const webAddress = (value: string | null): string | null =>
  value !== null && /^https?:\/\/\S+$/i.test(value) ? value : null
