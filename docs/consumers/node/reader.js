// Prints every entry of the digest as a line of JSON, by entry id; with --follow also each change after that.
import { randomUUID } from 'node:crypto'
import { SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry'
import avro from 'avsc'
import kafkajs from 'kafkajs'
import lz4 from 'lz4js'

const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = kafkajs
const brokers = (process.env.KAFKA ?? 'localhost:9092').split(',')
const host = process.env.REGISTRY ?? 'http://localhost:8081/apis/ccompat/v7'
const topic = process.env.TOPIC ?? 'courant.digest-entries'

// Courant compresses with LZ4, which kafkajs leaves to a library.
CompressionCodecs[CompressionTypes.LZ4] = () => ({ decompress: async bytes => Buffer.from(lz4.decompress(bytes)) })

// Dates and times, not numbers.
class Day extends avro.types.LogicalType {
  _fromValue(days) { return new Date(days * 86_400_000).toISOString().slice(0, 10) }
}
class Time extends avro.types.LogicalType {
  _fromValue(millis) { return new Date(millis).toISOString() }
}
const logicalTypes = { date: Day, 'timestamp-millis': Time }

const kafka = new Kafka({ brokers, logLevel: logLevel.ERROR })
const registry = new SchemaRegistry({ host }, { [SchemaType.AVRO]: { logicalTypes } })
const consumer = kafka.consumer({
  groupId: `digest-reader-${randomUUID()}`, // kafkajs always reads as a group; this one commits nothing
  allowAutoTopicCreation: false,
  readUncommitted: false // nothing of a transaction that was aborted
})

// Where each partition that has records ends now.
const admin = kafka.admin()
await admin.connect()
const ends = (await admin.fetchTopicOffsets(topic)).filter(({ low, high }) => low !== high)
await admin.disconnect()
const unread = new Map(ends.map(({ partition, high }) => [partition, BigInt(high)]))

const digest = new Map()
let caughtUp = false

async function apply({ key, value }) {
  const entryId = key.toString()
  if (value === null) {
    digest.delete(entryId) // a tombstone withdraws the entry
  } else {
    digest.set(entryId, await registry.decode(value)) // the newest value of a key is the entry
  }
  if (caughtUp) print(digest.get(entryId) ?? { withdrawn: entryId })
}

async function whenCaughtUp() {
  if (caughtUp || unread.size > 0) return
  caughtUp = true
  for (const entryId of [...digest.keys()].sort()) print(digest.get(entryId))
  if (!process.argv.includes('--follow')) await consumer.disconnect()
}

function print(value) {
  console.log(JSON.stringify(value))
}

// Of batches, since the last record of a partition is one that no message shows: the mark of a transaction.
consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload: { partition, lastOffset } }) => {
  if (BigInt(lastOffset) + 1n >= (unread.get(partition) ?? 0n)) unread.delete(partition)
  whenCaughtUp()
})

consumer.on(consumer.events.CRASH, ({ payload: { restart } }) => {
  if (!restart) process.exitCode = 1
})

await consumer.connect()
await consumer.subscribe({ topic, fromBeginning: true })
await consumer.run({ autoCommit: false, eachMessage: ({ message }) => apply(message) })
await whenCaughtUp() // where the topic is empty
