import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { unsafeForOthers } from './config-safety.ts'
import { readS3Address, type S3Location } from './files/s3-location.ts'
import { withFiles } from './setting-files.ts'

const blankIsAbsent = (value: unknown) => (value === '' ? undefined : value)
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema)

/** `10.0.0.1`, `10.0.0.0/8`, `::1`, `fd00::/8`. */
function isAddressRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const family = isIP(address)
  if (family === 0 || more.length > 0) return false
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && +bits <= (family === 4 ? 32 : 128))
}

const AddressRanges = z
  .string()
  .transform((list) => list.split(/[\s,]+/).filter((range) => range !== ''))
  .refine((ranges) => ranges.every(isAddressRange), {
    error: 'must be addresses such as 10.0.0.1 or ranges such as 10.0.0.0/8, with commas between',
  })

const S3Url = z.string().transform((text, { addIssue }) => {
  try {
    return readS3Address(text)
  } catch (error) {
    addIssue((error as Error).message)
    return z.NEVER
  }
})

const PostgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')

const Environment = z.object({
  HOST: setting(z.string().default('127.0.0.1')),
  PORT: setting(z.coerce.number().int().min(0).max(65_535).default(3000)),
  DATA_DIR: setting(z.string().default('./data')),
  DATABASE_URL: setting(PostgresUrl.optional()),
  DATABASE_REPLICA_URL: setting(PostgresUrl.optional()),
  FILES_URL: setting(S3Url.optional()),
  AWS_ACCESS_KEY_ID: setting(z.string().optional()),
  AWS_SECRET_ACCESS_KEY: setting(z.string().optional()),
  AWS_SESSION_TOKEN: setting(z.string().optional()),
  SMTP_URL: setting(
    z
      .string()
      .regex(/^smtps?:\/\/./, 'must begin with smtp:// or smtps://')
      .refine(URL.canParse, {
        error: 'is no address; in a name or password write @ : / ? # % as %40 %3A %2F %3F %23 %25',
      })
      .optional(),
  ),
  MAIL_FROM: setting(z.string().max(320).optional()),
  // Paths are put behind it.
  PUBLIC_URL: setting(
    z
      .url()
      .transform((address) => address.replace(/\/+$/, ''))
      .optional(),
  ),
  TRUSTED_PROXIES: setting(AddressRanges.default([])),
  RATE_LIMIT: setting(z.coerce.number().int().min(0).max(1_000_000).default(1200)),
  KEPT_ANSWERS_MIB: setting(z.coerce.number().int().min(0).max(16_384).default(64)),
  JWT_SECRET: setting(z.string().min(32, 'must have at least 32 characters').optional()),
  ADMIN_USERNAME: setting(z.string().min(2).default('admin')),
  ADMIN_PASSWORD: setting(z.string().min(10, 'must have at least 10 characters').optional()),
  TRUSTED_ROOTS: setting(z.string().optional()),
  SLOW_QUERY_MS: setting(z.coerce.number().int().min(0).max(3_600_000).default(500)),
  BACKUP_KEY_FILE: setting(z.string().optional()),
  METRICS_TOKEN: setting(z.string().min(16, 'must have at least 16 characters').optional()),
  LOG_LEVEL: setting(
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
})

export interface Config {
  host: string
  port: number
  dataDir: string
  /** None means the embedded database under `dataDir`. */
  databaseUrl: string | undefined
  /** A standby of it, which public reads may go to. */
  replicaUrl?: string | undefined
  /** The bucket files are kept in; none: `<dataDir>/files`. */
  files?: S3Location
  /** Without a slash at its end. */
  publicUrl: string
  /** Whose `X-Forwarded-For` is believed: addresses and CIDR ranges. */
  trustedProxies: string[]
  /** Requests a minute one address may make of the API; 0: any number. */
  rateLimit: number
  /** Room for public answers kept until something is put on record; 0: none is kept. */
  keptAnswersMiB: number
  /** Most rows of an export, where that is not what each format takes as a rule. */
  exportLimits?: { xlsx: number; csv: number }
  jwtSecret: string
  admin: { username: string; password: string | undefined }
  /** Where mail is handed over and whom it is from; none: no mail is sent. */
  mail?: { smtpUrl: string; from: string }
  /** Milliseconds from which on a statement is logged as slow; 0: none is. */
  slowQueryMs: number
  /** Who bears it may read `/metrics`; without one, who asks on this very machine. */
  metricsToken?: string | undefined
  /** What back-ups are encrypted for, or with: a file of age keys, or of a passphrase. */
  backupKeyFile?: string | undefined
  /** A PEM bundle's path. */
  trustedRoots: string | undefined
  logLevel: string
}

/** The environment cannot be used as it is; the message is one sentence for the operator. */
export class ConfigError extends Error {}

/**
 * Reads the environment once, and the files it names (`…_FILE`). With an external database the
 * secret must be given; on the embedded one it is made at the first start and kept under `DATA_DIR`,
 * readable by the owner alone.
 * @param defaults stand in for what the environment does not set
 * @throws ConfigError naming the variable and what is wrong with it
 */
export function readConfig(
  defaults: NodeJS.ProcessEnv = {},
  env: NodeJS.ProcessEnv = process.env,
): Config {
  const given = withFiles(env, Object.keys(Environment.shape))
  if ('problem' in given) throw new ConfigError(given.problem)
  const parsed = Environment.safeParse({ ...defaults, ...given.env })
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new ConfigError(`${issue?.path.join('.')}: ${issue?.message}.`)
  }
  const values = parsed.data
  const dataDir = resolve(values.DATA_DIR)
  if (values.DATABASE_URL && !values.JWT_SECRET) {
    throw new ConfigError(
      'JWT_SECRET is required when DATABASE_URL is set (at least 32 characters).',
    )
  }
  const unsafe = unsafeForOthers({
    host: values.HOST,
    publicUrl: values.PUBLIC_URL,
    jwtSecret: values.JWT_SECRET,
    adminPassword: values.ADMIN_PASSWORD,
  })
  if (unsafe) throw new ConfigError(unsafe)
  if (values.DATABASE_REPLICA_URL && !values.DATABASE_URL) {
    throw new ConfigError('DATABASE_REPLICA_URL needs DATABASE_URL, which it is a replica of.')
  }
  if (values.SMTP_URL && !values.MAIL_FROM) {
    throw new ConfigError(
      'MAIL_FROM is required when SMTP_URL is set: the address that digests come from.',
    )
  }
  if (!values.AWS_ACCESS_KEY_ID !== !values.AWS_SECRET_ACCESS_KEY) {
    throw new ConfigError('AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY go together: set both.')
  }
  return {
    host: values.HOST,
    port: values.PORT,
    dataDir,
    databaseUrl: values.DATABASE_URL,
    replicaUrl: values.DATABASE_REPLICA_URL,
    ...(values.FILES_URL ? { files: { ...values.FILES_URL, credentials: s3Keys(values) } } : {}),
    publicUrl: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    trustedProxies: values.TRUSTED_PROXIES,
    rateLimit: values.RATE_LIMIT,
    keptAnswersMiB: values.KEPT_ANSWERS_MIB,
    jwtSecret: values.JWT_SECRET ?? keptSecret(dataDir),
    admin: { username: values.ADMIN_USERNAME, password: values.ADMIN_PASSWORD },
    ...(values.SMTP_URL && values.MAIL_FROM
      ? { mail: { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM } }
      : {}),
    slowQueryMs: values.SLOW_QUERY_MS,
    metricsToken: values.METRICS_TOKEN,
    backupKeyFile: values.BACKUP_KEY_FILE,
    trustedRoots: values.TRUSTED_ROOTS,
    logLevel: values.LOG_LEVEL,
  }
}

/** The environment, with a variable set otherwise: for a command that is told two places. */
export const environmentWith = (otherwise: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...process.env,
  ...otherwise,
})

function s3Keys(values: z.infer<typeof Environment>): S3Location['credentials'] {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = values
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return undefined
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    sessionToken: AWS_SESSION_TOKEN,
  }
}

function keptSecret(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'jwt-secret')
  try {
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8').trim()
}
