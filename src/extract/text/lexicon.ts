/** A lexicon: terms of one or more tokens, found longest first in linear time. */
import type { Token } from './tokens.ts'

interface Node<V> {
  value: V | undefined
  readonly next: Map<string, Node<V>>
}

export interface Hit<V> {
  readonly value: V
  /** Number of tokens of the term. */
  readonly length: number
}

export interface Lexicon<V> {
  /**
   * The longest term that begins at token `at`, or null. `first` stands in for the form of that token: what is left of it
   * when a clitic is taken off.
   */
  find(tokens: readonly Pick<Token, 'form'>[], at: number, first?: string): Hit<V> | null
  /** The value of a term of one token. */
  get(form: string): V | undefined
  readonly size: number
}

/**
 * Builds a lexicon from folded terms; the words of a term are separated by single spaces.
 * A later entry for the same term replaces an earlier one.
 */
export function lexicon<V>(entries: Iterable<readonly [term: string, value: V]>): Lexicon<V> {
  const root: Node<V> = { value: undefined, next: new Map() }
  let size = 0
  for (const [term, value] of entries) {
    let node = root
    for (const form of term.split(' ')) {
      let next = node.next.get(form)
      if (!next) {
        next = { value: undefined, next: new Map() }
        node.next.set(form, next)
      }
      node = next
    }
    if (node.value === undefined) size++
    node.value = value
  }
  return {
    size,
    get: form => root.next.get(form)?.value,
    find(tokens, at, first) {
      let node: Node<V> | undefined = root
      let hit: Hit<V> | null = null
      for (let i = at; i < tokens.length; i++) {
        node = node.next.get(i === at && first !== undefined ? first : (tokens[i] as Pick<Token, 'form'>).form)
        if (!node) break
        if (node.value !== undefined) hit = { value: node.value, length: i - at + 1 }
      }
      return hit
    },
  }
}
