/** The text of an HTML document as lines, each with what its elements say it is. */
import type { MarkedLine } from '../types.ts'
import { attribute, contentsOf, type HtmlElement, type HtmlNode, isElement } from './html-tree.ts'

type Mark = MarkedLine['mark']

/** Elements without text for readers. */
const SILENT = new Set([
  ...['head', 'script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'canvas', 'audio', 'video'],
  ...['select', 'datalist', 'textarea', 'map', 'picture', 'source', 'track'],
])
const INLINE = new Set([
  ...['a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins'],
  ...['kbd', 'label', 'mark', 'q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u'],
  ...['var', 'wbr', 'img', 'nobr', 'ruby', 'rb', 'rt', 'rp'],
])
const FURNITURE = new Set(['nav', 'footer', 'aside', 'form', 'button', 'menu', 'dialog'])
const FURNITURE_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'complementary',
  'dialog',
  'menu',
  'toolbar',
])
/** Words in the names of classes and ids by which builders of sites mark what is no text of an article. */
const FURNITURE_NAME =
  /(?:^|[\s_-])(?:nav|navbar|menu|breadcrumbs?|share|sharing|social|related|recommend\w*|promo|advert\w*|ads?|sponsor\w*|newsletter|subscribe|sidebar|widget|popular|trending|most-?read|cookies?|consent|popup|modal|pagination|tags?|footer|toolbar|print)(?:$|[\s_-])/i
const COMMENTS_NAME = /(?:^|[\s_-])(?:comments?|commentlist|disqus|replies|discussion)(?:$|[\s_-])/i
const CAPTION_NAME = /(?:^|[\s_-])(?:caption|wp-caption-text|photo-?credit|image-?credit)(?:$|[\s_-])/i
/** Share of the prose of a page above which no part of it is furniture, whatever its name. */
const PROSE_SHARE = 0.3
/** Share of a line's characters that stand in links from which it leads elsewhere. */
const LINKED_SHARE = 0.9

interface Context {
  /** The mark of lines in an element; a mark given further out holds over those further in. */
  readonly mark: Mark | null
  readonly isFixed: boolean
  readonly isLink: boolean
  readonly isBold: boolean
}

type Step =
  | { readonly node: HtmlNode; readonly context: Context }
  /** The end of an element with lines of its own. */
  | { readonly node: null; readonly context: Context }

/** Cuts the text of a document into lines, as its block elements do. */
export function htmlLines(nodes: readonly HtmlNode[]): {
  readonly text: string
  readonly lines: readonly MarkedLine[]
} {
  const page = new LineWriter()
  const contents = contentsOf(nodes)
  const total = nodes.reduce((sum, node) => sum + (isElement(node) ? (contents.get(node)?.prose ?? 0) : 0), 0)
  const isSmall = (element: HtmlElement) => (contents.get(element)?.prose ?? 0) <= PROSE_SHARE * total
  const holdsTitle = (element: HtmlElement) => contents.get(element)?.hasTitle ?? false
  const start: Context = { mark: null, isFixed: false, isLink: false, isBold: false }
  const steps: Step[] = [...nodes].reverse().map(node => ({ node, context: start }))
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node, context } = step
    if (node === null) page.end(context)
    else if ('value' in node) page.add(node.value, context)
    else if (isElement(node) && !SILENT.has(node.tagName) && !isHidden(node)) {
      const inner = contextOf(node, context, { isSmall: isSmall(node), holdsTitle: holdsTitle(node) })
      if (node.tagName === 'br') page.break(context)
      else if (standsAlone(node, context)) {
        page.end(context)
        steps.push({ node: null, context: inner })
      }
      for (let at = node.childNodes.length - 1; at >= 0; at--) {
        steps.push({ node: node.childNodes[at] as HtmlNode, context: inner })
      }
    }
  }
  page.end(start)
  return page.finish()
}

/** Whether an element has lines of its own. A date does unless it stands in a sentence. */
const standsAlone = ({ tagName }: HtmlElement, { mark }: Context) =>
  !INLINE.has(tagName) || (tagName === 'time' && mark !== 'paragraph' && mark !== 'heading' && mark !== 'title')

function isHidden(element: HtmlElement): boolean {
  return (
    attribute(element, 'hidden') !== null ||
    attribute(element, 'aria-hidden') === 'true' ||
    /display\s*:\s*none/i.test(attribute(element, 'style') ?? '')
  )
}

interface Holding {
  readonly isSmall: boolean
  readonly holdsTitle: boolean
}

function contextOf(element: HtmlElement, outer: Context, { isSmall, holdsTitle }: Holding): Context {
  const { tagName } = element
  const context = {
    ...outer,
    isLink: outer.isLink || tagName === 'a',
    isBold: outer.isBold || tagName === 'b' || tagName === 'strong',
  }
  if (outer.isFixed) return context
  const name = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
  const role = attribute(element, 'role') ?? ''
  // A name may describe all of a page, as «has-sidebar» does: it counts where neither title nor most of the text is.
  const isNamed = (pattern: RegExp) => !holdsTitle && pattern.test(name)
  if (isNamed(COMMENTS_NAME)) return { ...context, mark: 'comment', isFixed: true }
  if (FURNITURE.has(tagName) || FURNITURE_ROLES.has(role) || (isSmall && isNamed(FURNITURE_NAME))) {
    return { ...context, mark: 'furniture', isFixed: true }
  }
  if (tagName === 'figcaption' || (isSmall && isNamed(CAPTION_NAME)))
    return { ...context, mark: 'caption', isFixed: true }
  if (tagName === 'h1') return { ...context, mark: 'title' }
  if (/^h[2-6]$/.test(tagName)) return { ...context, mark: 'heading' }
  if (tagName === 'p' || tagName === 'blockquote' || tagName === 'pre') return { ...context, mark: 'paragraph' }
  return context
}

/** Gathers pieces of text into lines. */
class LineWriter {
  readonly #lines: MarkedLine[] = []
  readonly #texts: string[] = []
  #at = 0
  #pieces: string[] = []
  #length = 0
  #linked = 0
  #bold = 0
  #isBroken = false

  add(text: string, { isLink, isBold }: Context): void {
    const visible = text.replace(/\s+/gu, '').length
    this.#pieces.push(text)
    this.#length += visible
    if (visible > 0) this.#isBroken = false
    if (isLink) this.#linked += visible
    if (isBold) this.#bold += visible
  }

  /** A line break ends a line; within a paragraph only the second in a row does. */
  break(context: Context): void {
    if (context.mark !== 'paragraph' || this.#isBroken) this.end(context)
    else this.#pieces.push(' ')
    this.#isBroken = true
  }

  /** Ends a line, if there is one. */
  end({ mark, isFixed }: Context): void {
    const text = this.#pieces.join('').replace(/\s+/gu, ' ').trim()
    if (text !== '') {
      const isLinked = this.#linked >= LINKED_SHARE * this.#length
      const isBold = this.#bold === this.#length
      const own = isLinked && !isFixed && mark !== 'title' ? 'links' : mark === 'paragraph' && isBold ? 'bold' : mark
      this.#lines.push({ start: this.#at, end: this.#at + text.length, mark: own ?? 'text' })
      this.#texts.push(text)
      this.#at += text.length + 1
    }
    this.#pieces = []
    this.#length = 0
    this.#linked = 0
    this.#bold = 0
  }

  finish(): { readonly text: string; readonly lines: readonly MarkedLine[] } {
    return { text: this.#texts.join('\n'), lines: this.#lines }
  }
}
