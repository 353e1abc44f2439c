"""A zone from its making to its end through boto3, with its waiter, its paginator and its error classes."""

import sys

import boto3

route53 = boto3.client("route53", endpoint_url=sys.argv[1])


def change(zone, *changes):
    made = route53.change_resource_record_sets(
        HostedZoneId=zone,
        ChangeBatch={"Changes": [{"Action": action, "ResourceRecordSet": record_set} for action, record_set in changes]},
    )
    waiter = route53.get_waiter("resource_record_sets_changed")
    waiter.wait(Id=made["ChangeInfo"]["Id"], WaiterConfig={"Delay": 1})


def values(name, record_type, *all_values):
    return {"Name": name, "Type": record_type, "TTL": 60, "ResourceRecords": [{"Value": value} for value in all_values]}


zone = route53.create_hosted_zone(Name="py.test", CallerReference="py-1")["HostedZone"]["Id"]
hosts = [values(f"h{n}.py.test.", "A", f"10.0.0.{n}") for n in range(1, 6)]
odd = [
    values("_sip._udp.py.test.", "NAPTR", '10 100 "S" "SIP+D2U" "!^.*$!sip:info@py.test!" .'),
    values("py.test.", "CAA", '0 issue "ca.py.test"', '128 iodef "mailto:pki@py.test"'),
    values("py.test.", "HTTPS", '1 . alpn="h2,h3" ipv6hint="2001:db8::1"'),
    values("1.py.test.", "PTR", "host.py.test."),
]
change(zone, *[("CREATE", record_set) for record_set in hosts + odd])

pages = list(
    route53.get_paginator("list_resource_record_sets").paginate(HostedZoneId=zone, PaginationConfig={"PageSize": 3})
)
assert len(pages) == 4, len(pages)
listed = {(s["Name"], s["Type"]): s for page in pages for s in page["ResourceRecordSets"]}
for record_set in hosts + odd:
    assert listed[(record_set["Name"], record_set["Type"])] == record_set, (record_set, listed)

change(zone, ("UPSERT", values("h1.py.test.", "A", "10.0.0.9")), ("DELETE", hosts[1]))
first = route53.list_resource_record_sets(
    HostedZoneId=zone, StartRecordName="h1.py.test", StartRecordType="A", MaxItems="2"
)["ResourceRecordSets"]
assert [s["Name"] for s in first] == ["h1.py.test.", "h3.py.test."], first
assert first[0]["ResourceRecords"] == [{"Value": "10.0.0.9"}], first

try:
    change(zone, ("CREATE", values("h3.py.test.", "A", "10.0.0.1")))
    raise AssertionError("a second CREATE was accepted")
except route53.exceptions.InvalidChangeBatch as error:
    assert "already exists" in str(error), error

change(zone, *[("DELETE", s) for s in odd + hosts[2:] + first[:1]])
route53.delete_hosted_zone(Id=zone)
try:
    route53.get_hosted_zone(Id=zone)
    raise AssertionError("the zone is still there")
except route53.exceptions.NoSuchHostedZone:
    pass
print("route53.py: done")
