/**
 * CloudFormation knows a resource by its logical id: under another one it is a new resource, and the old one goes, or stands in
 * the way with its name. Whoever adds to the data appends here; nothing here is ever edited.
 */
import { describe, expect, test } from 'vitest'
import { resourcesOf } from './synth.ts'

const frozen = [
  'Data Database AWS::Glue::Database',
  'Data InboxA8E05DC3 AWS::S3::Bucket',
  'Data InboxPolicy63A7501F AWS::S3::BucketPolicy',
  'Data IntakeDeadLettersA15864BB AWS::SQS::Queue',
  'Data IntakeDeadLettersPolicy486AD3D7 AWS::SQS::QueuePolicy',
  'Data IntakeQueue6FB53B87 AWS::SQS::Queue',
  'Data IntakeQueuePolicy7DD39EDA AWS::SQS::QueuePolicy',
  'Data Lake5F1B88EA AWS::S3::Bucket',
  'Data LakePolicy7B545488 AWS::S3::BucketPolicy',
  'Data Logs6819BB44 AWS::S3::Bucket',
  'Data LogsPolicy90DB40C9 AWS::S3::BucketPolicy',
  'Data PeopleWorkgroup AWS::Athena::WorkGroup',
  'Data Questiondocumentswithoutarticles AWS::Athena::NamedQuery',
  'Data Questioneventsandwhoassertsthem AWS::Athena::NamedQuery',
  'Data Questioneventsbytypeandmonth AWS::Athena::NamedQuery',
  'Data Questionmostquotedspeakers AWS::Athena::NamedQuery',
  'Data Questionquoteswiththeirarticles AWS::Athena::NamedQuery',
  'Data Questionsourcesandlanguages AWS::Athena::NamedQuery',
  'Data StagedArticlesTable10A9D5FF AWS::Glue::Table',
  'Data StagedCommentsTableAB0FD861 AWS::Glue::Table',
  'Data StagedDocumentsTableBA4B8C3B AWS::Glue::Table',
  'Data StagedEventsTable522D6AF3 AWS::Glue::Table',
  'Data StagedQuotesTableE28B848D AWS::Glue::Table',
  'Data WriterWorkgroup AWS::Athena::WorkGroup',
  'Publishing Distribution830FAC52 AWS::CloudFront::Distribution',
  'Publishing ReleasesE6BA3EBF AWS::S3::Bucket',
]

describe.each(['dev', 'prod'])('the stacks of %s', stage => {
  const made = resourcesOf(stage).map(({ stack, id, Type }) => `${stack} ${id} ${Type}`)

  test('have everything under the logical id that it was first deployed with', () => {
    expect(made).toEqual(expect.arrayContaining(frozen))
  })

  test('have no data under a logical id that is not frozen', () => {
    const holds = /^Data |::Bucket$|::Database$|::Distribution$/
    expect(made.filter(resource => holds.test(resource)).sort()).toEqual(frozen)
  })
})
