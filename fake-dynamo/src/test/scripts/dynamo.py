"""A shop's table through boto3: the resource's own batch writer, conditions, paginator, waiters and error classes."""

import decimal
import sys

import boto3
from boto3.dynamodb.conditions import Attr, Key

dynamodb = boto3.resource("dynamodb", endpoint_url=sys.argv[1])
client = dynamodb.meta.client

table = dynamodb.create_table(
    TableName="py-orders",
    BillingMode="PAY_PER_REQUEST",
    AttributeDefinitions=[
        {"AttributeName": "customer", "AttributeType": "S"},
        {"AttributeName": "number", "AttributeType": "N"},
    ],
    KeySchema=[
        {"AttributeName": "customer", "KeyType": "HASH"},
        {"AttributeName": "number", "KeyType": "RANGE"},
    ],
)
client.get_waiter("table_exists").wait(TableName="py-orders", WaiterConfig={"Delay": 1})

price = decimal.Decimal("19.99")
with table.batch_writer(overwrite_by_pkeys=["customer", "number"]) as batch:
    for number in range(60):
        batch.put_item(Item={"customer": "ada", "number": number, "price": price * number, "open": number % 2 == 0})
    batch.delete_item(Key={"customer": "ada", "number": 59})

found = table.query(
    KeyConditionExpression=Key("customer").eq("ada") & Key("number").between(10, 19),
    FilterExpression=Attr("open").eq(True),
    ProjectionExpression="#n, price",
    ExpressionAttributeNames={"#n": "number"},
)
assert found["ScannedCount"] == 10, found
assert found["Items"] == [{"number": n, "price": price * n} for n in range(10, 20, 2)], found

pages = list(client.get_paginator("scan").paginate(TableName="py-orders", PaginationConfig={"PageSize": 25}))
assert [page["Count"] for page in pages] == [25, 25, 9], [page["Count"] for page in pages]

updated = table.update_item(
    Key={"customer": "ada", "number": 7},
    UpdateExpression="SET price = price - :discount, tags = :tags",
    ExpressionAttributeValues={":discount": decimal.Decimal("0.93"), ":tags": {"x", "y"}},
    ReturnValues="UPDATED_NEW",
)
assert updated["Attributes"] == {"price": decimal.Decimal("139"), "tags": {"x", "y"}}, updated

try:
    table.put_item(Item={"customer": "ada", "number": 7}, ConditionExpression=Attr("customer").not_exists())
    raise AssertionError("the condition did not fail")
except client.exceptions.ConditionalCheckFailedException as error:
    assert error.response["Error"]["Message"] == "The conditional request failed", error.response

table.delete()
client.get_waiter("table_not_exists").wait(TableName="py-orders", WaiterConfig={"Delay": 1})
print("dynamo.py: done")
