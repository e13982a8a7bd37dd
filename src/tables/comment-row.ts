import type { CommentRow } from '../../schemas/index.ts'
import type { Comment, DateValue } from '../types.ts'
import { pipelineVersion } from '../version.ts'
import type { ArticleKeys } from './keys.ts'

const commentId = (keys: ArticleKeys, ordinal: number): string => keys.child('c', 'comment', ordinal)

/** `sourceOffset` turns an offset into the page's text from code units into code points. */
export function commentRow(
  comment: Comment,
  posted: DateValue | null,
  ordinal: number,
  keys: ArticleKeys,
  sourceOffset: (offset: number) => number,
): CommentRow {
  return {
    comment_id: commentId(keys, ordinal),
    ...keys.article,
    ordinal,
    parent_comment_id: comment.parent === null ? null : commentId(keys, comment.parent),
    author: comment.author,
    text: comment.text,
    posted_text: comment.postedText,
    posted_min: posted?.min ?? null,
    posted_max: posted?.max ?? null,
    like_count: comment.likeCount,
    language: comment.language,
    source_start: sourceOffset(comment.source.start),
    source_end: sourceOffset(comment.source.end),
    pipeline_version: pipelineVersion,
  }
}
