/** What the markup of a web page adds to what its lines say themselves. */
import type { Markup } from '../types.ts'
import type { Role, RoleLine } from './roles.ts'

type Mark = Markup['lines'][number]['mark']

/** Roles that a line has by its words and keeps inside furniture: they tell where an article ends. */
const KEPT_IN_FURNITURE: ReadonlySet<Role> = new Set<Role>([
  ...(['comments', 'commentsClosed', 'commentsNone', 'commentForm', 'legal', 'tail', 'related', 'tags'] as const),
])
/** Words of a paragraph, at least; shorter ones may be headings in disguise. */
const PARAGRAPH_WORDS = 4

/** The lines with their roles as the markup corrects them, and which of them lead elsewhere. */
export function applyMarks(
  lines: readonly RoleLine[],
  markup: Markup,
): { readonly lines: readonly RoleLine[]; readonly linked: readonly boolean[] } {
  const marks = new Map(markup.lines.map(({ start, mark }) => [start, mark]))
  const markOf = ({ start }: RoleLine): Mark => marks.get(start) ?? 'text'
  return {
    lines: lines.map(line => ({ ...line, role: roleOf(line, markOf(line)) })),
    linked: lines.map(line => markOf(line) === 'links' && (line.role === 'text' || line.role === 'prose')),
  }
}

function roleOf({ role, wordCount, ending }: RoleLine, mark: Mark): Role {
  switch (mark) {
    case 'title':
    case 'heading':
      return role === 'prose' || role === 'author' ? 'text' : role
    case 'caption':
      return 'caption'
    case 'furniture':
      return KEPT_IN_FURNITURE.has(role) || role === 'published' || role === 'author' ? role : 'menu'
    case 'paragraph':
      return role === 'text' && (wordCount >= PARAGRAPH_WORDS || ending === 'stop') ? 'prose' : role
    case 'comment':
      // What readers wrote is no text of the article, however long.
      return role === 'prose' ? 'text' : role
    case 'bold':
    case 'links':
    case 'text':
      return role
  }
}
