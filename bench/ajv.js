// How long ajv takes for the bodies that write_bodies has written, JSON.parse included, and how long
// JSON.parse takes alone:
//
//   node ajv.js AJV SCHEMA FOLDER
//
// SCHEMA has no rules, FOLDER/schema.json has them.
// Prints JSON: nanoseconds a body, by set of bodies, the median of rounds that take turns.
const {readdirSync, readFileSync} = require('fs')
const {join} = require('path')

const [ajvFolder, schemaFile, folder] = process.argv.slice(2)
const Ajv = require(ajvFolder)

const ROUNDS = 9
const ROUND_NS = 50e6

// Not strict: it does not know the keywords and formats that only admit knows.
function compiled(file) {
  const schema = JSON.parse(readFileSync(file, 'utf8'))
  const validate = new Ajv({strict: false, validateFormats: false}).compile(schema)
    return validate
}

const validate = compiled(schemaFile)
const validateRules = compiled(join(folder, 'schema.json'))
const contenders = {
  'ajv': (text) => validate(JSON.parse(text)),
  'ajv_rules': (text) => validateRules(JSON.parse(text)),
  'json_parse': (text) => JSON.parse(text) !== null,
}

function textsOf(set) {
  const names = readdirSync(join(folder, set)).sort()
  return names.map((name) => readFileSync(join(folder, set, name), 'utf8'))
}

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1]

// Nanoseconds a body: of the clock or of the processor, whichever is less. Others may have the processor
// in between, and garbage is also collected by other threads.
function timeOf(accepts, texts) {
  const begun = process.hrtime.bigint()
  const usage = process.cpuUsage()
  let bodies = 0
  let passed = 0
  while (passed < ROUND_NS) {
    for (const text of texts) {
      if (!accepts(text)) throw new Error('a body was refused')
    }
    bodies += texts.length
    passed = Number(process.hrtime.bigint() - begun)
  }
  const {user, system} = process.cpuUsage(usage)
  return Math.min(passed, (user + system) * 1000) / bodies
}

function measure(set) {
  const texts = textsOf(set)
  const names = Object.keys(contenders)
  const times = Object.fromEntries(names.map((name) => [name, []]))
  for (const name of names) timeOf(contenders[name], texts)  // until it is compiled
  for (let round = 0; round < ROUNDS; ++round) {
    for (const name of names) times[name].push(timeOf(contenders[name], texts))
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])]))
}

const sets = readdirSync(folder, {withFileTypes: true}).filter((one) => one.isDirectory())
const figures = Object.fromEntries(sets.map((set) => [set.name, measure(set.name)]))
process.stdout.write(`${JSON.stringify(figures)}\n`)
