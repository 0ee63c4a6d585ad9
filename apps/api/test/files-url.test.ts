import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from '../src/config.ts'
import { isMetadataAddress, lookupElsewhere } from '../src/files/metadata-address.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'dunghan-config-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const read = (url: string, env: Record<string, string> = {}) =>
  readConfig({}, { DATA_DIR: dataDir, FILES_URL: url, ...env }).files

test('a place in a bucket', () => {
  expect(read('')).toBeUndefined()
  expect(read('s3://van-ban/dung-han/?endpoint=https://s3.example.vn:9000')).toEqual({
    bucket: 'van-ban',
    prefix: 'dung-han/',
    endpoint: 'https://s3.example.vn:9000',
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: undefined,
  })
  expect(
    read('s3://van-ban?region=ap-southeast-1', {
      AWS_ACCESS_KEY_ID: 'id',
      AWS_SECRET_ACCESS_KEY: 'secret',
    }),
  ).toEqual({
    bucket: 'van-ban',
    prefix: '',
    endpoint: undefined,
    region: 'ap-southeast-1',
    forcePathStyle: false,
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: undefined },
  })
})

test('without TLS only to this machine, or where it is said', () => {
  const at = (query: string) => read(`s3://van-ban?endpoint=${query}`)?.endpoint
  expect(at('http://127.0.0.1:7480')).toBe('http://127.0.0.1:7480')
  expect(at('http://localhost')).toBe('http://localhost')
  expect(at('http://[::1]:80')).toBe('http://[::1]')
  expect(at('http://10.0.0.5:9000&insecure=true')).toBe('http://10.0.0.5:9000')
  expect(() => at('http://10.0.0.5:9000')).toThrow('without TLS')
  expect(() => at('http://localhost.example.vn')).toThrow('without TLS')
})

const endpoint = (url: string) => `s3://van-ban?endpoint=${encodeURIComponent(url)}`

describe.each([
  ['another kind of address', 'https://van-ban/x'],
  ['a file', 'file:///etc/passwd'],
  ['no address', 'van-ban'],
  ['a password', 's3://AKIAKEY:hush@van-ban?region=a'],
  ['a name alone', 's3://hush@van-ban?region=a'],
  ['a port', 's3://van-ban:9000?region=a'],
  ['a #', 's3://van-ban?region=a#hush'],
  ['no bucket', 's3://?region=a'],
  ['an address as bucket', 's3://169.254.169.254?region=a'],
  ['a bucket with odd signs', 's3://Văn-bản?region=a'],
  ['a prefix with odd signs', 's3://van-ban/a%2F..%2Fb?region=a'],
  ['a prefix with gaps', 's3://van-ban/a//b?region=a'],
  ['neither region nor endpoint', 's3://van-ban'],
  ['a region that is a host', 's3://van-ban?region=evil.example/'],
  ['what nobody knows', 's3://van-ban?region=a&accessKey=hush'],
  ['the same twice', 's3://van-ban?region=a&region=b'],
  ['a word for yes', 's3://van-ban?region=a&forcePathStyle=yes'],
  ['an endpoint of another kind', endpoint('gopher://127.0.0.1:6379/')],
  ['an endpoint with a password', endpoint('https://me:hush@s3.example.vn')],
  ['an endpoint with a question', endpoint('https://s3.example.vn/?hush')],
  ['an endpoint with a path', endpoint('https://s3.example.vn/latest/meta-data')],
  ['an endpoint with a #', endpoint('https://s3.example.vn/#hush')],
  ['the metadata of a cloud', endpoint('https://169.254.169.254')],
  ['without TLS too', `${endpoint('http://169.254.169.254')}&insecure=true`],
  ['as a number', `${endpoint('http://2852039166')}&insecure=true`],
  ['in octal', `${endpoint('http://0251.0376.0251.0376')}&insecure=true`],
  ['as IPv6', `${endpoint('http://[::ffff:169.254.169.254]')}&insecure=true`],
  ['of IPv6', endpoint('https://[fd00:ec2::254]')],
  ['of the link', endpoint('https://[fe80::1]')],
  ['with a dot behind', endpoint('https://169.254.169.254.')],
  ['in hexadecimal', `${endpoint('http://0xa9fea9fe')}&insecure=true`],
  ['in full-width digits', endpoint('https://１６９.254.169.254')],
  ['of another cloud', endpoint('https://192.0.0.192')],
  ['as mapped IPv6', endpoint('https://[::ffff:a9fe:a9fe]')],
  ['as compatible IPv6', endpoint('https://[::169.254.169.254]')],
  ['as translated IPv6', endpoint('https://[64:ff9b::169.254.169.254]')],
  ['as translated IPv4', endpoint('https://[::ffff:0:169.254.169.254]')],
  ['as 6to4', endpoint('https://[2002:a9fe:a9fe::1]')],
  ['a name alone in the endpoint', endpoint('https://hush@s3.example.vn')],
  ['another host behind a backslash', endpoint('https://s3.example.vn\\\\@169.254.169.254/hush')],
  ['lines that are more headers', endpoint('https://s3.example.vn/\r\nHost: hush')],
])('refuses %s', (_name, url) => {
  test(url, () => {
    expect(() => read(url)).toThrow(ConfigError)
    expect(() => read(url)).toThrow(/^FILES_URL: .{10,}\.$/)
    expect(() => read(url)).not.toThrow(/hush/)
  })
})

test('half a key is refused', () => {
  expect(() => read('s3://van-ban?region=a', { AWS_ACCESS_KEY_ID: 'id' })).toThrow('go together')
})

test('a name that leads to such an address is refused when it is asked', async () => {
  expect(isMetadataAddress('::ffff:169.254.169.254')).toBe(true)
  expect(isMetadataAddress('169.254.169.254.nip.example')).toBe(false)
  expect(isMetadataAddress('64:ff9b::8.8.8.8')).toBe(false)
  expect(isMetadataAddress('::1')).toBe(false)
  const found = (host: string, all: boolean) =>
    new Promise((resolve) =>
      lookupElsewhere(host, { all }, (error, address) => resolve(error?.message ?? address)),
    )
  const refusal = 'the endpoint leads to an address no file store is at'
  expect(await found('169.254.169.254', true)).toBe(refusal)
  expect(await found('169.254.169.254', false)).toBe(refusal)
  expect(await found('127.0.0.1', false)).toBe('127.0.0.1')
  expect(await found('127.0.0.1', true)).toEqual([{ address: '127.0.0.1', family: 4 }])
})
