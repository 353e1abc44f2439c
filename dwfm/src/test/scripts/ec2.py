"""An instance's life through boto3: the resource's collections, the client's waiters and errors."""

import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

config = Config(retries={"mode": "standard", "max_attempts": 5})
ec2 = boto3.resource("ec2", endpoint_url=sys.argv[1], config=config)
client = ec2.meta.client


def wait(name, ids):
    client.get_waiter(name).wait(InstanceIds=ids, WaiterConfig={"Delay": 1})


(instance,) = ec2.create_instances(
    ImageId="ami-0e2000000000000a2",
    InstanceType="t3.micro",
    MinCount=1,
    MaxCount=1,
    TagSpecifications=[{"ResourceType": "instance", "Tags": [{"Key": "Name", "Value": "py"}]}],
)
wait("instance_running", [instance.id])
instance.reload()
assert instance.state["Name"] == "running", instance.state
assert instance.tags == [{"Key": "Name", "Value": "py"}], instance.tags
assert instance.placement["AvailabilityZone"].startswith("us-east-1"), instance.placement

instance.create_tags(Tags=[{"Key": "Owner", "Value": "me"}])
filters = [{"Name": "tag:Owner", "Values": ["m?"]}]
assert [found.id for found in ec2.instances.filter(Filters=filters)] == [instance.id]

instance.stop()
wait("instance_stopped", [instance.id])
instance.start()
wait("instance_running", [instance.id])

dry = None
try:
    client.terminate_instances(InstanceIds=[instance.id], DryRun=True)
except ClientError as error:
    dry = error.response["Error"]["Code"]
assert dry == "DryRunOperation", dry

instance.terminate()
wait("instance_terminated", [instance.id])
print("ec2.py: done")
