// A shop's table through the AWS SDK for JavaScript: its own waiters, paginators, error classes and document client.
const assert = require("node:assert/strict");
const {
    ConditionalCheckFailedException,
    CreateTableCommand,
    DeleteTableCommand,
    DynamoDBClient,
    TransactionCanceledException,
    waitUntilTableExists,
    waitUntilTableNotExists,
} = require("@aws-sdk/client-dynamodb");
const {
    BatchWriteCommand,
    DynamoDBDocumentClient,
    GetCommand,
    PutCommand,
    TransactWriteCommand,
    UpdateCommand,
    paginateQuery,
} = require("@aws-sdk/lib-dynamodb");

const table = { TableName: "js-orders" };
const client = new DynamoDBClient({ endpoint: process.argv[2] });
const documents = DynamoDBDocumentClient.from(client);
const patience = { client, maxWaitTime: 30, minDelay: 1, maxDelay: 1 };

async function main() {
    await client.send(new CreateTableCommand({
        ...table,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [
            { AttributeName: "customer", AttributeType: "S" },
            { AttributeName: "number", AttributeType: "N" },
        ],
        KeySchema: [
            { AttributeName: "customer", KeyType: "HASH" },
            { AttributeName: "number", KeyType: "RANGE" },
        ],
    }));
    await waitUntilTableExists(patience, table);

    const orders = [...Array(25).keys()].map(number => ({
        customer: "ada", number, parts: [{ sku: "é-" + number, count: number / 4 }], tags: new Set(["new", "js"]),
    }));
    const written = await documents.send(new BatchWriteCommand({
        RequestItems: { "js-orders": orders.map(Item => ({ PutRequest: { Item } })) },
    }));
    assert.deepEqual(written.UnprocessedItems, {});

    const read = [];
    let pages = 0;
    const query = {
        ...table,
        KeyConditionExpression: "customer = :c AND #n BETWEEN :from AND :to",
        ExpressionAttributeNames: { "#n": "number" },
        ExpressionAttributeValues: { ":c": "ada", ":from": 3, ":to": 22 },
        ScanIndexForward: false,
    };
    for await (const page of paginateQuery({ client: documents, pageSize: 6 }, query)) {
        read.push(...page.Items);
        pages++;
    }
    assert.equal(pages, 4);
    assert.deepEqual(read, orders.slice(3, 23).reverse());

    const key = { ...table, Key: { customer: "ada", number: 7 } };
    const updated = await documents.send(new UpdateCommand({
        ...key,
        UpdateExpression: "SET parts[0].#c = parts[0].#c + :one REMOVE tags",
        ExpressionAttributeNames: { "#c": "count" },
        ExpressionAttributeValues: { ":one": 1 },
        ReturnValues: "ALL_NEW",
    }));
    assert.deepEqual(updated.Attributes, { customer: "ada", number: 7, parts: [{ sku: "é-7", count: 2.75 }] });

    await assert.rejects(
        documents.send(new PutCommand({
            ...table, Item: key.Key, ConditionExpression: "attribute_not_exists(customer)",
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        })),
        error => error instanceof ConditionalCheckFailedException && error.Item.number.N === "7");
    await assert.rejects(
        documents.send(new TransactWriteCommand({
            TransactItems: [
                { Put: { ...table, Item: { customer: "bob", number: 1 } } },
                { Delete: { ...key, ConditionExpression: "attribute_exists(tags)" } },
            ],
        })),
        error => error instanceof TransactionCanceledException
            && error.CancellationReasons.map(reason => reason.Code).join() === "None,ConditionalCheckFailed");
    const none = await documents.send(new GetCommand({ ...table, Key: { customer: "bob", number: 1 } }));
    assert.equal(none.Item, undefined);

    await client.send(new DeleteTableCommand(table));
    await waitUntilTableNotExists(patience, table);
    console.log("dynamo.cjs: done");
}

main().catch(error => {
    console.error(error);
    process.exitCode = 1;
});
