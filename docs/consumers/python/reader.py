"""Prints every entry of the digest as a line of JSON, by entry id; with --follow also each change after that."""

import io
import json
import os
import sys
import urllib.request

import avro.io
import avro.schema
from confluent_kafka import OFFSET_BEGINNING, Consumer, KafkaError, KafkaException, TopicPartition

KAFKA = os.environ.get("KAFKA", "localhost:9092")
REGISTRY = os.environ.get("REGISTRY", "http://localhost:8081/apis/ccompat/v7")
TOPIC = os.environ.get("TOPIC", "courant.digest-entries")

readers = {}
digest = {}


def decode(value):
    """Confluent's wire format: a zero, the id of the schema in four bytes, Avro."""
    schema_id = int.from_bytes(value[1:5], "big")
    if schema_id not in readers:
        with urllib.request.urlopen(f"{REGISTRY}/schemas/ids/{schema_id}", timeout=30) as answer:
            readers[schema_id] = avro.io.DatumReader(avro.schema.parse(json.load(answer)["schema"]))
    return readers[schema_id].read(avro.io.BinaryDecoder(io.BytesIO(value[5:])))


def show(value):
    print(json.dumps(value, ensure_ascii=False, default=lambda time: time.isoformat()), flush=True)


def apply(message):
    entry_id = message.key().decode()
    if message.value() is None:
        digest.pop(entry_id, None)  # a tombstone withdraws the entry
    else:
        digest[entry_id] = decode(message.value())  # the newest value of a key is the entry
    return entry_id


consumer = Consumer({
    "bootstrap.servers": KAFKA,
    "isolation.level": "read_committed",  # nothing of a transaction that was aborted
    "enable.partition.eof": True,  # says when a partition has been read to its end
    "enable.auto.commit": False,
    "group.id": "digest-reader",  # the client insists on a name; no group is joined
})
partitions = consumer.list_topics(TOPIC, timeout=30).topics[TOPIC].partitions
consumer.assign([TopicPartition(TOPIC, partition, OFFSET_BEGINNING) for partition in partitions])

unread = set(partitions) or sys.exit(f"there is no topic {TOPIC}")
while unread:
    message = consumer.poll(1)
    if message is None:
        continue
    if not message.error():
        apply(message)
    elif message.error().code() == KafkaError._PARTITION_EOF:
        unread.discard(message.partition())
    else:
        raise KafkaException(message.error())

for entry_id in sorted(digest):
    show(digest[entry_id])

while "--follow" in sys.argv:
    message = consumer.poll(1)
    if message is not None and not message.error():
        entry_id = apply(message)
        show(digest.get(entry_id, {"withdrawn": entry_id}))
    elif message is not None and message.error().code() != KafkaError._PARTITION_EOF:
        raise KafkaException(message.error())

consumer.close()
