/** A saved web page → its text, with what the markup adds. */
import type { Markup } from '../types.ts'
import { htmlLines } from './html-lines.ts'
import { htmlMetadata } from './html-metadata.ts'
import { parseHtml } from './html-tree.ts'

/** Reads HTML source; null when it is nested too deep to be a page. */
export function readHtml(source: string): { readonly text: string; readonly markup: Markup } | null {
  const nodes = parseHtml(source)
  if (nodes === null) return null
  const { text, lines } = htmlLines(nodes)
  return { text, markup: { ...htmlMetadata(nodes), lines } }
}
