/** Lines by which the parts of a page are found. */
import type { Role, RoleLine } from './roles.ts'

/** After these no body goes on. */
export const FINAL: ReadonlySet<Role> = new Set<Role>(['comments', 'commentsClosed', 'commentsNone', 'commentForm'])
/** Lines with these roles end a body, unless it plainly goes on behind them. */
export const ENDS: ReadonlySet<Role> = new Set<Role>([...FINAL, 'tail', 'legal', 'tags', 'endMark', 'source'])
/** What stands between the title of an article and its body. */
const ANCHORS: ReadonlySet<Role> = new Set<Role>(['author', 'published', 'updated', 'stamp', 'translator'])

/** Whether a line is a byline or a date of publication; times of day alone are those of a live blog. */
export const isAnchor = ({ role, stamp }: RoleLine): boolean =>
  ANCHORS.has(role) && !(role === 'stamp' && stamp?.kind === 'clock')

export const isTitleLike = ({ role, wordCount, ending }: RoleLine): boolean =>
  (role === 'text' || role === 'prose') && wordCount >= 4 && wordCount <= 25 && ending !== 'stop' && ending !== 'comma'

/**
 * Whether a line of a body begins like a byline but has no colon: unless it stands at the edge of the body it is text, as in
 * «Written constitutions».
 */
export const isWeakByline = ({ role, separated }: RoleLine, at: number, count: number): boolean =>
  (role === 'author' || role === 'translator') && !separated && at > 0 && at < count - 2
