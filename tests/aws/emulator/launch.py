"""Starts moto with what it lacks for our templates, which are not changed for it.

Arguments: the port to listen on, and the address that runs functions (see runtime.ts).
What is only recorded here is listed in docs/aws-checklist.md, and asserted on the template instead.
"""

import itertools
import json
import os
import sys
import time
import types
import urllib.request
from urllib.parse import quote_plus, unquote

PORT, BRIDGE = sys.argv[1], sys.argv[2]
os.environ["MOTO_PORT"] = PORT

from moto import settings
from moto.core.common_models import CloudFormationModel
from moto.core.exceptions import JsonRESTError

settings.moto_server_host.cache_clear()
settings.moto_server_host = lambda: "http://127.0.0.1"

RECORDED = """
    AWS::Athena::NamedQuery AWS::Athena::WorkGroup AWS::CloudFront::Distribution AWS::CloudFront::OriginAccessControl
    AWS::CloudFront::ResponseHeadersPolicy AWS::CloudWatch::Alarm AWS::Glue::Database AWS::Glue::Table
    AWS::Lambda::EventInvokeConfig AWS::S3::BucketPolicy AWS::SNS::TopicPolicy AWS::SQS::QueuePolicy AWS::Scheduler::Schedule
""".split()


def recorded(type_name):
    """A type of resource that is taken note of and has no effect."""

    class Recorded(CloudFormationModel):
        __module__ = "moto.recorded"  # moto reads the name of the service from it

        def __init__(self, name):
            self.name = name

        @property
        def physical_resource_id(self):
            return self.name

        @staticmethod
        def cloudformation_name_type():
            return None

        @staticmethod
        def cloudformation_type():
            return type_name

        @classmethod
        def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
            return cls(resource_name)

        @classmethod
        def update_from_cloudformation_json(cls, original_resource, *_, **__):
            return original_resource

        @classmethod
        def delete_from_cloudformation_json(cls, *_, **__):
            pass

        @classmethod
        def has_cfn_attr(cls, attr):
            return True

        def get_cfn_attribute(self, attribute_name):
            return f"{self.name}.{attribute_name}"

    return Recorded


KEPT = [recorded(name) for name in RECORDED]

from moto.awslambda.models import LambdaBackend, LambdaFunction
from moto.cloudformation import parsing
from moto.iam import access_control
from moto.s3 import notifications
from moto.s3.models import FakeBucket, S3Backend

parsing.NULL_MODELS.append("AWS::CDK::Metadata")


# Buckets: versions and notifications, which moto leaves out of CloudFormation.

make_bucket = FakeBucket.create_from_cloudformation_json.__func__


def create_bucket(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs):
    bucket = make_bucket(cls, resource_name, cloudformation_json, account_id, region_name, **kwargs)
    properties = cloudformation_json.get("Properties", {})
    if "VersioningConfiguration" in properties:
        bucket.versioning_status = properties["VersioningConfiguration"]["Status"]
    queues = properties.get("NotificationConfiguration", {}).get("QueueConfigurations", [])
    if queues:
        bucket.set_notification_configuration(
            {"QueueConfiguration": [{"Queue": q["Queue"], "Event": [q["Event"]]} for q in queues]}
        )
    return bucket


FakeBucket.create_from_cloudformation_json = classmethod(create_bucket)


# Notifications: version, sequencer, and a key encoded as S3 encodes it.

sequence = itertools.count(1)
make_event = notifications._get_s3_event


def s3_event(event_name, bucket, key, notification_id):
    event = make_event(event_name, bucket, key, notification_id)
    described = event["Records"][0]["s3"]["object"]
    described["key"] = quote_plus(key.name, safe="/")
    described["sequencer"] = f"{int(time.time()):010X}{next(sequence):08X}"
    if bucket.is_versioned:
        described["versionId"] = str(key.version_id)
    return event


notifications._get_s3_event = s3_event

delete_object = S3Backend.delete_object


def delete_and_tell(self, bucket_name, key_name, version_id=None, bypass=False):
    result = delete_object(self, bucket_name, key_name, version_id, bypass)
    bucket = self.get_bucket(bucket_name)
    if bucket.is_versioned and version_id is None:
        marker = types.SimpleNamespace(name=key_name, etag="", size=0, version_id=result[1].get("version-id"))
        event = notifications.S3NotificationEvent.OBJECT_REMOVED_DELETE_MARKER_CREATED_EVENT
        notifications.send_event(self.account_id, event, bucket, marker)
    return result


S3Backend.delete_object = delete_and_tell


# Functions: run outside, from the code that was deployed. Nobody polls the queues; the suite does.


def invoke(self, body, request_headers, response_headers):
    call = {
        "name": self.function_name,
        "role": self.role,
        "handler": self.handler,
        "timeout": self.timeout,
        "memory": self.memory_size,
        "environment": self.environment_vars,
        "bucket": self.code["S3Bucket"],
        "key": self.code["S3Key"],
        "payload": json.loads(body or "{}"),
    }
    request = urllib.request.Request(BRIDGE, json.dumps(call).encode(), {"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=900) as response:
        if response.headers.get("x-function-error"):
            response_headers["x-amz-function-error"] = "Unhandled"
        return response.read()


LambdaFunction.invoke = invoke

map_source = LambdaBackend.create_event_source_mapping


def map_without_polling(self, spec):
    from moto.sqs.models import sqs_backends

    mapping = map_source(self, spec)
    for queue in sqs_backends[self.account_id][self.region_name].queues.values():
        queue.lambda_event_source_mappings.clear()
    return mapping


LambdaBackend.create_event_source_mapping = map_without_polling


# Templates: moto knows the address of one by the word "localhost" alone.

from moto.cloudformation import responses

fetch_template = responses.get_stack_from_s3_url


def template_at(template_url, **kwargs):
    return fetch_template(template_url.replace("127.0.0.1", "localhost"), **kwargs)


responses.get_stack_from_s3_url = template_at


# Answers of custom resources: moto looks for the stack in the wrong region, and takes a failure for no answer.

from moto.cloudformation import cloudformation_backends


def take_answer(self):
    stack_id = self._get_param("StackId")
    _, _, _, region, account, _ = stack_id.split(":", 5)
    stack = cloudformation_backends[account][region].get_stack(stack_id)
    if self._get_param("Status") == "SUCCESS":
        stack.get_custom_resource(self._get_param("LogicalResourceId")).set_data(self._get_param("Data") or {})
        stack.verify_readiness()
    else:
        stack.status = "CREATE_FAILED"
        stack.status_reason = self._get_param("Reason")
    return 200, {"status": 200}, "{}"


responses.CloudFormationResponse.process_cfn_response = take_answer


# Permissions are checked, signatures are not: moto computes wrong ones for keys such as `batch=1/`.

access_control.IAMRequestBase.check_signature = lambda self: None

# The suite assumes the role of a function in Lambda's place; moto fails on a service as a principal.

access_control.IAMRequestBase._check_role_trust_relationship = lambda self, *_, **__: True

# moto checks permissions of these services for no resource in particular, and refuses in XML what is asked in JSON.


def named_resource(request):
    """The resource that a call names, as its ARN; None for other calls."""
    place = f"arn:aws:{request._service}:{request._region}:{request.account_id}:"
    if request._service == "lambda":
        function = unquote(request._path.partition("/functions/")[2].split("/")[0])
        if function.startswith("arn:"):
            return function
        return place + "function:" + function if function else None
    if request._service == "cloudfront":
        distribution = request._path.partition("/distribution/")[2].split("/")[0]
        return f"arn:aws:cloudfront::{request.account_id}:distribution/{distribution}" if distribution else None
    if request._service not in ("sqs", "logs", "states"):
        return None
    asked = json.loads(request._body or "{}")
    if request._service == "states":
        return asked.get("executionArn") or asked.get("stateMachineArn")
    queue = asked.get("QueueName") or asked.get("QueueUrl", "").split("/")[-1]
    group = asked.get("logGroupName")
    return place + queue if queue else place + f"log-group:{group}:*" if group else None


check_permitted = access_control.IAMRequestBase.check_action_permitted


def check_named_resource(self, resource):
    # IAM calls this action by another name than the API.
    if self._action == "lambda:Invoke":
        self._action = "lambda:InvokeFunction"
    self.asked_for = named_resource(self) or resource
    check_permitted(self, self.asked_for)


access_control.IAMRequestBase.check_action_permitted = check_named_resource

refuse = access_control.IAMRequest._raise_access_denied


def refuse_as_asked(self):
    if self._service not in ("lambda", "sqs", "logs", "states"):
        refuse(self)
    message = f"User: {self._access_key.arn} is not authorized to perform: {self._action} on resource: {self.asked_for}"
    refusal = JsonRESTError("AccessDeniedException", message)
    refusal.code = 400 if self._service != "lambda" else 403
    raise refusal


access_control.IAMRequest._raise_access_denied = refuse_as_asked

# Listings of versions: keys as S3 spells them when it is asked to, which moto does for listings of objects alone.

from moto.s3 import responses as bucket_responses

serialize = bucket_responses.S3Response.serialized


def serialize_as_asked(self, answer):
    if self.data.get("Action") == "ListObjectVersions" and self.querystring.get("encoding-type") == ["url"]:
        result = answer.result
        for entry in [*result["Versions"], *result["DeleteMarkers"]]:
            entry["Key"] = quote_plus(entry["Key"], safe="/")
        if result.get("NextKeyMarker"):
            result["NextKeyMarker"] = quote_plus(result["NextKeyMarker"], safe="/")
    return serialize(self, answer)


bucket_responses.S3Response.serialized = serialize_as_asked

# CloudFront: the distribution is only recorded, and takes invalidations all the same.

from moto.cloudfront.models import CloudFrontBackend


def recorded_distribution(self, distribution_id):
    return types.SimpleNamespace(distribution_id=distribution_id, location=f"/{distribution_id}"), "etag"


def recorded_invalidation(self, dist_id, id):
    return next(one for one in self.invalidations[dist_id] if one.id == id)


CloudFrontBackend.get_distribution = recorded_distribution
CloudFrontBackend.get_invalidation = recorded_invalidation
CloudFrontBackend.list_invalidations = lambda self, dist_id: self.invalidations.get(dist_id, [])

sys.dont_write_bytecode = True  # nothing is left in the tree

import machines

machines.execute(PORT)

from moto.server import main

main(["-H", "127.0.0.1", "-p", PORT])
