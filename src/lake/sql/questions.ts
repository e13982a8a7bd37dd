/**
 * Questions that people ask of these tables, in the SQL that DuckDB and Athena share. Athena offers them by name in its
 * console; they are examples to start from.
 */
export interface Question {
  /** Kebab case. */
  readonly name: string
  readonly asks: string
  /** Rows come in a total order. */
  readonly sql: string
}

export const questions: readonly Question[] = [
  {
    name: 'most-quoted-speakers',
    asks: 'Who is quoted most, in how many articles, and how often directly?',
    sql: `SELECT speaker, speaker_type, count(*) AS quotes, count(DISTINCT article_id) AS articles,
  sum(CASE WHEN kind = 'direct' THEN 1 ELSE 0 END) AS direct_quotes
FROM quotes
WHERE speaker IS NOT NULL
GROUP BY speaker, speaker_type
ORDER BY quotes DESC, speaker, speaker_type
LIMIT 100`,
  },
  {
    name: 'quotes-with-their-articles',
    asks: 'What was said, by whom, in which article, and which text proves it?',
    sql: `SELECT q.quote_id, q.speaker, q.cue_lemma, q.text, a.title, a.published_on,
  substr(a.body, q.text_start + 1, q.text_end - q.text_start) AS text_in_article
FROM quotes AS q
JOIN articles AS a ON a.article_id = q.article_id
WHERE q.span_field = 'body'
ORDER BY q.quote_id
LIMIT 1000`,
  },
  {
    name: 'events-by-type-and-month',
    asks: 'What happened how often, by type of event and month?',
    sql: `SELECT type, CAST(date_trunc('month', occurred_min) AS DATE) AS month, count(*) AS events
FROM events
WHERE status = 'happened' AND occurred_min IS NOT NULL
GROUP BY type, CAST(date_trunc('month', occurred_min) AS DATE)
ORDER BY month, type`,
  },
  {
    name: 'events-and-who-asserts-them',
    asks: 'Which events rest on somebody’s word, and on whose?',
    sql: `SELECT e.event_id, e.type, e.status, e.trigger, e.place, e.occurred_on, q.speaker, q.cue_class
FROM events AS e
LEFT JOIN quotes AS q ON q.quote_id = e.quote_id
ORDER BY e.event_id
LIMIT 1000`,
  },
  {
    name: 'documents-without-articles',
    asks: 'Which documents gave no article, and why?',
    sql: `SELECT source_key, outcome, outcome_reason, media_type, size_bytes
FROM documents
WHERE outcome NOT IN ('parsed', 'partial', 'removed')
ORDER BY source_key
LIMIT 1000`,
  },
  {
    name: 'sources-and-languages',
    asks: 'How much is there of each outlet and language, and from when to when?',
    sql: `SELECT site_name, language, count(*) AS articles, min(published_min) AS first_day, max(published_max) AS last_day,
  sum(CASE WHEN duplicate_of IS NULL THEN 0 ELSE 1 END) AS duplicates
FROM articles
WHERE deleted_because IS NULL
GROUP BY site_name, language
ORDER BY articles DESC, site_name, language`,
  },
]
