import { date, int32, optional, type Row, required, string, table } from './column.ts'
import { articleId, pipelineVersion, revision } from './shared.ts'

export const comments = table({
  name: 'comments',
  meaning: 'One row per reader comment shown with an article',
  primaryKey: ['comment_id'],
  references: [
    { column: 'article_id', table: 'articles', key: 'article_id' },
    { column: 'parent_comment_id', table: 'comments', key: 'comment_id' },
  ],
  columns: {
    comment_id: required(string, 'Comment: from article, document, rules and ordinal', 'c_1d3e5f7a9b2c4d6e'),
    article_id: articleId,
    revision,
    ordinal: required(int32, 'Place among the comments of the article, from 0', 0),
    parent_comment_id: optional(string, 'The comment it answers', 'it answers the article', 'c_0c2d4e6f8a1b3c5d'),
    author: optional(string, 'Name shown with the comment', 'none is shown', 'Salma'),
    text: required(string, 'What the comment says', 'خبر جيد'),
    posted_text: optional(string, 'The age or time as the page shows it', 'none is shown', 'منذ سنة شهرين'),
    posted_min: optional(date, 'Earliest calendar date that posted_text allows', 'unknown', '2022-12-21'),
    posted_max: optional(date, 'Latest calendar date that posted_text allows', 'unknown', '2023-01-20'),
    like_count: optional(int32, 'Likes shown', 'none are shown', 1),
    language: optional(string, 'Language of the comment, BCP 47', 'it could not be told', 'ar'),
    source_start: required(int32, 'First code point of the comment in the decoded document', 3120),
    source_end: required(int32, 'Code point after its last', 3700),
    pipeline_version: pipelineVersion,
  },
})

export type CommentRow = Row<typeof comments>
