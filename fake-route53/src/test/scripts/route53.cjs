// A zone from its making to its end through the AWS SDK for JavaScript, with its waiter and its error classes.
const assert = require("node:assert/strict");
const {
    ChangeResourceRecordSetsCommand,
    CreateHostedZoneCommand,
    DeleteHostedZoneCommand,
    HostedZoneNotEmpty,
    InvalidChangeBatch,
    ListResourceRecordSetsCommand,
    NoSuchHostedZone,
    GetHostedZoneCommand,
    Route53Client,
    paginateListHostedZones,
    waitUntilResourceRecordSetsChanged,
} = require("@aws-sdk/client-route-53");

const client = new Route53Client({ endpoint: process.argv[2], region: "us-east-1" });

async function change(HostedZoneId, Changes) {
    const { ChangeInfo } = await client.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes } }));
    await waitUntilResourceRecordSetsChanged({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 }, { Id: ChangeInfo.Id });
}

async function listed(HostedZoneId) {
    const sets = [];
    let from = {};
    do {
        const page = await client.send(new ListResourceRecordSetsCommand({ HostedZoneId, MaxItems: 2, ...from }));
        sets.push(...page.ResourceRecordSets);
        from = page.IsTruncated && {
            StartRecordName: page.NextRecordName,
            StartRecordType: page.NextRecordType,
            StartRecordIdentifier: page.NextRecordIdentifier,
        };
    } while (from);
    return sets;
}

async function main() {
    const { HostedZone } = await client.send(new CreateHostedZoneCommand({ Name: "js.test", CallerReference: "js-1" }));
    const Id = HostedZone.Id;
    const names = [];
    for await (const page of paginateListHostedZones({ client, pageSize: 2 }, {})) {
        names.push(...page.HostedZones.map(zone => zone.Name));
    }
    assert.ok(names.includes("js.test.") && names.length >= 6, names);

    const values = (Name, Type, ...all) =>
        ({ Name, Type, TTL: 60, ResourceRecords: all.map(Value => ({ Value })) });
    const weighted = [1, 2, 3].map(n => ({
        ...values("w.js.test", "AAAA", "2001:db8::" + n), SetIdentifier: "n" + n, Weight: n }));
    const sets = [
        values("*.js.test", "A", "10.0.0.1"),
        values("js.test", "MX", "10 mail.js.test.", "20 other.js.test."),
        values("js.test", "TXT", "\"a <b> & \\\"c\\\"\""),
        ...weighted,
    ];
    await change(Id, sets.map(ResourceRecordSet => ({ Action: "CREATE", ResourceRecordSet })));
    await change(Id, [{
        Action: "CREATE",
        ResourceRecordSet: {
            Name: "js.test", Type: "AAAA",
            AliasTarget: { HostedZoneId: Id.replace("/hostedzone/", ""), DNSName: "w.js.test", EvaluateTargetHealth: false },
        },
    }]);
    const now = await listed(Id);
    assert.deepEqual(now.map(set => `${set.Name} ${set.Type} ${set.SetIdentifier ?? ""}`.trim()), [
        "js.test. AAAA", "js.test. MX", "js.test. NS", "js.test. SOA", "js.test. TXT",
        "\\052.js.test. A", "w.js.test. AAAA n1", "w.js.test. AAAA n2", "w.js.test. AAAA n3",
    ]);
    assert.equal(now[4].ResourceRecords[0].Value, sets[2].ResourceRecords[0].Value);

    await assert.rejects(change(Id, [
        { Action: "DELETE", ResourceRecordSet: { ...sets[0], TTL: 61 } },
        { Action: "DELETE", ResourceRecordSet: values("none.js.test", "A", "10.0.0.1") },
    ]), error => error instanceof InvalidChangeBatch && error.message.match(/Tried to delete/g).length === 2);
    await assert.rejects(
        client.send(new DeleteHostedZoneCommand({ Id })), error => error instanceof HostedZoneNotEmpty);
    await change(Id, now.filter(set => set.Type !== "NS" && set.Type !== "SOA")
        .map(ResourceRecordSet => ({ Action: "DELETE", ResourceRecordSet })));
    await client.send(new DeleteHostedZoneCommand({ Id }));
    await assert.rejects(client.send(new GetHostedZoneCommand({ Id })), error => error instanceof NoSuchHostedZone);
    console.log("route53.cjs: done");
}

main().catch(error => {
    console.error(error);
    process.exitCode = 1;
});
