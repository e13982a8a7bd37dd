"""State machines of templates are executed, with the permissions of their own role, as often as somebody starts them."""

import copy
import re

import boto3
from botocore.config import Config
from moto.core.config import default_user_config
from moto.stepfunctions.parser.asl.utils import boto_client
from moto.sts.models import sts_backends

# A number without a point, which moto does not take for a percentage.
WHOLE_PERCENTAGE = re.compile(r'("ToleratedFailurePercentage":\s*\d+)(?=[,}\s])')


def client_of_role(port):
    """Makes clients of other services, as a state machine calls them."""

    def client_for(region, service, state_credentials=None):
        role = state_credentials.role_arn
        assumed = sts_backends[role.split(":")[4]]["aws"].assume_role(
            region_name=region, role_session_name="states", role_arn=role, policy="", duration=3600, external_id=""
        )
        return boto3.client(
            service,
            region_name=region,
            endpoint_url=f"http://127.0.0.1:{port}",
            aws_access_key_id=assumed.access_key_id,
            aws_secret_access_key=assumed.secret_access_key,
            aws_session_token=assumed.session_token,
            config=Config(parameter_validation=False, retries={"total_max_attempts": 1}, read_timeout=900),
        )

    return client_for


def execute(port):
    default_user_config["stepfunctions"]["execute_state_machine"] = True
    boto_client.boto_client_for = client_of_role(port)  # before those are loaded that import it by name

    from moto.stepfunctions import models
    from moto.stepfunctions.parser import models as executed

    models.stepfunctions_backends = executed.stepfunctions_parser_backends
    machine, backend = models.StateMachine, executed.StepFunctionsParserBackend
    machine.__deepcopy__ = lambda self, _: copy.copy(self)  # it holds the threads of its executions

    has_attribute, get_attribute = machine.has_cfn_attr, machine.get_cfn_attribute
    machine.has_cfn_attr = classmethod(lambda cls, name: name == "Arn" or has_attribute(name))
    machine.get_cfn_attribute = lambda self, name: self.arn if name == "Arn" else get_attribute(self, name)

    create = backend.create_state_machine

    def create_readable(self, name, definition, *args, **kwargs):
        return create(self, name, WHOLE_PERCENTAGE.sub(r"\1.0", definition), *args, **kwargs)

    backend.create_state_machine = create_readable
