package emptyrecord.dynamo;

import java.util.List;
import java.util.Set;

/** All operations, by how often they are sent. */
final class FuzzedOperations {

    static final Set<String> WRITES = Set.of(
            "PutItem",
            "UpdateItem",
            "DeleteItem",
            "BatchWriteItem",
            "TransactWriteItems",
            "ExecuteStatement",
            "BatchExecuteStatement",
            "ExecuteTransaction");

    static final List<String> OTHERS = List.of(
            "CreateTable",
            "UpdateTable",
            "DescribeTable",
            "ListTables",
            "DeleteTable",
            "UpdateTimeToLive",
            "DescribeTimeToLive",
            "TagResource",
            "UntagResource",
            "ListTagsOfResource",
            "DescribeLimits",
            "DescribeEndpoints",
            "ListStreams",
            "DescribeStream",
            "GetShardIterator",
            "GetRecords");

    /** Most requests; one that is named twice is sent as often as two. */
    static final List<String> OF_ITEMS = List.of(
            "PutItem",
            "UpdateItem",
            "UpdateItem",
            "DeleteItem",
            "GetItem",
            "Query",
            "Scan",
            "BatchGetItem",
            "BatchWriteItem",
            "TransactGetItems",
            "TransactWriteItems",
            "ExecuteStatement",
            "ExecuteStatement",
            "BatchExecuteStatement",
            "ExecuteTransaction");

    private FuzzedOperations() {}
}
