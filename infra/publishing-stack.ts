import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { PeoplePolicy } from './constructs/people-policy.ts'
import { privateBucket } from './constructs/private-bucket.ts'
import type { DataStack } from './data-stack.ts'
import type { Settings } from './settings.ts'

interface PublishingStackProps extends StackProps {
  readonly settings: Settings
  readonly data: DataStack
}

/**
 * Open releases and the site, read by the public through CloudFront alone. The bucket stands here and not with the other data
 * because its policy names the one distribution that may read it, and each needs the other. Full releases are in no bucket
 * of this stack: CloudFront may read all of this one, so that no rule, and no mistake in a rule, decides what it serves.
 */
export class PublishingStack extends Stack {
  readonly releases: IBucket
  readonly distribution: Distribution

  constructor(scope: Construct, id: string, { settings, data, ...props }: PublishingStackProps) {
    super(scope, id, props)
    this.releases = privateBucket(this, 'Releases', {
      bucketName: data.names.releasesBucket,
      keeps: settings.keepsData,
      versioned: true,
      serverAccessLogsBucket: data.logs,
      serverAccessLogsPrefix: 'releases/',
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(7), noncurrentVersionExpiration: Duration.days(90) },
      ],
    })
    const { domain } = settings
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Presslake releases, ${settings.stage}`,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_ALL,
      ...(domain && {
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      }),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.releases),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
        // Each object says for how long it holds: a release for ever, `latest.json` for a minute.
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: this.headers(),
        compress: true,
      },
    })
    const policy = new PeoplePolicy(this, 'Publisher', { stage: settings.stage, role: 'publisher' })
    new CfnOutput(this, 'PublisherPolicy', {
      value: policy.managedPolicyArn,
      description: 'To be attached to those who publish releases',
    })
    new CfnOutput(this, 'Address', { value: `https://${domain?.name ?? this.distribution.distributionDomainName}/` })
  }

  /** Readers in a browser (DuckDB-WASM) ask for ranges of files from other sites; pages run no script but their own. */
  private headers(): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      corsBehavior: {
        accessControlAllowCredentials: false,
        accessControlAllowOrigins: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD', 'OPTIONS'],
        accessControlAllowHeaders: ['Range', 'If-Match', 'If-None-Match', 'If-Modified-Since'],
        accessControlExposeHeaders: ['Content-Length', 'Content-Range', 'ETag', 'Accept-Ranges'],
        accessControlMaxAge: Duration.days(1),
        originOverride: true,
      },
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: "default-src 'self'; img-src 'self' data:", override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
      },
    })
  }
}
