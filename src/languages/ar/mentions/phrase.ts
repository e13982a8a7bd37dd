/** Noun phrases by their heads. */
import { readBody, readPlace, readProper } from './bodies.ts'
import { readDocument, readSource } from './documents.ts'
import { readCounted, readPerson, readTitled } from './people.ts'
import { draft, type ReadHead } from './reader.ts'

/** Reads the mention whose head the lexicon found at token `i`, by the likeliest of what the term can be. */
export const readHead: ReadHead = (r, i, hit, within) => {
  const { entry, last } = hit
  const { quantifier, title, proper, group, noun } = entry
  const first =
    (quantifier !== undefined && readCounted(r, i, last, quantifier, within)) ||
    (title !== undefined && within.names && readTitled(r, i, last, title)) ||
    (proper !== undefined && readProper(r, i, hit, proper, within))
  if (first) return first
  if (group !== undefined) {
    const role = { first: i, last }
    return draft(r, { type: 'group', ...role, role, gender: 'masculine', count: 'plural' })
  }
  if (noun === undefined) return null
  switch (noun.kind) {
    case 'organization':
    case 'medium':
      return readBody(r, i, last, noun, within)
    case 'place':
      return readPlace(r, i, last, noun, within)
    case 'source':
      return readSource(r, i, last, noun, within)
    case 'document':
      return readDocument(r, i, last, noun, within)
    default:
      return readPerson(r, i, last, noun, within)
  }
}
