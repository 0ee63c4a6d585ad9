// Runs before everything else and on any Node: what follows is TypeScript, which an old one cannot read.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Đúng Hạn cần Node.js 24 trở lên; đây là Node.js ${process.versions.node}.\n` +
      `Đúng Hạn needs Node.js 24 or later; this is ${process.versions.node}. It usually comes with ` +
      'the npm package "node"; where that does not exist for a platform, install Node.js 24.',
  )
  process.exit(1)
}
