// Exits 0 when the server beside it answers that its database and its file store do too.
const { PORT = '3000' } = process.env
const answer = await fetch(`http://127.0.0.1:${PORT}/readyz`, {
  signal: AbortSignal.timeout(4000),
}).catch(() => null)
process.exit(answer?.ok ? 0 : 1)
