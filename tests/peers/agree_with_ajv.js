// Whether ajv, given the schema that `admit schema --with-rules` prints, and `admit check` have the
// same verdict on bodies made of the good requests of tests/data by a few edits each:
//
//   node agree_with_ajv.js AJV ADMIT SAMPLES SCRATCH COUNT
//
// The bodies are the same in every run.
const {execFileSync, spawnSync} = require('child_process')
const {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} = require('fs')
const {join} = require('path')

const [ajvFolder, admit, samplesFolder, scratch, countText] = process.argv.slice(2)
const Ajv = require(ajvFolder)

const optionSets = [
  [],
  ['--strict'],
  ['--revision', '2026-02-05'],
  ['--unknown-members', 'deny'],
]

// mulberry32: small, and the same everywhere.
let state = 20260821
function random(below) {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below
}
const pick = (list) => list[random(list.length)]

const sourceTypes =
    ['MSE_NACOS', 'K8S', 'VIP', 'DNS', 'FC3', 'SAE_K8S_SERVICE', 'AI', 'AGENT', 'k8s', 'OTHER']
const endpoints = [
  '10.0.0.7:80', '10.0.0.7', '010.0.0.7:80', '256.1.1.1:80', '[2001:db8::1]:80', '[::ffff:1.2.3.4]:1',
  '[::1', '2001:db8::1', 'dev.com:8080', 'dev.com:0', 'dev.com:65536', 'a_b.com.:80', '-a.com:80',
  'example.123:80', 'http://a.com', 'a@b:80', 'a.com:', '', ' ', '\u00e9.com:80', `${'a'.repeat(64)}.com:1`,
]
const values = () => pick([
  null, '', 'x', 'Upper Case', 'a'.repeat(64), 'a'.repeat(129), 0, 1.5, true, [], {}, [null], ['x'],
  pick(sourceTypes), pick(endpoints), [pick(endpoints), pick(endpoints)], 'qwen', 'dify', 'custom',
])

// Every object and array of a value, itself among them.
function containers(value, found = []) {
  if (value === null || typeof value !== 'object') return found
  found.push(value)
  for (const child of Object.values(value)) containers(child, found)
  return found
}

const names = []

function edit(body) {
  const container = pick(containers(body))
  const keys = Object.keys(container)
  const isList = Array.isArray(container)
  switch (random(5)) {
    case 0:
      if (keys.length > 0) container[pick(keys)] = values()
      return
    case 1:
      if (keys.length === 0) return
      if (isList) container.pop()
      else delete container[pick(keys)]
      return
    case 2:
      if (isList) container.push(values())
      else container[pick(names)] = values()
      return
    case 3:
      body.sourceType = pick(sourceTypes)
      return
    default:
      if (isList && keys.length > 0) container.push(JSON.parse(JSON.stringify(container[0])))
      else if (!isList) container[pick(names)] = pick(endpoints)
  }
}

function makeBodies(count) {
  const samples = readdirSync(samplesFolder).filter((name) => name.endsWith('.json'))
      .map((name) => readFileSync(join(samplesFolder, name), 'utf8'))
      .filter((text) => text.length < 4096)
      .flatMap((text) => {
        try {
          return [JSON.parse(text)]
        } catch {
          return []  // not every reader takes what is good here, a document of options for one
        }
      })
      .filter((sample) => sample.serviceConfigs !== undefined)
  for (const sample of samples) {
    for (const container of containers(sample)) {
      if (!Array.isArray(container)) names.push(...Object.keys(container))
    }
  }
  const bodies = []
  while (bodies.length < count) {
    const body = JSON.parse(JSON.stringify(pick(samples)))
    for (let edits = random(4); edits > 0; --edits) edit(body)
    bodies.push(body)
  }
  return bodies
}

// The verdicts of admit, in the order of the files.
function verdicts(options, files) {
  const found = []
  const chunk = 2000
  for (let at = 0; at < files.length; at += chunk) {
    const run = spawnSync(admit,
        ['check', '--no-config', '--format', 'jsonl', ...options, '--', ...files.slice(at, at + chunk)],
        {cwd: scratch, encoding: 'utf8', maxBuffer: 1 << 30})
    if (run.status > 1) throw new Error(`admit check: ${run.status} ${run.stderr}`)
    found.push(...run.stdout.trimEnd().split('\n').map((line) => JSON.parse(line)))
  }
  return found
}

function codesNotSaid(schema) {
  return schema.$comment === undefined ? [] : schema.$comment.split(': ').pop().split(/[: ]+/)
}

rmSync(scratch, {recursive: true, force: true})
mkdirSync(scratch, {recursive: true})
const bodies = makeBodies(Number(countText))
const files = bodies.map((body, i) => {
  writeFileSync(join(scratch, `${i}.json`), JSON.stringify(body))
  return `${i}.json`
})

let failures = 0
for (const options of optionSets) {
  const schema = JSON.parse(execFileSync(admit, ['schema', '--with-rules', ...options]))
  const left = codesNotSaid(schema)
  const validate = new Ajv({strict: false}).compile(schema)
  const found = verdicts(options, files)
  if (found.length !== files.length) throw new Error('a document is missing')
  let compared = 0
  let accepted = 0
  found.forEach(({verdict, violations}, i) => {
    if (violations.some(({code, severity}) => severity === 'error' && left.includes(code))) return
    ++compared
    const isAccepted = verdict === 'accept'
    if (isAccepted) ++accepted
    if (validate(bodies[i]) === isAccepted) return
    ++failures
    console.error(`ajv and admit differ${[' with', ...options].join(' ')}: ${scratch}/${files[i]}`)
  })
  if (compared < files.length * 0.9 || accepted < files.length * 0.1) {
    throw new Error(`of ${files.length} bodies, ${compared} compared and ${accepted} accepted`)
  }
}
process.exitCode = failures === 0 ? 0 : 1
