// An instance's life through the AWS SDK for JavaScript, with its waiters and its paginator.
const assert = require("node:assert/strict");
const {
    DescribeInstancesCommand,
    EC2Client,
    RunInstancesCommand,
    TerminateInstancesCommand,
    paginateDescribeInstances,
    waitUntilInstanceRunning,
    waitUntilInstanceTerminated,
} = require("@aws-sdk/client-ec2");

const client = new EC2Client({ endpoint: process.argv[2], maxAttempts: 5 });
const patience = { client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 };

async function main() {
    const launch = new RunInstancesCommand({
        ImageId: "ami-0e2000000000000a2",
        InstanceType: "t3.micro",
        MinCount: 2,
        MaxCount: 2,
        ClientToken: "js-token-1",
        TagSpecifications: [{ ResourceType: "instance", Tags: [{ Key: "Name", Value: "js & co" }] }],
    });
    const launched = await client.send(launch);
    const ids = launched.Instances.map(instance => instance.InstanceId);
    assert.equal(ids.length, 2);
    const again = await client.send(launch);
    assert.deepEqual(again.Instances.map(instance => instance.InstanceId).sort(), [...ids].sort());

    await waitUntilInstanceRunning(patience, { InstanceIds: ids });
    const found = [];
    const filters = { Filters: [{ Name: "tag:Name", Values: ["js & co"] }, { Name: "instance-state-name", Values: ["running"] }] };
    for await (const page of paginateDescribeInstances({ client, pageSize: 5 }, filters)) {
        found.push(...page.Reservations.flatMap(reservation => reservation.Instances));
    }
    assert.deepEqual(found.map(instance => instance.InstanceId).sort(), [...ids].sort());
    assert.ok(found.every(instance => instance.LaunchTime instanceof Date));

    await client.send(new TerminateInstancesCommand({ InstanceIds: ids }));
    await waitUntilInstanceTerminated(patience, { InstanceIds: ids });
    await assert.rejects(
        client.send(new DescribeInstancesCommand({ InstanceIds: ["i-00000000000000bad"] })),
        error => error.name === "InvalidInstanceID.NotFound");
    console.log("ec2.cjs: done");
}

main().catch(error => {
    console.error(error);
    process.exitCode = 1;
});
