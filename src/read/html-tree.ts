/** The element tree of an HTML document, with a limit on its depth. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlElement = DefaultTreeAdapterTypes.Element

/**
 * Elements within one another. Browsers stop at 512; without a limit the time of the parser grows with the square of the
 * depth, and a file of a hundred kilobytes can hold it up for minutes.
 */
export const MAX_DEPTH = 512

class TooDeep extends Error {}

/** Parses a document as browsers do; null when it is nested deeper than `MAX_DEPTH`. */
export function parseHtml(source: string): readonly HtmlNode[] | null {
  let depth = 0
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush() {
      if (++depth > MAX_DEPTH) throw new TooDeep()
    },
    onItemPop() {
      depth--
    },
  }
  try {
    return parse(source, { treeAdapter }).childNodes
  } catch (error) {
    if (error instanceof TooDeep) return null
    throw error
  }
}

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node

export const attribute = ({ attrs }: HtmlElement, name: string): string | null =>
  attrs.find(attr => attr.name === name)?.value ?? null

/** All elements of a document in their order. */
export function* elementsOf(nodes: readonly HtmlNode[]): Generator<HtmlElement> {
  const open = [...nodes].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if (!isElement(node)) continue
    yield node
    for (let at = node.childNodes.length - 1; at >= 0; at--) open.push(node.childNodes[at] as HtmlNode)
  }
}

/** The text of an element, white space folded. */
export function textOf(element: HtmlElement): string {
  const pieces: string[] = []
  const open: HtmlNode[] = [element]
  for (let node = open.pop(); node; node = open.pop()) {
    if ('value' in node) pieces.push(node.value)
    else if (isElement(node)) {
      for (let at = node.childNodes.length - 1; at >= 0; at--) open.push(node.childNodes[at] as HtmlNode)
    }
  }
  return pieces.join('').replace(/\s+/gu, ' ').trim()
}

/** What an element holds, itself included. */
export interface Content {
  /** Characters in paragraphs. */
  readonly prose: number
  readonly hasTitle: boolean
}

/** What each element of a document holds, worked out from the innermost outwards. */
export function contentsOf(nodes: readonly HtmlNode[]): ReadonlyMap<HtmlElement, Content> {
  const contents = new Map<HtmlElement, Content>()
  for (const element of [...elementsOf(nodes)].reverse()) {
    let prose = element.tagName === 'p' ? textOf(element).length : 0
    let hasTitle = element.tagName === 'h1'
    for (const child of element.childNodes) {
      const inner = isElement(child) ? contents.get(child) : undefined
      prose += inner?.prose ?? 0
      hasTitle ||= inner?.hasTitle ?? false
    }
    contents.set(element, { prose, hasTitle })
  }
  return contents
}
