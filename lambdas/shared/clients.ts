/** The clients of AWS that functions use: a connection that says nothing is given up while there is time to try again. */
import { AthenaClient } from '@aws-sdk/client-athena'
import { S3Client } from '@aws-sdk/client-s3'

const requestHandler = { connectionTimeout: 5_000, socketTimeout: 20_000 }

export const s3Client = (): S3Client => new S3Client({ requestHandler })
export const athenaClient = (): AthenaClient => new AthenaClient({ requestHandler })
