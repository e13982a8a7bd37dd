import { code, int32, int64, list, optional, type Row, required, string, struct, table, timestamp } from './column.ts'
import { pipelineVersion, revision, sourceKey } from './shared.ts'
import { outcomes } from './vocabularies.ts'

export const documents = table({
  name: 'documents',
  meaning: 'One row per object ever dropped into the inbox, with what became of it',
  primaryKey: ['source_key'],
  columns: {
    document_id: optional(
      string,
      'SHA-256 of the bytes, lower-case hexadecimal',
      'the object was removed, or refused for its size, before it was read',
      '9b74c9897bac770ffc029102a200c5de5f2b1c7d6f0e3c1a4b8d9e0f1a2b3c4d',
    ),
    source_key: sourceKey,
    source_version: optional(
      string,
      'Version id of the object in a versioned bucket',
      'the store keeps no versions',
      '3sL4kqtJlcpXroDTDmJ.rmSpXd3dIbrHY',
    ),
    revision,
    media_type: optional(string, 'Media type that was read, found in the bytes', 'it could not be told', 'text/plain'),
    charset: optional(
      string,
      'Encoding the text was decoded from, WHATWG name',
      'the document is not text',
      'windows-1256',
    ),
    size_bytes: optional(int64, 'Size of the object in bytes', 'the object was removed before it was read', 6298),
    outcome: required(code(outcomes), 'What became of the object', 'parsed'),
    outcome_reason: optional(
      string,
      'Why the outcome is not parsed: what was expected and what came',
      'there is nothing to explain',
      'expected text, found a PNG image',
    ),
    issues: required(
      list(
        struct({
          code: required(string, 'What was noticed, as a stable word', 'replacement_characters'),
          detail: required(
            string,
            'What was expected, what came and where',
            '3 bytes are not valid UTF-8, first at 118',
          ),
        }),
      ),
      'What was noticed while reading that does not stop the row from being used',
      [],
    ),
    article_count: required(int32, 'Number of articles found in the document', 1),
    captured_at: optional(
      timestamp,
      'When the document was captured, as told beside it',
      'not told',
      '2024-03-20T00:00:00Z',
    ),
    pipeline_version: pipelineVersion,
  },
})

export type DocumentRow = Row<typeof documents>
