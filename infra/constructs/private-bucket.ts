import { RemovalPolicy } from 'aws-cdk-lib'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'

interface PrivateBucketProps extends BucketProps {
  readonly bucketName: string
  /** Whether it outlives its stack. */
  readonly keeps: boolean
}

/** A bucket that is encrypted, closed to the public and to plain HTTP. */
export function privateBucket(scope: Construct, id: string, { keeps, ...props }: PrivateBucketProps): IBucket {
  return new Bucket(scope, id, {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    removalPolicy: keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    ...props,
  }) as IBucket
}
